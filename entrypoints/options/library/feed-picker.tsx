import { useMemo, useState } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { filterFeed } from '../../../utils/packs/filter-feed.ts'
import type { FeedGroup } from '../../../utils/packs/group-feed.ts'
import type { ImportItem } from '../../../utils/record/import.ts'
import { zoneNameOf } from '../../../utils/time/zone-name.ts'
import type { Page } from '../page.ts'
import { FeedFilters, type FeedQuery, levelOf } from './feed-filters.tsx'
import { FeedRow } from './feed-row.tsx'
import { MoreButton } from './more-button.tsx'
import { shownStart } from './shown-start.ts'

export interface FeedPickerProps {
  readonly page: Page
  readonly groups: readonly FeedGroup[]
  /** What an import would do with each of the groups, in their order. */
  readonly items: readonly ImportItem[]
  /** Ids of events. */
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ids: readonly string[], on: boolean) => void
  /** Epoch ms at which the feed was read. */
  readonly now: number
}

/** Rows drawn at first, and again with each "Show more". */
const ROWS = 50

/** Everything in the feed, to be searched, filtered and ticked. */
export function FeedPicker({ page, groups, items, ticked, onTick, now }: FeedPickerProps) {
  const { level } = page.view.commander
  const [query, setQuery] = useState<FeedQuery>({
    words: '',
    format: '',
    category: '',
    level: level === null ? '' : String(level),
    over: false,
    inactive: false,
    onlyTicked: false,
  })
  const [rows, setRows] = useState(ROWS)
  const itemByGroup = useMemo(
    () => new Map(groups.map((group, index) => [group, items[index] as ImportItem])),
    [groups, items],
  )
  const startByGroup = useMemo(
    () =>
      new Map([...itemByGroup].map(([group, { imported }]) => [group, shownStart(imported, now) ?? group.startsAt])),
    [itemByGroup, now],
  )
  const inOrder = useMemo(() => {
    const start = (group: FeedGroup) => startByGroup.get(group) ?? group.startsAt
    return groups.toSorted((a, b) => start(a) - start(b))
  }, [groups, startByGroup])
  const found = useMemo(() => {
    const { words, format, category, over, inactive } = query
    const from = over ? undefined : now
    return filterFeed(inOrder, {
      query: words,
      format,
      category,
      level: levelOf(query),
      from,
      includeInactive: inactive,
    })
  }, [inOrder, query, now])
  const idOf = (group: FeedGroup) => itemByGroup.get(group)?.imported.event.id ?? ''
  const shown = query.onlyTicked ? inOrder.filter((group) => ticked.has(idOf(group))) : found
  // What the commander changed is replaced only where it is ticked by itself.
  const tickable = shown
    .flatMap((group) => itemByGroup.get(group) ?? [])
    .filter(({ status }) => status === 'new' || status === 'changed')
    .map(({ imported }) => imported.event.id)
  return (
    <div class="feed" data-feed>
      <p class="note">{message('options_feed_hint', zoneNameOf(page.zone.timeZone))}</p>
      <FeedFilters
        groups={groups}
        query={query}
        onChange={(change) => {
          setQuery((before) => ({ ...before, ...change }))
          setRows(ROWS)
        }}
      />
      <div class="feed-head">
        <p class="note" role="status" data-feed-count={shown.length}>
          {message('options_feed_count', shown.length, groups.length)}
        </p>
        <button
          type="button"
          class="button is-quiet is-small"
          data-action="tick-shown"
          disabled={tickable.every((id) => ticked.has(id))}
          onClick={() => onTick(tickable, true)}
        >
          {plural('options_feed_tick_shown', tickable.length)}
        </button>
        <button
          type="button"
          class="button is-quiet is-small"
          data-action="untick-all"
          disabled={!groups.some((group) => ticked.has(idOf(group)))}
          onClick={() => onTick(groups.map(idOf), false)}
        >
          {message('options_feed_untick')}
        </button>
      </div>
      {shown.length === 0 ? <p class="note">{message('options_feed_none')}</p> : null}
      <ul class="rows feed-rows">
        {shown.slice(0, rows).map((group) => {
          const item = itemByGroup.get(group)
          return item ? (
            <FeedRow
              key={group.id}
              page={page}
              group={group}
              item={item}
              startsAt={startByGroup.get(group) ?? group.startsAt}
              isOver={group.endsAt <= now}
              ticked={ticked.has(item.imported.event.id)}
              onTick={onTick}
            />
          ) : null
        })}
      </ul>
      <MoreButton left={shown.length - rows} most={ROWS} onMore={() => setRows(rows + ROWS)} />
    </div>
  )
}
