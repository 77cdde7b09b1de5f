import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserName } from '../../../tools/browsers.ts'

/**
 * Where a profile keeps an area: files whose path matches. Chromium has a LevelDB for each, Firefox an SQLite file for
 * all extensions' sync and one (IndexedDB) for each one's local.
 */
const PLACES: Readonly<Record<BrowserName, Readonly<Record<'local' | 'sync', RegExp>>>> = {
  chromium: { local: /\/Local Extension Settings\//, sync: /\/Sync Extension Settings\// },
  firefox: {
    local: /\/storage\/default\/moz-extension\+\+\+[^/]*\^userContextId[^/]*\/idb\//,
    sync: /\/storage-sync-v2\.sqlite/,
  },
}

/**
 * Overwrites all files of a storage area with 0xFF, as a broken disk does; the browser must be closed.
 *
 * @param dir the browser's profile
 * @returns how many files
 */
export async function overwriteArea(browserName: BrowserName, dir: string, area: 'local' | 'sync'): Promise<number> {
  const names = await readdir(dir, { recursive: true })
  const paths = names.map((name) => join(dir, name)).filter((path) => PLACES[browserName][area].test(path))
  let count = 0
  for (const path of paths) {
    const { size } = await stat(path)
    if (size === 0 || !(await stat(path)).isFile()) continue
    await writeFile(path, Buffer.alloc(size, 0xff))
    count++
  }
  return count
}
