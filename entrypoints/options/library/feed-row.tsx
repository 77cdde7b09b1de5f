import { useId, useMemo } from 'preact/hooks'
import { labelOf } from '../../../components/instant-words.ts'
import { levelsText } from '../../../components/level-words.ts'
import { dateText } from '../../../components/words.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { FeedEntry } from '../../../utils/packs/feed-entry.ts'
import { type FeedGroup, headOf } from '../../../utils/packs/group-feed.ts'
import type { ImportItem } from '../../../utils/record/import.ts'
import type { Page } from '../page.ts'
import { EventTick } from './event-tick.tsx'
import { changeTexts, whyText } from './import-text.ts'
import { repeatsText } from './shape-text.ts'
import { StatusTag } from './status-tag.tsx'

export interface FeedRowProps {
  readonly page: Page
  readonly group: FeedGroup
  readonly item: ImportItem
  /** Epoch ms; of what comes again that of the time which is on or next. */
  readonly startsAt: number
  readonly isOver: boolean
  readonly ticked: boolean
  readonly onTick: (ids: readonly string[], on: boolean) => void
}

/** A meta with its feeders, or an entry that stands alone. */
export function FeedRow({ page, group, item, startsAt, isOver, ticked, onTick }: FeedRowProps) {
  const id = useId()
  const { imported, status } = item
  const { event } = imported
  const { timeZone } = page.zone
  // Hours in words take longest: they are the same with each tick and letter.
  const facts = useMemo(
    () => <Facts page={page} group={group} item={item} startsAt={startsAt} isOver={isOver} />,
    [group, item, startsAt, isOver, timeZone],
  )
  return (
    <li class="import-item" data-event={event.id} data-status={status}>
      <div class="import-item-head">
        <EventTick
          name={event.name}
          checked={ticked}
          disabled={status === 'older'}
          describedBy={id}
          onTick={(on) => onTick([event.id], on)}
        />
        {status === 'new' ? null : <StatusTag status={status} />}
      </div>
      <div class="feed-facts" id={id}>
        {facts}
      </div>
    </li>
  )
}

type FactsProps = Pick<FeedRowProps, 'page' | 'group' | 'item' | 'startsAt' | 'isOver'>

function Facts({ page, group, item, startsAt, isOver }: FactsProps) {
  const head = headOf(group)
  const later = startsAt - group.startsAt
  const why = whyText(item.status)
  const changes = item.status === 'new' ? [] : changeTexts(item, page)
  return (
    <>
      <p class="row-detail">{rangeText(group, later, page)}</p>
      <p class="kinds">
        {head.format ? <span class="kind">{head.format}</span> : null}
        {head.subType ? <span class="kind">{head.subType}</span> : null}
        {head.minLevel || head.maxLevel ? <span class="kind">{levelsText(head)}</span> : null}
        {head.repeats ? <span class="kind">{repeatsText(head.repeats.weeks)}</span> : null}
        {isOver && !head.repeats ? <span class="kind">{message('options_feed_over_tag')}</span> : null}
        {head.isActive ? null : <span class="kind">{message('options_feed_inactive_tag')}</span>}
      </p>
      {why || changes.length > 0 ? (
        <div class="import-changes">
          {why ? <p>{why}</p> : null}
          {changes.length > 0 ? (
            <ul>
              {changes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {group.meta ? (
        <details class="help">
          <summary>{plural('options_library_related', group.entries.length)}</summary>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.id}>
                {entry.title} <span class="note">{feederText(entry, later, page)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function feederText(entry: FeedEntry, later: number, page: Page): string {
  const levels = entry.minLevel || entry.maxLevel ? [levelsText(entry)] : []
  return [rangeText(entry, later, page), ...levels].join(' · ')
}

/**
 * @param later ms by which what is shown comes after the first time
 * @example rangeText(group, 0, page) // "Thu 25 Jun, 16:00 – Wed 1 Jul, 16:00"
 */
function rangeText(
  { startsAt, endsAt }: Pick<FeedGroup, 'startsAt' | 'endsAt'>,
  later: number,
  { zone, now }: Page,
): string {
  const from = labelOf(startsAt + later, zone.timeZone, now)
  const to = labelOf(endsAt + later, zone.timeZone, now)
  return message('options_feed_range', dateText(from), from.time, dateText(to), to.time)
}
