import type { ComponentChildren } from 'preact'
import { instantText } from '../../../components/instant-words.ts'
import { type MessageKey, message } from '../../../utils/i18n/messages.ts'
import type { Outlook, Silence } from '../../../utils/plan/next-notice.ts'
import type { HeldBy } from '../../../utils/plan/notice.ts'
import type { Diagnostics } from './diagnostics.ts'
import { Fact } from './fact.tsx'
import { kindText } from './wake-words.ts'

const SILENCES = {
  untracked: 'options_diagnostics_silence_untracked',
  hidden: 'options_diagnostics_silence_hidden',
  off: 'options_diagnostics_silence_off',
  done: 'options_diagnostics_silence_done',
} as const satisfies Record<Silence, MessageKey>

const HELD = {
  quiet: 'options_diagnostics_held_quiet',
  snooze: 'options_diagnostics_held_snooze',
} as const satisfies Record<HeldBy, MessageKey>

/** What will be told next, and why nothing is told now: what a commander asks first. */
export function OutlookFacts({ diagnostics }: { readonly diagnostics: Diagnostics }) {
  const { outlook } = diagnostics
  const held = outlook ? heldTexts(outlook, diagnostics) : [message('options_diagnostics_unknown')]
  return (
    <>
      <Fact name="next" term={message('options_diagnostics_next_reminder')}>
        {outlook ? nextText(outlook, diagnostics) : message('options_diagnostics_unknown')}
      </Fact>
      <Fact name="held" term={message('options_diagnostics_held')}>
        {held.map((text) => (
          <span key={text} class="diagnostics-line">
            {text}
          </span>
        ))}
      </Fact>
    </>
  )
}

function nextText({ next, silence }: Outlook, { zone, now }: Diagnostics): ComponentChildren {
  if (!next) {
    return message('options_diagnostics_next_none', message(silence ? SILENCES[silence] : 'options_diagnostics_told'))
  }
  const { kind, dueAt, heldBy } = next
  // What a snooze puts off says so by its kind.
  const later = heldBy === 'quiet' ? 'options_diagnostics_next_quiet' : 'options_diagnostics_next_at'
  const key = dueAt <= now ? 'options_diagnostics_next_due' : later
  return message(key, instantText(dueAt, zone.timeZone, now), kindText(kind))
}

function heldTexts({ holds, silence }: Outlook, { permission, zone, now }: Diagnostics): readonly string[] {
  const texts = [
    ...(permission === 'denied' ? [message('options_diagnostics_held_denied')] : []),
    ...(silence ? [message(SILENCES[silence])] : []),
    ...holds.map(({ by, until }) => message(HELD[by], instantText(until, zone.timeZone, now))),
  ]
  // Days that were snoozed within one minute are one line.
  return texts.length > 0 ? [...new Set(texts)] : [message('options_diagnostics_held_nothing')]
}
