/** `/etc/localtime` is changed under a running browser, in an `/etc` of its own. */

import { describe } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { canHavePrivateHost, launchPrivateHost } from '../browser/harness/private-host.ts'
import { followsItsHost } from '../browser/moving-host.ts'

// Elsewhere tests/browser/host-zone.test.ts stands in for it, by what the browsers offer to be told.
describe.skipIf(!canHavePrivateHost())('on Linux with namespaces', () => {
  describe.each(BROWSERS)('%s', (browserName) => {
    followsItsHost((timeZone) => launchPrivateHost(browserName, timeZone), true)
  })
})
