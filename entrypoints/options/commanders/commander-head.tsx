import { Changes } from '../../../components/changes.tsx'
import { Chevron } from '../../../components/icons.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { KnownCommander } from '../../../utils/record/read.ts'
import { RoleEmblem } from '../role-emblem.tsx'

export interface CommanderHeadProps {
  readonly commander: KnownCommander
  /** No other commander is called the same. */
  readonly name: string
  /** What is told of the commander, in a line. */
  readonly details: string
  readonly isOpen: boolean
  /** Ids of the elements that hold the name and what the row opens to. */
  readonly nameId: string
  readonly panelId: string
  readonly onToggle: () => void
  /** Absent for one who is archived. */
  readonly played?: PlayedProps | undefined
}

export interface PlayedProps {
  /** The name of the radio buttons, of which one is on. */
  readonly group: string
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChoose: () => void
  readonly onMove: (step: -1 | 1) => void
}

/** A commander's row: chosen by its radio button, opened by its name, moved by its arrows. */
export function CommanderHead(props: CommanderHeadProps) {
  const { commander, name, details, isOpen, nameId, panelId, onToggle, played } = props
  return (
    <div class="commander-head">
      {played ? (
        <Changes>
          <label class="commander-pick">
            <input
              class="choice-input commander-choice"
              type="radio"
              name={played.group}
              value={commander.id}
              data-action="choose-commander"
              aria-labelledby={nameId}
              checked={played.isChosen}
              onChange={played.onChoose}
            />
          </label>
        </Changes>
      ) : null}
      <button
        type="button"
        class="commander-toggle"
        data-action="open-commander"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={onToggle}
      >
        <Chevron />
        <RoleEmblem role={commander.role} />
        <span class="commander-text">
          <span class="commander-name" id={nameId}>
            {name}
          </span>{' '}
          <span class="commander-details">{details}</span>
        </span>
      </button>
      {played ? (
        <div class="commander-order">
          <Changes>
            <MoveButton
              action="commander-up"
              label={message('options_commander_up', name)}
              path="M8 13V3M3.5 7.5 8 3l4.5 4.5"
              isAtEnd={played.isFirst}
              onClick={() => played.onMove(-1)}
            />
            <MoveButton
              action="commander-down"
              label={message('options_commander_down', name)}
              path="M8 3v10m4.5-4.5L8 13 3.5 8.5"
              isAtEnd={played.isLast}
              onClick={() => played.onMove(1)}
            />
          </Changes>
        </div>
      ) : null}
    </div>
  )
}

interface MoveButtonProps {
  readonly action: string
  readonly label: string
  readonly path: string
  readonly isAtEnd: boolean
  readonly onClick: () => void
}

/** At the end of the list it is only said to be disabled: one that is would lose the focus on the way there. */
function MoveButton({ action, label, path, isAtEnd, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      class="commander-move"
      data-action={action}
      aria-label={label}
      title={label}
      aria-disabled={isAtEnd ? 'true' : undefined}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
