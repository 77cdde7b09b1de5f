/**
 * Asks for what is stored while the popup's own script is still being fetched: of all that stands before its first
 * paint this is the longest wait. `wxt.config.ts` puts it into `popup.html`.
 *
 * @module
 */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askEarly } from '../utils/storage/read-stored.ts'

export default defineUnlistedScript(askEarly)
