import type { ComponentChildren } from 'preact'
import { instantText } from '../../../components/instant-words.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { Diagnostics } from './diagnostics.ts'

interface FactProps {
  /** Names it to tests. */
  readonly name: string
  readonly term: string
  readonly children: ComponentChildren
}

/** A line of the list of facts. */
export function Fact({ name, term, children }: FactProps) {
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

export function Moment({ instant, diagnostics: { zone, now } }: MomentProps) {
  if (instant === undefined) return message('options_diagnostics_unknown')
  if (instant === null) return message('options_diagnostics_none')
  return <time dateTime={new Date(instant).toISOString()}>{instantText(instant, zone.timeZone, now)}</time>
}
