import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether packages can be installed here without asking anybody: as root of a Debian. */
export const canUseApt = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebian()

/** Not Ubuntu: its packages of browsers only point at a store of another kind that needs a running system. */
function isDebian(): boolean {
  const { stdout } = spawnSync('sh', ['-c', '. /etc/os-release && echo "$ID"'], { encoding: 'utf8' })
  return stdout.trim() === 'debian'
}

/** Failure shows in that what was wanted is still missing afterwards. */
export function installWithApt(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} (apt-get) ...`)
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}
