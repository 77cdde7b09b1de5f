/** Every door through which something unknown comes in. A new one is an entry more. */

import type { Door } from './door.ts'
import { BESIDE_DOORS } from './doors/beside.ts'
import { FILE_DOORS } from './doors/files.ts'
import { RECORD_DOORS } from './doors/record.ts'

export const DOORS: readonly Door[] = [...RECORD_DOORS, ...BESIDE_DOORS, ...FILE_DOORS]
