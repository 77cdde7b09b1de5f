import { useMemo } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { BackupPreview } from '../../../utils/record/backup-changes.ts'
import { countText } from '../history/words.ts'
import type { Page } from '../page.ts'
import { inOrder, namerOf, type Room, renamedIn, settingName } from './change-names.ts'

/** Names that are told of each kind. */
const MOST_NAMES = 8

const ROOMS = {
  commanders: () => message('options_backup_room_commanders'),
  events: () => message('options_backup_room_events'),
  runs: () => message('options_backup_room_runs'),
  marks: () => message('options_backup_room_marks'),
} as const satisfies Record<Room, () => string>

const KINDS = {
  added: (count: string) => message('options_backup_kind_added', count),
  changed: (count: string) => message('options_backup_kind_changed', count),
  removed: (count: string) => message('options_backup_kind_removed', count),
} as const

type Kind = keyof typeof KINDS

export interface ChangeListProps {
  readonly page: Page
  readonly preview: BackupPreview
}

/** What an import would change: how many of each, and their names. */
export function ChangeList({ page, preview }: ChangeListProps) {
  const recordOf = (kind: Kind) => (kind === 'removed' ? page.record : preview.after)
  const names = { before: namerOf(page.record, page), after: namerOf(preview.after, page) }
  const renamed = useMemo(() => renamedIn(page.record, preview.after), [page.record, preview])
  const nameOf = (kind: Kind, room: Room, id: string): string => {
    const [before, after] = [names.before(room, id), names.after(room, id)]
    if (kind === 'changed' && room === 'commanders' && renamed.has(id)) {
      return message('options_backup_renamed', before, after)
    }
    return kind === 'removed' ? before : after
  }
  const rooms = (Object.keys(ROOMS) as Room[]).filter((room) =>
    Object.values(preview[room]).some((ids) => ids.length > 0),
  )
  return (
    <dl class="backup-changes">
      {rooms.map((room) => (
        <div key={room} data-room={room}>
          <dt>{ROOMS[room]()}</dt>
          {(Object.keys(KINDS) as Kind[]).map((kind) => (
            <Named
              key={kind}
              kind={kind}
              ids={inOrder(recordOf(kind), room, preview[room][kind])}
              nameOf={(id) => nameOf(kind, room, id)}
            />
          ))}
        </div>
      ))}
      {preview.settings.length > 0 ? (
        <div data-room="settings">
          <dt>{message('options_backup_room_settings')}</dt>
          <Named kind="changed" ids={preview.settings} nameOf={settingName} />
        </div>
      ) : null}
    </dl>
  )
}

interface NamedProps<I extends string> {
  readonly kind: Kind
  readonly ids: readonly I[]
  readonly nameOf: (id: I) => string
}

function Named<I extends string>({ kind, ids, nameOf }: NamedProps<I>) {
  if (ids.length === 0) return null
  return (
    <dd data-change={kind} data-count={ids.length}>
      <span class="backup-kind">{KINDS[kind](countText(ids.length))}</span>
      <ul class="backup-names">
        {ids.slice(0, MOST_NAMES).map((id) => (
          <li key={id}>
            <bdi>{nameOf(id)}</bdi>
          </li>
        ))}
        {ids.length > MOST_NAMES ? <li>{plural('options_backup_more', ids.length - MOST_NAMES)}</li> : null}
      </ul>
    </dd>
  )
}
