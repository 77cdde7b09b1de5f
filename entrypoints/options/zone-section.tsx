import { useState } from 'preact/hooks'
import { Choice } from '../../components/form/choice.tsx'
import { Combobox } from '../../components/form/combobox.tsx'
import { language, message, plural } from '../../utils/i18n/messages.ts'
import { setSetting } from '../../utils/record/transitions.ts'
import { zoneTimeNow } from '../../utils/time/labels.ts'
import { offsetMinutesAt, systemTimeZone } from '../../utils/time/zone.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import type { Page } from './page.ts'
import { RunDays } from './run-days.tsx'
import { useSave } from './save.tsx'
import { Section } from './section.tsx'
import { offsetText } from './words.ts'
import { exactZone, findZones } from './zone-search.ts'

export function ZoneSection({ page }: { readonly page: Page }) {
  const save = useSave()
  const { zone, now } = page
  // "Another zone" is chosen before a zone is: nothing is stored until then.
  const [isChoosing, setChoosing] = useState(false)
  const own = systemTimeZone()
  const choose = async (timeZone: string) => {
    // In this order, or the field would go away and come back without the focus.
    if (await save(setSetting('timeZone', timeZone))) setChoosing(false)
  }
  const usesSystem = zone.isSystem && !isChoosing
  return (
    <Section id="zone" intro={message('options_zone_intro')}>
      {zone.unknown === undefined ? null : (
        <p class="callout is-warning" data-error="time-zone">
          {message('options_zone_unknown', zone.unknown, zone.timeZone)}
        </p>
      )}
      <Choice
        name="time-zone-kind"
        legend={message('options_zone_kind')}
        value={usesSystem ? 'system' : 'chosen'}
        onChange={(kind) => (kind === 'chosen' ? setChoosing(true) : choose('system'))}
        options={[
          {
            value: 'system',
            label: message('options_zone_system'),
            hint: message('options_zone_now', own, zoneTimeNow(now, own, language())),
            action: 'zone-system',
          },
          { value: 'chosen', label: message('options_zone_chosen'), action: 'zone-choose' },
        ]}
      />
      {usesSystem ? null : (
        <Combobox
          name="time-zone"
          label={message('options_zone_label')}
          hint={message('options_zone_hint')}
          focused={isChoosing}
          value={zone.isSystem || zone.unknown !== undefined ? '' : zone.timeZone}
          valueText={zone.isSystem || zone.unknown !== undefined ? '' : zoneText(zone.timeZone)}
          find={findZones}
          exact={exactZone}
          complaint={(query) => message('options_zone_error', query.trim())}
          onChoose={choose}
          describe={(name) => ({
            label: zoneNameOf(name),
            detail: name,
            aside: message('options_zone_row', zoneTimeNow(now, name, language()), offset(name, now)),
          })}
          count={(zones) => (zones === 0 ? message('options_zone_none') : plural('options_zone_count', zones))}
        />
      )}
      <RunDays page={page} />
    </Section>
  )
}

/** @example zoneText('America/New_York') // "New York (America/New_York)" */
function zoneText(name: string): string {
  return name.includes('/') ? message('options_zone_named', zoneNameOf(name), name) : name
}

function offset(timeZone: string, now: number): string {
  return offsetText(offsetMinutesAt(now, timeZone))
}
