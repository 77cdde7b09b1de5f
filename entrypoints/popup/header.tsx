import type { ComponentChildren } from 'preact'
import { Emblem } from '../../components/emblem.tsx'
import { GearIcon } from '../../components/icons.tsx'
import { message } from '../../utils/i18n/messages.ts'
import type { Commander, Role } from '../../utils/record/record.ts'

const ROLE_WORDS = {
  hero: 'popup_role_hero',
  villain: 'popup_role_villain',
  none: 'popup_role_none',
} as const satisfies Record<Role, string>

interface HeaderProps {
  title: string
  commander: Commander
  /** In place of the name, where there are several commanders. */
  menu?: ComponentChildren
  onOptions: () => void
}

export function Header({ title, commander, menu, onOptions }: HeaderProps) {
  return (
    <header class="header">
      <Emblem role={commander.role} label={message(ROLE_WORDS[commander.role])} />
      <div class="header-names">
        <h1>{title}</h1>
        {menu || (commander.name !== '' && <p class="quiet">{commander.name}</p>)}
      </div>
      <button
        type="button"
        class="icon-button"
        data-action="options"
        aria-label={message('popup_settings')}
        title={message('popup_settings')}
        onClick={onOptions}
      >
        <GearIcon />
      </button>
    </header>
  )
}
