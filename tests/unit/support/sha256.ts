import { createHash } from 'node:crypto'

/** As the pages have it of the browser. */
export async function sha256(text: string): Promise<string> {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
