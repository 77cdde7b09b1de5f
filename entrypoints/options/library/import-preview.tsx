import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import { type ImportItem, planImport } from '../../../utils/record/import.ts'
import type { Page } from '../page.ts'
import { FeedPicker } from './feed-picker.tsx'
import { ImportBar } from './import-bar.tsx'
import { PackItem } from './pack-item.tsx'
import type { ReadImport } from './read-import.ts'
import { importedOfGroup } from './sources.ts'

export interface ImportPreviewProps {
  readonly page: Page
  /** At least one event or group. */
  readonly read: ReadImport
  /** What was ticked before the page was closed: ids of events; undefined: what is ticked at first. */
  readonly kept: readonly string[] | undefined
  /** It stands there since the page was opened: nobody asked for the focus. */
  readonly opened: boolean
  /** Told of all that is ticked, after each change. */
  readonly onTicked: (ids: readonly string[]) => void
  /** Resolves to false where it could not be stored. */
  readonly onConfirm: (chosen: readonly ImportItem[]) => Promise<boolean>
  readonly onCancel: () => void
}

/** Schedules of packs with more events than this are opened one by one. */
const MOST_OPEN = 3

/** What would be imported, with a tick for each event. Nothing is stored before the commander says so. */
export function ImportPreview({ page, read, kept, opened, onTicked, onConfirm, onCancel }: ImportPreviewProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!opened) title.current?.focus()
  }, [opened])
  // What is over by now: the page's clock would plan everything anew each minute.
  const [now] = useState(page.now)
  const packed = useMemo(() => planImport(page.record, read.events, now), [page.record, read, now])
  const imported = useMemo(() => read.groups.map(importedOfGroup), [read])
  const fed = useMemo(() => planImport(page.record, imported, now), [page.record, imported, now])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        kept ?? [...packed.filter(isTickedAtFirst), ...fed.filter(({ status }) => status === 'changed')].map(idOf),
      ),
  )
  const newest = useRef(ticked)
  const tick = (ids: readonly string[], on: boolean) => {
    const after = new Set(newest.current)
    for (const id of ids) on ? after.add(id) : after.delete(id)
    newest.current = after
    setTicked(after)
    onTicked([...after])
  }
  const chosen = [...packed, ...fed].filter((item) => ticked.has(idOf(item)) && item.status !== 'older')
  return (
    <div class="import-preview" data-import-preview>
      <h4 class="import-heading" ref={title} tabIndex={-1}>
        {message(packed.length > 0 ? 'options_import_preview' : 'options_feed_title')}
      </h4>
      {packed.length > 0 ? (
        <ul class="rows">
          {packed.map((item) => (
            <PackItem
              key={idOf(item)}
              page={page}
              item={item}
              ticked={ticked.has(idOf(item))}
              open={packed.length <= MOST_OPEN}
              onTick={(on) => tick([idOf(item)], on)}
            />
          ))}
        </ul>
      ) : null}
      {packed.length > 0 && fed.length > 0 ? <h4 class="import-heading">{message('options_feed_title')}</h4> : null}
      {fed.length > 0 ? (
        <FeedPicker page={page} groups={read.groups} items={fed} ticked={ticked} onTick={tick} now={now} />
      ) : null}
      <ImportBar page={page} chosen={chosen} foldable={fed.length > 0} onConfirm={onConfirm} onCancel={onCancel} />
    </div>
  )
}

function isTickedAtFirst({ status }: ImportItem): boolean {
  return status === 'new' || status === 'changed'
}

function idOf({ imported }: ImportItem): string {
  return imported.event.id
}
