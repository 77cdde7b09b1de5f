/** Every door through which something unknown comes in. A new one is an entry more. */

import type { Door } from './door.ts'
import { BACKUP_DOORS } from './doors/backup.ts'
import { BESIDE_DOORS } from './doors/beside.ts'
import { FILE_DOORS } from './doors/files.ts'
import { RECORD_DOORS } from './doors/record.ts'
import { REPLICA_DOORS } from './doors/replica.ts'
import { STORAGE_DOORS } from './doors/storage.ts'
import { TABLE_DOOR } from './doors/table.ts'

export const DOORS: readonly Door[] = [
  ...RECORD_DOORS,
  ...BESIDE_DOORS,
  ...FILE_DOORS,
  ...BACKUP_DOORS,
  ...REPLICA_DOORS,
  ...STORAGE_DOORS,
  TABLE_DOOR,
]
