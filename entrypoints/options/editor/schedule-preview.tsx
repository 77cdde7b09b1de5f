import { useId, useState } from 'preact/hooks'
import { dayText, instantText, labelOf } from '../../../components/instant-words.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { Audience } from '../../../utils/schedule/schedule.ts'
import { proposedStarts } from '../../../utils/schedule/start.ts'
import { zoneNameOf } from '../../../utils/time/zone-name.ts'
import type { Page } from '../page.ts'
import { PreviewDays } from './preview-days.tsx'
import { type Preview, previewOf } from './preview-rows.ts'
import { previewLabels } from './preview-words.ts'
import { Timeline } from './timeline.tsx'

export interface SchedulePreviewProps {
  readonly page: Pick<Page, 'now' | 'zone'>
  readonly event: EventDefinition
  /** Epoch ms; undefined: an example is shown, and named so. */
  readonly startsAt?: number | undefined
  /** Whose game it is; absent: everybody's. */
  readonly audience?: Audience | undefined
}

/** Windows that are listed at first. */
const SHOWN_AT_ONCE = 100

/** When everything of an event is open, in the commander's zone. */
export function SchedulePreview({ page, event, startsAt, audience }: SchedulePreviewProps) {
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  const { now } = page
  const { timeZone } = page.zone
  const start = startsAt ?? proposedStarts(event, now).next
  const preview = previewOf(event, start, audience)
  const rows = isWhole ? preview.rows : preview.rows.slice(0, SHOWN_AT_ONCE)
  const labels = previewLabels(rows, timeZone, now)
  const when = instantText(preview.schedule.startsAt, timeZone, now)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is for fields, and disabled with the page's.
    <div class="preview" role="group" aria-labelledby={id} data-preview={event.id}>
      <p class="preview-title" id={id}>
        {message('options_preview_title', zoneNameOf(timeZone), labelOf(start, timeZone, now).zone)}
      </p>
      {rows.length === 0 ? (
        <p class="note">{message('options_preview_none')}</p>
      ) : (
        <>
          <p class="preview-span" data-example={startsAt === undefined ? '' : undefined}>
            {startsAt === undefined
              ? message('options_preview_example', when)
              : message('options_preview_starts', when)}{' '}
            {endText(preview, timeZone, now)}
            {event.repeatsEvery === undefined ? null : ` ${plural('options_preview_repeats', event.repeatsEvery)}`}
          </p>
          <Timeline
            preview={preview}
            start={dayText(preview.from, timeZone, now)}
            end={
              Number.isFinite(preview.schedule.endsAt)
                ? dayText(preview.to, timeZone, now)
                : message('options_preview_end_unknown_short')
            }
          />
          <PreviewDays page={page} start={start} rows={rows} labels={labels} audience={audience} />
          {rows.length < preview.rows.length ? (
            <button type="button" class="button is-quiet" data-action="preview-all" onClick={() => setWhole(true)}>
              {plural('options_preview_more', preview.rows.length - rows.length)}
            </button>
          ) : null}
        </>
      )}
    </div>
  )
}

function endText({ schedule }: Preview, timeZone: string, now: number): string {
  if (!Number.isFinite(schedule.endsAt)) return message('options_preview_end_unknown')
  return message('options_preview_ends', instantText(schedule.endsAt, timeZone, now))
}
