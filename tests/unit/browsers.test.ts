import { describe, expect, it } from 'vitest'
import { candidates, installedBrowser, type Surroundings } from '../../tools/browsers.ts'

const surroundings = (given: Partial<Surroundings>, present: string[] = []): Surroundings => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  isExecutable: (path) => present.includes(path),
  ...given,
})

describe('installedBrowser', () => {
  it('prefers Chromium to a branded Chrome wherever they are in the PATH', () => {
    const present = ['/usr/local/bin/google-chrome', '/usr/bin/chromium']
    expect(installedBrowser('chromium', surroundings({}, present))).toBe('/usr/bin/chromium')
  })

  it('takes Microsoft Edge when there is nothing else', () => {
    expect(installedBrowser('chromium', surroundings({}, ['/usr/bin/microsoft-edge']))).toBe('/usr/bin/microsoft-edge')
  })

  it('takes what a variable names', () => {
    const env = { PATH: '/usr/bin', FIREFOX_PATH: '/opt/firefox/firefox' }
    const present = ['/usr/bin/firefox', '/opt/firefox/firefox']
    expect(installedBrowser('firefox', surroundings({ env }, present))).toBe('/opt/firefox/firefox')
  })

  it('does not pass over a variable that names no program', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/nowhere' }
    expect(() => installedBrowser('chromium', surroundings({ env }, ['/usr/bin/chromium']))).toThrow(
      /CHROME_PATH.*\/nowhere/,
    )
  })

  it('finds nothing where nothing is', () => {
    expect(installedBrowser('firefox', surroundings({}))).toBeUndefined()
  })
})

describe('candidates', () => {
  it('knows the applications of macOS, those of the user as well', () => {
    const found = candidates('chromium', { platform: 'darwin', env: { HOME: '/Users/kira' } })
    expect(found).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(found).toContain('/Users/kira/Applications/Chromium.app/Contents/MacOS/Chromium')
  })

  it('knows the program folders of Windows', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect(candidates('firefox', { platform: 'win32', env })).toEqual([
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    ])
    expect(candidates('chromium', { platform: 'win32', env })).toContain(
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    )
  })
})
