import { message, plural } from '../../../utils/i18n/messages.ts'
import type { Zone } from '../zone-of.ts'
import type { Diagnostics, StoredCounts } from './diagnostics.ts'
import { Fact, Moment } from './fact.tsx'
import { OutlookFacts } from './outlook-facts.tsx'
import { statusText } from './wake-words.ts'

export interface FactListProps {
  readonly diagnostics: Diagnostics
  /** Of the extension. */
  readonly version: string
}

/** One fact a line. */
export function FactList({ diagnostics, version }: FactListProps) {
  const { planned, alarm, zone, stored } = diagnostics
  return (
    <dl class="diagnostics-facts">
      <OutlookFacts diagnostics={diagnostics} />
      <Fact name="planned" term={message('options_diagnostics_planned')}>
        <Moment instant={planned} diagnostics={diagnostics} />
      </Fact>
      <Fact name="alarm" term={message('options_diagnostics_alarm')}>
        <Moment instant={alarm} diagnostics={diagnostics} />
      </Fact>
      <Fact name="permission" term={message('options_diagnostics_permission')}>
        {permissionText(diagnostics)} <a href="#notifications">{message('options_test')}</a>
      </Fact>
      <Fact name="storage" term={message('options_diagnostics_storage')}>
        {storageText(diagnostics)}
      </Fact>
      <Fact name="stored" term={message('options_diagnostics_stored')}>
        {stored ? countsText(stored) : message('options_diagnostics_unknown')}
      </Fact>
      <Fact name="zone" term={message('options_diagnostics_zone')}>
        {zoneText(zone)}
      </Fact>
      <Fact name="version" term={message('options_diagnostics_version')}>
        {version}
      </Fact>
      <Fact name="browser" term={message('options_diagnostics_browser')}>
        {diagnostics.browser}
      </Fact>
    </dl>
  )
}

function permissionText({ permission }: Diagnostics): string {
  switch (permission) {
    case 'granted':
      return message('options_diagnostics_granted')
    case 'denied':
      return message('options_diagnostics_denied')
    default:
      return message('options_diagnostics_untold')
  }
}

function zoneText({ timeZone, isSystem, unknown }: Zone): string {
  if (unknown !== undefined) return message('options_diagnostics_zone_unknown', timeZone)
  return message(isSystem ? 'options_diagnostics_zone_system' : 'options_diagnostics_zone_chosen', timeZone)
}

function storageText({ status, setAside }: Diagnostics): string {
  const text = statusText(status)
  return setAside > 0 ? [text, plural('options_diagnostics_set_aside', setAside)].join(', ') : text
}

function countsText({ commanders, runsNear, marks }: StoredCounts): string {
  return [
    plural('options_diagnostics_commanders', commanders),
    plural('options_diagnostics_runs', runsNear),
    plural('options_diagnostics_marks', marks),
  ].join(', ')
}
