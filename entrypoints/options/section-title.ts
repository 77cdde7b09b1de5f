import { message } from '../../utils/i18n/messages.ts'

const TITLES = {
  commander: () => message('options_commander_title'),
  event: () => message('options_event_title'),
  library: () => message('options_library_title'),
  history: () => message('options_history_title'),
  backup: () => message('options_backup_title'),
  zone: () => message('options_zone_title'),
  reminders: () => message('options_reminders_title'),
  badge: () => message('options_badge_title'),
  notifications: () => message('options_notifications_title'),
  'set-aside': () => message('options_set_aside_title'),
  sync: () => message('options_sync_title'),
  about: () => message('options_about_title'),
  diagnostics: () => message('options_diagnostics_title'),
} as const

export type SectionId = keyof typeof TITLES

/** The sections of the page in their order. */
export const SECTION_IDS = Object.keys(TITLES) as readonly SectionId[]

/** The heading of a section, also its entry in the table of contents. */
export function sectionTitle(id: SectionId): string {
  return TITLES[id]()
}
