import { useRef, useState } from 'preact/hooks'
import { regionHint } from '../../components/form/region-hint.ts'
import { StartFields } from '../../components/form/start-fields.tsx'
import { useStartDraft } from '../../components/form/use-start-draft.ts'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { regionalStart } from '../../utils/schedule/start.ts'
import { byClock, type StartDraft } from '../../utils/storage/draft-places.ts'
import type { DraftPlace } from '../../utils/storage/drafts.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import { KeptNote } from './kept-note.tsx'
import type { Page } from './page.ts'
import { useKeptDraft } from './use-kept-draft.ts'

export interface StartFormProps {
  readonly page: Page
  readonly event: EventDefinition
  /** Of the run, epoch ms: the inputs show it in the commander's region until somebody types. */
  readonly startsAt: number
  /** The hour shown is only assumed; it stays so until the commander types one. */
  readonly assumed: boolean
  /** Where what is typed is kept until it is submitted. */
  readonly place: DraftPlace<StartDraft>
  /** Names the button to tests. */
  readonly action: string
  readonly submit: string
  /** With the run's start; resolves to false where it could not be stored. */
  readonly onSubmit: (startsAt: number, startAssumed: boolean) => Promise<boolean>
}

/** Date and hour of a start in the commander's zone, and a button: two inputs are one value, so they are stored together. */
export function StartForm({ page, event, startsAt, assumed, place, action, submit, onSubmit }: StartFormProps) {
  const { zone, now } = page
  const { region } = page.view.commander
  const { local, delay } = regionalStart(event, region)
  const { timeZone } = zone
  const form = useRef<HTMLFormElement>(null)
  const kept = useKeptDraft(byClock(place, { timeZone, delay }))
  const draft = useStartDraft({
    ...{ event: local, startsAt: startsAt + delay, assumed, timeZone, now },
    kept: kept.restored,
    onTyped: (typed) => kept.keep(typed && { ...typed, timeZone, delay }),
  })
  const isRestored = draft.changed && kept.restored !== undefined
  // While a date is typed it is wrong most of the time: it is judged when the inputs are left.
  const [judged, setJudged] = useState(false)

  const onSave = async () => {
    setJudged(true)
    if (draft.error || !draft.entry.ok) return
    // The inputs show whole minutes of the wall, and of an hour that comes twice the first: what nobody typed stays.
    const start = draft.changed ? draft.entry.instant - delay : startsAt
    if (await onSubmit(start, draft.assumed)) {
      draft.reset()
      setJudged(false)
    }
  }
  const onDiscard = () => {
    draft.reset()
    setJudged(false)
    // The button that was pressed goes.
    form.current?.querySelector('input')?.focus()
  }
  return (
    <form
      ref={form}
      class="start-form"
      noValidate
      onFocusOut={(event) => {
        if (draft.changed && !event.currentTarget.contains(event.relatedTarget as Node | null)) setJudged(true)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <StartFields
        dateLabel={message('options_start_date')}
        timeLabel={message('options_start_time', zoneNameOf(timeZone))}
        timeHint={[regionHint(event, region), draft.assumed ? message('options_start_assumed_hint') : undefined]
          .filter(Boolean)
          .join(' ')}
        value={draft.text}
        error={judged ? draft.error : undefined}
        onInput={draft.onInput}
      />
      <div class="start-submit">
        <button type="submit" class={action === 'start-run' ? 'button is-main' : 'button'} data-action={action}>
          {submit}
        </button>
        {isRestored ? <KeptNote text={message('options_kept')} onDiscard={onDiscard} /> : null}
        {draft.changed && !isRestored ? <p class="note">{message('options_start_unsaved')}</p> : null}
      </div>
    </form>
  )
}
