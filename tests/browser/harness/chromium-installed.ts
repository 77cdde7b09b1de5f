import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * An extension that was installed over the protocol goes with its browser. With these flags it stays, as one that a
 * person loaded.
 * https://source.chromium.org/chromium/chromium/src/+/main:extensions/common/extension.h
 */
const LOADED_BY_HAND = 38

interface Preferences {
  extensions?: {
    settings?: Record<string, { path?: string; creation_flags?: number }>
    ui?: { developer_mode?: boolean }
  }
}

/**
 * Makes an extension that was installed in a profile be there again at its next start. No browser may be running on it.
 *
 * @returns its id; undefined where the profile never had it
 */
export async function keepInstalled(userDataDir: string, extensionDir: string): Promise<string | undefined> {
  const file = join(userDataDir, 'Default', 'Preferences')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const preferences: Preferences = JSON.parse(text)
  const { extensions } = preferences
  const found = Object.entries(extensions?.settings ?? {}).find(([, { path }]) => path === extensionDir)
  if (!extensions || !found) return undefined
  const [id, settings] = found
  settings.creation_flags = LOADED_BY_HAND
  // Without it Chromium switches off what does not come from the store.
  extensions.ui = { ...extensions.ui, developer_mode: true }
  await writeFile(file, JSON.stringify(preferences))
  return id
}
