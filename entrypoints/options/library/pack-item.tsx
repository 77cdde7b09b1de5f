import { useId } from 'preact/hooks'
import type { ImportItem } from '../../../utils/record/import.ts'
import type { Page } from '../page.ts'
import { EventTick } from './event-tick.tsx'
import { changeTexts, whyText } from './import-text.ts'
import { ScheduleDetails } from './schedule-details.tsx'
import { shapeText } from './shape-text.ts'
import { StatusTag } from './status-tag.tsx'

export interface PackItemProps {
  readonly page: Page
  readonly item: ImportItem
  readonly ticked: boolean
  /** Its schedule is open at first. */
  readonly open: boolean
  readonly onTick: (on: boolean) => void
}

/** An event of a pack: what would become of it, and its days. */
export function PackItem({ page, item, ticked, open, onTick }: PackItemProps) {
  const id = useId()
  const { imported, status } = item
  const why = whyText(status)
  const changes = changeTexts(item, page)
  return (
    <li class="import-item" data-event={imported.event.id} data-status={status}>
      <div class="import-item-head">
        <EventTick
          name={imported.event.name}
          checked={ticked}
          disabled={status === 'older'}
          describedBy={id}
          onTick={onTick}
        />
        <StatusTag status={status} />
      </div>
      <p class="row-detail">{shapeText(imported.event, page.view.commander.level)}</p>
      <div id={id} class="import-changes">
        {why ? <p>{why}</p> : null}
        {changes.length > 0 ? (
          <ul>
            {changes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <ScheduleDetails page={page} imported={imported} open={open} />
    </li>
  )
}
