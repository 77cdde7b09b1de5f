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
  const onInput = async (next: Texts) => {
    setTyped(next)
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
