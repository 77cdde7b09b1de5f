/**
 * A fragment of a record as text: JSON, deflated, in Base64. Ids that come again and again cost next to nothing, and no
 * character is one that a browser would count twice.
 *
 * @module
 */

import { inOrder } from '../in-order.ts'

/** An item that claims to be larger, in bytes, is none of ours. */
const LONGEST = 1_000_000

/** @param value what JSON can say; in which order the keys of an object come makes no difference */
export async function toText(value: unknown): Promise<string> {
  const json = new Blob([JSON.stringify(inOrder(value))])
  const bytes = await bytesOf(json.stream().pipeThrough(new CompressionStream('deflate-raw')))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** @throws an error that says what is wrong with the text */
export async function fromText(text: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(json)))
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > LONGEST) {
      await reader.cancel()
      throw new RangeError(`More than ${LONGEST} bytes.`)
    }
    chunks.push(next.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
