import { Switch } from '../../components/form/switch.tsx'
import { message } from '../../utils/i18n/messages.ts'
import { setSetting } from '../../utils/record/transitions.ts'
import { LeadTimes } from './lead-times.tsx'
import type { Page } from './page.ts'
import { QuietHoursFields } from './quiet-hours-fields.tsx'
import { useSave } from './save.tsx'
import { Section } from './section.tsx'

export function RemindersSection({ page }: { readonly page: Page }) {
  const save = useSave()
  const { settings } = page.view
  return (
    <Section id="reminders">
      <Switch
        name="start-of-day"
        label={message('options_start_of_day')}
        hint={message('options_start_of_day_hint')}
        checked={settings.startOfDay}
        onChange={(startOfDay) => save(setSetting('startOfDay', startOfDay))}
      />
      <LeadTimes leadTimes={settings.leadTimes} />
      <QuietHoursFields page={page} />
      <p class="note">{message('options_snooze_note')}</p>
    </Section>
  )
}
