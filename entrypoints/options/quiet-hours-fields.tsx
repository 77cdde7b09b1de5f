import { useRef, useState } from 'preact/hooks'
import { Field } from '../../components/form/field.tsx'
import { Switch } from '../../components/form/switch.tsx'
import { message } from '../../utils/i18n/messages.ts'
import type { QuietHours } from '../../utils/record/record.ts'
import { setSetting } from '../../utils/record/transitions.ts'
import { minuteOfDay, parseTime, timeInputValue } from '../../utils/time/wall-time.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import type { Page } from './page.ts'
import { useSave } from './save.tsx'

/** Proposed when quiet hours are switched on: 22:00 to 8:00. */
const PROPOSED: QuietHours = { from: 22 * 60, to: 8 * 60 }

/** How long nobody types before what stands there is stored, in ms. */
const PAUSE = 1000

interface Texts {
  readonly from: string
  readonly to: string
}

export function QuietHoursFields({ page }: { readonly page: Page }) {
  const save = useSave()
  const { quietHours } = page.view.settings
  // Kept for the way back when they are switched off by mistake.
  const last = useRef(PROPOSED)
  if (quietHours) last.current = quietHours
  const [typed, setTyped] = useState<Texts | undefined>(undefined)
  const texts = typed ?? textsOf(quietHours ?? last.current)
  const entry = readQuietHours(texts)
  // "10:00 PM" comes as 1:00 AM and 10:00 AM first: what is typed is stored after a pause, or when the field is left.
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const onInput = (next: Texts) => {
    setTyped(next)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => store(next), PAUSE)
  }
  const store = async (next: Texts) => {
    clearTimeout(waiting.current)
    const read = readQuietHours(next)
    if (read.value && (await save(setSetting('quietHours', read.value)))) {
      setTyped((current) => (current === next ? undefined : current))
    }
  }
  return (
    <>
      <Switch
        name="quiet-on"
        label={message('options_quiet')}
        hint={message('options_quiet_hint', zoneNameOf(page.zone.timeZone))}
        checked={quietHours !== null}
        onChange={(on) => {
          // What waits to be stored would switch them on again.
          clearTimeout(waiting.current)
          setTyped(undefined)
          return save(setSetting('quietHours', on ? last.current : null))
        }}
      />
      {quietHours ? (
        <div class="field-row is-inset">
          {(['from', 'to'] as const).map((end) => (
            <Field
              key={end}
              name={`quiet-${end}`}
              class="is-time"
              label={message(end === 'from' ? 'options_quiet_from' : 'options_quiet_to')}
              error={entry.field === end ? entry.error : undefined}
            >
              {(field) => (
                <input
                  {...field}
                  class="input"
                  type="time"
                  value={texts[end]}
                  onInput={(event) => onInput({ ...texts, [end]: event.currentTarget.value })}
                  onBlur={() => typed && store(typed)}
                />
              )}
            </Field>
          ))}
        </div>
      ) : null}
    </>
  )
}

function textsOf({ from, to }: QuietHours): Texts {
  const text = (minute: number) => timeInputValue({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return { from: text(from), to: text(to) }
}

interface QuietEntry {
  readonly value?: QuietHours
  readonly field?: keyof Texts
  readonly error?: string
}

function readQuietHours({ from, to }: Texts): QuietEntry {
  const start = parseTime(from)
  if (!start.ok) return { field: 'from', error: message('options_quiet_error_time') }
  const end = parseTime(to)
  if (!end.ok) return { field: 'to', error: message('options_quiet_error_time') }
  const value = { from: minuteOfDay(start.value), to: minuteOfDay(end.value) }
  return value.from === value.to ? { field: 'to', error: message('options_quiet_error_equal') } : { value }
}
