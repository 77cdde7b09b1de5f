import { message } from '../../utils/i18n/messages.ts'
import type { Role } from '../../utils/record/record.ts'
import { RoleEmblem } from './role-emblem.tsx'
import { SECTION_IDS, sectionTitle } from './section-title.ts'

export interface HeaderProps {
  readonly role: Role
  /** There is something set aside, so its section exists. */
  readonly setAside: boolean
}

/** Name of the page and its table of contents, which stands beside the column where there is room. */
export function Header({ role, setAside }: HeaderProps) {
  return (
    <header class="page-header">
      <div class="page-name">
        <RoleEmblem role={role} />
        <div>
          <h1 class="page-title">{message('options_title')}</h1>
          <p class="page-subtitle">{message('extension_name')}</p>
        </div>
      </div>
      <nav class="page-nav" aria-label={message('options_nav')}>
        <ul>
          {SECTION_IDS.filter((id) => id !== 'set-aside' || setAside).map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{sectionTitle(id)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
