import type { ComponentChildren } from 'preact'
import { instantText } from '../../../components/instant-words.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { Zone } from '../zone-of.ts'
import type { Diagnostics, StoredCounts } from './diagnostics.ts'
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

interface FactProps {
  /** Names it to tests. */
  readonly name: string
  readonly term: string
  readonly children: ComponentChildren
}

function Fact({ name, term, children }: FactProps) {
  return (
    <div class="diagnostics-fact">
      <dt>{term}</dt>
      <dd data-fact={name}>{children}</dd>
    </div>
  )
}

interface MomentProps {
  /** Epoch ms; null: there is none; undefined: nobody knows. */
  readonly instant: number | null | undefined
  readonly diagnostics: Diagnostics
}

function Moment({ instant, diagnostics: { zone, now } }: MomentProps) {
  if (instant === undefined) return message('options_diagnostics_unknown')
  if (instant === null) return message('options_diagnostics_none')
  return <time dateTime={new Date(instant).toISOString()}>{instantText(instant, zone.timeZone, now)}</time>
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
