import { useState } from 'preact/hooks'
import type { EventDefinition } from '../../utils/events/event.ts'
import { readStart, type StartEntry } from '../../utils/schedule/start.ts'
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

interface Typed {
  readonly text: StartText
  readonly hour: boolean
  readonly broken: BrokenInputs
}

/** A start while it is typed: what the inputs show, what they mean, and what is wrong with it. */
export function useStartDraft({ event, startsAt, assumed, timeZone, now }: StartProposal): StartDraft {
  const [typed, setTyped] = useState<Typed>()
  const proposed = wallTimeAt(startsAt, timeZone)
  const text = typed?.text ?? { date: dateInputValue(proposed), time: timeInputValue(proposed) }
  const entry = readStart(event, text.date, text.time, timeZone, now)
  return {
    text,
    assumed: assumed && !typed?.hour,
    changed: typed !== undefined,
    entry,
    error: startErrorOf(entry, text, typed?.broken ?? {}, event, timeZone, now),
    onInput: (value, broken, field) => {
      const hour = field === 'time' || (typed?.hour ?? false)
      const follows = assumed && !hour ? assumedTimeOn(event, value.date, timeZone) : undefined
      setTyped({ text: { ...value, time: follows ?? value.time }, hour, broken: { ...typed?.broken, [field]: broken } })
    },
    reset: () => setTyped(undefined),
  }
}
