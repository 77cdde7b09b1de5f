import { useId } from 'preact/hooks'
import { Changes } from '../../../components/changes.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { KnownCommander } from '../../../utils/record/read.ts'
import type { Page } from '../page.ts'
import { isLastPlayed } from './changes.ts'
import { CommanderActions } from './commander-actions.tsx'
import { CommanderFields } from './commander-fields.tsx'
import { CommanderHead, type PlayedProps } from './commander-head.tsx'
import { detailsText } from './details.ts'

export interface CommanderRowProps {
  readonly page: Page
  readonly commander: KnownCommander
  /** No other commander is called the same. */
  readonly name: string
  /** There is no other commander: no row, only what it would open to. */
  readonly isAlone: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onArchive: (archived: boolean) => void
  readonly onRemove: () => void
  /** Absent for one who is archived. */
  readonly played?: PlayedProps | undefined
}

/** A commander of the list; opened, all that can be told and done. */
export function CommanderRow(props: CommanderRowProps) {
  const { page, commander, name, isAlone, isOpen, onToggle, onArchive, onRemove, played } = props
  const id = useId()
  // The same elements with one commander and with many: what is being typed stays when another device adds one.
  return (
    <li class={isAlone ? undefined : 'commander'} data-commander={commander.id} data-chosen={played?.isChosen}>
      {isAlone ? null : (
        <CommanderHead
          commander={commander}
          name={name}
          details={detailsText(page.record, commander)}
          isOpen={isOpen}
          nameId={`${id}-name`}
          panelId={`${id}-panel`}
          onToggle={onToggle}
          played={played}
        />
      )}
      <div
        class="commander-panel"
        id={`${id}-panel`}
        {...(isAlone ? {} : { role: 'group', 'aria-label': message('options_commander_fields', name) })}
        hidden={!isOpen}
      >
        {isOpen ? (
          <Changes>
            <CommanderFields page={page} commander={commander} />
            {isAlone ? null : (
              <CommanderActions
                name={name}
                isArchived={commander.archived}
                isLastPlayed={isLastPlayed(page.record, commander.id)}
                onArchive={onArchive}
                onRemove={onRemove}
              />
            )}
          </Changes>
        ) : null}
      </div>
    </li>
  )
}
