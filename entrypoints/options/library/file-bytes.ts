/**
 * From a file that was chosen or dropped to its text.
 *
 * @module
 */

/** @returns undefined of a folder, or of a file that was moved after it was chosen */
export async function bytesOf(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

/** Which UTF-16 it is, by its byte order mark; undefined: none. */
export function utf16In([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** @returns undefined where the bytes are no text of this encoding */
export function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // No editor writes it; every other byte is one in UTF-16 without a byte order mark.
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
