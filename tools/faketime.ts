import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { canUseApt, installWithApt } from './apt.ts'

/** The variant for programs of many threads. */
const LIBRARY = 'faketime/libfaketimeMT.so.1'
const FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/local/lib']

/**
 * The library that gives a browser another clock: the one that FAKETIME_LIBRARY names, else the system's.
 *
 * https://github.com/wolfcw/libfaketime
 *
 * @throws Error that says what to do when there is none.
 */
export function findFaketime(): string {
  const found = installedFaketime()
  if (!found) throw new Error(ADVICE)
  return found
}

/** Makes sure that it is there, installing it where that can be done. @throws as `findFaketime` */
export function ensureFaketime(): void {
  if (!installedFaketime() && canUseApt()) installWithApt(['libfaketime'])
  findFaketime()
}

const ADVICE =
  'No libfaketime was found, without which no test can change the clock of Chromium. It needs Linux. Install it ' +
  '(Debian and Ubuntu: apt-get install libfaketime; Fedora: dnf install libfaketime), or set FAKETIME_LIBRARY to its ' +
  'libfaketimeMT.so.1, and run this again.'

/** @throws Error when FAKETIME_LIBRARY names something that is not there: it is never passed over. */
function installedFaketime(): string | undefined {
  const named = process.env.FAKETIME_LIBRARY
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`FAKETIME_LIBRARY is set to ${named}, which is not there. Correct it, or unset it.`)
  }
  return FOLDERS.flatMap((folder) => [folder, ...systemFolders(folder)])
    .map((folder) => join(folder, LIBRARY))
    .find((path) => existsSync(path))
}

/** Debian keeps libraries in a folder for each kind of machine, such as x86_64-linux-gnu. */
function systemFolders(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join(folder, name))
}
