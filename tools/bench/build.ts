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
  /** The packed tracker. */
  zip: string
}

/** @returns folders of unpacked extensions, and the packed tracker @throws Error when a build fails. */
export async function buildAll(): Promise<Built> {
  await wxt(['zip'])
  await rm(WORK, { recursive: true, force: true })
  await cp(FIXTURES, WORK, { recursive: true })
  const bare = join(WORK, 'bare')
  await wxt(['build', bare])
  const tracker = join(ROOT, '.output/chrome-mv3')
  const full = join(WORK, 'full')
  await cp(tracker, full, { recursive: true })
  const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  return {
    tracker,
    bare: join(bare, '.output/chrome-mv3'),
    static: join(WORK, 'static'),
    full,
    zip: join(ROOT, `.output/${name}-${version}-chrome.zip`),
  }
}

async function wxt(args: readonly string[]): Promise<void> {
  const all = [...args, '--browser', 'chrome', '--mv3', '--level', 'warn']
  if ((await runPackage('wxt', all, { command: 'wxt' })) !== 0) throw new Error(`wxt ${all.join(' ')} failed.`)
}
