/** The host comes to another time zone while the browser runs. */

import { describe } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { launchMovingHost } from './harness/moving-host.ts'
import { followsItsHost } from './moving-host.ts'

describe.each(BROWSERS)('%s', (browserName) => {
  followsItsHost((timeZone) => launchMovingHost(browserName, timeZone))
})
