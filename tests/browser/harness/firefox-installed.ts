import { cp } from 'node:fs/promises'
import { join } from 'node:path'

/** What makes Firefox take an extension that lies in its profile, and one that nobody signed. */
export const SIDELOAD_PREFS = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 15,
}

/** Puts an extension into a profile, so that each start finds it there. No browser may be running on it. */
export async function sideload(userDataDir: string, extensionDir: string, extensionId: string): Promise<void> {
  await cp(extensionDir, join(userDataDir, 'extensions', extensionId), { recursive: true })
}
