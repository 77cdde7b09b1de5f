import { useId } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'

export interface CommanderActionsProps {
  /** No other commander is called the same. */
  readonly name: string
  readonly isArchived: boolean
  /** Nobody else is played. */
  readonly isLastPlayed: boolean
  readonly onArchive: (archived: boolean) => void
  readonly onRemove: () => void
}

/** Puts a commander away, for a while or for good, or says why that cannot be. */
export function CommanderActions({ name, isArchived, isLastPlayed, onArchive, onRemove }: CommanderActionsProps) {
  const noteId = useId()
  const shared = {
    type: 'button',
    'aria-describedby': noteId,
    // Said, not done: with the focus on it, the reason can be heard.
    'aria-disabled': isLastPlayed ? 'true' : undefined,
  } as const
  return (
    <div class="commander-actions">
      {isArchived ? (
        <button
          {...shared}
          class="button is-quiet"
          data-action="unarchive-commander"
          aria-label={message('options_commander_unarchive_named', name)}
          onClick={() => onArchive(false)}
        >
          {message('options_commander_unarchive')}
        </button>
      ) : (
        <button
          {...shared}
          class="button is-quiet"
          data-action="archive-commander"
          aria-label={message('options_commander_archive_named', name)}
          onClick={() => !isLastPlayed && onArchive(true)}
        >
          {message('options_commander_archive')}
        </button>
      )}
      <button
        {...shared}
        class="button is-quiet is-danger"
        data-action="remove-commander"
        aria-label={message('options_commander_remove_named', name)}
        onClick={() => !isLastPlayed && onRemove()}
      >
        {message('options_commander_remove')}
      </button>
      <p class="note" id={noteId}>
        {message(isLastPlayed ? 'options_commander_last_played' : 'options_commander_archive_hint')}
      </p>
    </div>
  )
}
