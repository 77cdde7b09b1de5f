import { regionName } from '../../../components/regions.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { Commander, Role, TrackerRecord } from '../../../utils/record/record.ts'

/**
 * What is told of a commander, in a line. What is not told is left out, but for the side.
 *
 * @example detailsText(record, commander) // "Server 142 · Level 38 · EU · Hero"
 */
export function detailsText(record: TrackerRecord, { server, level, region, role }: Commander): string {
  return [
    server && message('options_commander_server', server),
    level !== null && message('options_commander_level', level),
    region && regionName(record, region),
    roleText(role),
  ]
    .filter(Boolean)
    .join(' · ')
}

function roleText(role: Role): string {
  switch (role) {
    case 'hero':
      return message('options_role_hero')
    case 'villain':
      return message('options_role_villain')
    case 'none':
      return message('options_commander_no_role')
  }
}
