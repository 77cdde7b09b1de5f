import { useState } from 'preact/hooks'
import type { EventDefinition } from '../../utils/events/event.ts'
import { readStart, type StartEntry, type TypedStart } from '../../utils/schedule/start.ts'
import { dateInputValue, timeInputValue } from '../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../utils/time/zone.ts'
import { assumedTimeOn } from './assumed-time.ts'
import { type BrokenInputs, startErrorOf } from './start-error.ts'
import type { StartError, StartFieldsProps, StartText } from './start-fields.tsx'

interface StartProposal {
  readonly event: EventDefinition
  /** Epoch ms; what the inputs show until somebody types. */
  readonly startsAt: number
  /** The hour shown is only assumed; it stays so until the commander types one. */
  readonly assumed: boolean
  /** On whose clock date and hour are meant. */
  readonly timeZone: string
  readonly now: number
  /** What was typed before, when the form was open the last time. */
  readonly kept?: TypedStart | undefined
  /** Told of all that is typed; of undefined where it is taken back. */
  readonly onTyped: (typed: TypedStart | undefined) => void
}

export interface StartDraft {
  readonly text: StartText
  /** The hour follows the date, and nobody has said that it is right. */
  readonly assumed: boolean
  /** Somebody typed. */
  readonly changed: boolean
  readonly entry: StartEntry
  readonly error: StartError | undefined
  readonly onInput: StartFieldsProps['onInput']
  readonly reset: () => void
}

interface Typed extends TypedStart {
  readonly broken: BrokenInputs
}

/** A start while it is typed: what the inputs show, what they mean, and what is wrong with it. */
export function useStartDraft(proposal: StartProposal): StartDraft {
  const { event, startsAt, assumed, timeZone, now, kept, onTyped } = proposal
  const [typed, setTyped] = useState<Typed | undefined>(() => kept && { ...kept, broken: {} })
  const proposed = wallTimeAt(startsAt, timeZone)
  const { date, time } = typed ?? { date: dateInputValue(proposed), time: timeInputValue(proposed) }
  const text = { date, time }
  const entry = readStart(event, text.date, text.time, timeZone, now)
  return {
    text,
    assumed: assumed && !typed?.hasHour,
    changed: typed !== undefined,
    entry,
    error: startErrorOf(entry, text, typed?.broken ?? {}, event, timeZone, now),
    onInput: (value, broken, field) => {
      const hasHour = field === 'time' || (typed?.hasHour ?? false)
      const follows = assumed && !hasHour ? assumedTimeOn(event, value.date, timeZone) : undefined
      const next = { ...value, time: follows ?? value.time, hasHour }
      setTyped({ ...next, broken: { ...typed?.broken, [field]: broken } })
      onTyped(next)
    },
    reset: () => {
      setTyped(undefined)
      onTyped(undefined)
    },
  }
}
