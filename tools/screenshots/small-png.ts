import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'

/**
 * Takes a picture of a page as a PNG of about two thirds of the size that the browser's own has: without filters, the
 * repeated rows and letters of an interface pack better.
 */
export async function smallScreenshot(page: Page): Promise<Buffer> {
  const png = await page.screenshot({ encoding: 'base64' })
  const { width, height, pixels } = await page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < rgba.length; at += 4) text += String.fromCharCode(...rgba.subarray(at, at + 3))
    return { width: image.width, height: image.height, pixels: btoa(text) }
  }, png)
  // Six bits of each colour: the noise that makes a gradient smooth is most of the file.
  return encode(
    width,
    height,
    Buffer.from(pixels, 'base64').map((value) => (value & 0xfc) | (value >> 6)),
  )
}

/** https://www.w3.org/TR/png-3/ @param rgb three bytes a pixel */
function encode(width: number, height: number, rgb: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8) // eight bits for each of red, green, blue
  const row = width * 3
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), rgb.subarray(y * row, (y + 1) * row)]),
  )
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
