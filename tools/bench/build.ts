/** Builds what is compared: the tracker, packed, and the fixtures, each by the same tool chain. */

import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, runPackage } from '../commands.ts'

const FIXTURES = join(ROOT, 'tools/bench/fixtures')
/** Fixtures are built in copies here, so that nothing generated lies among the sources. */
const WORK = join(ROOT, '.output/bench')

export interface Built {
  tracker: string
  bare: string
  static: string
  /** The tracker once more, for another record: an extension of its own, as its folder is another. */
  full: string
  /** Another build to compare with, twice in the same way. */
  others: readonly string[]
  /** The packed tracker. */
  zip: string
}

/**
 * @param other folder of another build of the tracker
 * @returns folders of unpacked extensions, and the packed tracker
 * @throws Error when a build fails.
 */
export async function buildAll(other?: string): Promise<Built> {
  await wxt(['zip'])
  await rm(WORK, { recursive: true, force: true })
  await cp(FIXTURES, WORK, { recursive: true })
  const bare = join(WORK, 'bare')
  await wxt(['build', bare])
  const tracker = join(ROOT, '.output/chrome-mv3')
  const full = join(WORK, 'full')
  await cp(tracker, full, { recursive: true })
  const others = other === undefined ? [] : ['other', 'other-full'].map((folder) => join(WORK, folder))
  for (const folder of others) await cp(other as string, folder, { recursive: true })
  const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  return {
    tracker,
    bare: join(bare, '.output/chrome-mv3'),
    static: join(WORK, 'static'),
    full,
    others,
    zip: join(ROOT, `.output/${name}-${version}-chrome.zip`),
  }
}

async function wxt(args: readonly string[]): Promise<void> {
  const all = [...args, '--browser', 'chrome', '--mv3', '--level', 'warn']
  if ((await runPackage('wxt', all, { command: 'wxt' })) !== 0) throw new Error(`wxt ${all.join(' ')} failed.`)
}
