import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../../../components/form/field.tsx'
import { Switch } from '../../../components/form/switch.tsx'
import { WEEKS_RANGE } from '../../../utils/events/schema.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { addRun } from '../../../utils/record/transitions.ts'
import { type RepeatsDraft, repeatsPlace, trackPlace } from '../../../utils/storage/draft-places.ts'
import { forgetDraft } from '../../../utils/storage/drafts.ts'
import type { Page } from '../page.ts'
import { useSave } from '../save.tsx'
import { StartForm } from '../start-form.tsx'
import { useKeptDraft } from '../use-kept-draft.ts'
import type { KnownEvent } from './known-events.ts'
import { startProposal, withAssumedStart } from './start-proposal.ts'

export interface TrackFormProps {
  readonly page: Page
  readonly known: KnownEvent
  /** It is tracked, or the commander changed their mind. */
  readonly onDone: () => void
  /** It stands there since the page was opened: nobody asked for the focus. */
  readonly opened: boolean
}

/** Asks when an event starts, and whether it comes again. */
export function TrackForm({ page, known, onDone, opened }: TrackFormProps) {
  const save = useSave()
  const { event, runs } = known
  const box = useRef<HTMLDivElement>(null)
  const proposed = { repeats: event.repeatsEvery !== undefined, weeks: String(event.repeatsEvery ?? 1) }
  const kept = useKeptDraft(repeatsPlace(event.id))
  const [{ repeats, weeks }, setTyped] = useState(kept.restored ?? proposed)
  const onTyped = (typed: RepeatsDraft) => {
    setTyped(typed)
    kept.keep(typed.repeats === proposed.repeats && typed.weeks === proposed.weeks ? undefined : typed)
  }
  useEffect(() => {
    if (!opened) box.current?.querySelector('input')?.focus()
  }, [opened])
  const close = () => {
    kept.keep(undefined)
    forgetDraft(trackPlace(event.id))
    onDone()
  }

  const every = /^\d{1,2}$/.test(weeks.trim()) ? Number(weeks) : 0
  const isWrong = repeats && (every < WEEKS_RANGE.least || every > WEEKS_RANGE.most)
  const track = async (startsAt: number, startAssumed: boolean) => {
    if (isWrong) {
      box.current?.querySelector<HTMLElement>('[data-field="track-weeks"]')?.focus()
      return false
    }
    const run = { eventId: event.id, startsAt, startAssumed, ...(repeats ? { repeatsEvery: every } : {}) }
    const isTracked = await save(addRun(run))
    if (isTracked) close()
    return isTracked
  }
  return (
    <div class="track-form" ref={box} data-track={event.id}>
      <p class="note">{message('options_library_track_intro')}</p>
      <div class="track-repeats">
        <Switch
          tick
          name="track-repeats"
          label={message('options_library_repeats')}
          hint={message('options_library_repeats_hint')}
          checked={repeats}
          onChange={(on) => onTyped({ repeats: on, weeks })}
        />
        {repeats ? (
          <Field
            name="track-weeks"
            class="is-number"
            label={message('options_library_weeks')}
            error={isWrong ? message('options_library_weeks_error', WEEKS_RANGE.least, WEEKS_RANGE.most) : undefined}
          >
            {(field) => (
              <input
                {...field}
                class="input"
                type="number"
                min={WEEKS_RANGE.least}
                max={WEEKS_RANGE.most}
                step={1}
                value={weeks}
                onInput={(input) => onTyped({ repeats, weeks: input.currentTarget.value })}
              />
            )}
          </Field>
        ) : null}
      </div>
      <StartForm
        page={page}
        event={withAssumedStart(event, runs)}
        startsAt={startProposal(event, page.view.commander.region, page.now, runs)}
        assumed
        place={trackPlace(event.id)}
        action="track-start"
        submit={message('options_library_track_submit')}
        onSubmit={track}
      />
      <button type="button" class="button is-quiet" data-action="track-cancel" onClick={close}>
        {message('options_library_cancel')}
      </button>
    </div>
  )
}
