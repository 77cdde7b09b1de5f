import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFaketime } from '../../../tools/faketime.ts'
import type { LaunchOptions } from './types.ts'

export interface FakeClock {
  /** For the launch of a Chromium that is to live by this clock; Firefox does not start under it. */
  readonly options: Required<Pick<LaunchOptions, 'env' | 'args'>>
  /** What it shows, epoch ms. */
  now(): number
  /** Puts it forward by so many ms, or back. It goes on at the real pace; what waits for a time span waits on. */
  move(by: number): Promise<void>
  discard(): Promise<void>
}

/**
 * A wall clock that can be put forward and back under a running browser. It starts at the real time.
 *
 * @throws Error that says what to do where libfaketime is missing.
 */
export async function fakeClock(): Promise<FakeClock> {
  const library = findFaketime()
  const folder = await mkdtemp(join(tmpdir(), 'tracker-clock-'))
  const file = join(folder, 'ahead')
  let ahead = 0
  const write = async () => {
    // In one step, for the browser reads it all the time.
    await writeFile(`${file}.next`, `${ahead < 0 ? '' : '+'}${ahead / 1000}`)
    await rename(`${file}.next`, file)
  }
  await write()
  return {
    options: {
      env: {
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: file,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        // Else each wait that has an end returns at once, and the browser takes a minute to start.
        FAKETIME_FORCE_MONOTONIC_FIX: '0',
      },
      args: ['--no-zygote', '--no-sandbox'],
    },
    now: () => Date.now() + ahead,
    async move(by) {
      ahead += by
      await write()
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}
