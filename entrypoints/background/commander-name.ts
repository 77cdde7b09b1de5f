import { message } from '../../utils/i18n/messages.ts'
import type { Commander } from '../../utils/record/record.ts'

/** What a commander is called where there are several. */
export function nameOf({ name, server }: Commander): string {
  return name || server || message('background_nameless')
}
