import { Emblem } from '../../components/emblem.tsx'
import type { Role } from '../../utils/record/record.ts'

/** Decorative here: the words beside it say the role. */
export function RoleEmblem({ role }: { readonly role: Role }) {
  return (
    <span class="role-emblem" data-role={role} aria-hidden="true">
      <Emblem role={role} label="" />
    </span>
  )
}
