import type { Role } from '../utils/record/record.ts'

const OUTLINE: Record<Role, string> = {
  hero: 'M16 2.5 27.5 7v8.5c0 7-5 11.3-11.5 14-6.5-2.7-11.5-7-11.5-14V7Z',
  villain: 'M16 29.5 3.5 8l7 2.5L16 2.5l5.5 8 7-2.5Z',
  none: 'M16 2.5 27.7 9.25v13.5L16 29.5 4.3 22.75V9.25Z',
}

const HEART: Record<Role, string> = {
  hero: 'm16 8 2.1 5.4L23.5 15.5l-5.4 2.1L16 23l-2.1-5.4-5.4-2.1 5.4-2.1Z',
  villain: 'm16 12 4.2 5.2L16 24.5l-4.2-7.3Z',
  none: 'm16 10 6 6-6 6-6-6Z',
}

/** A commander's side as an emblem of our own: shield, fang or hexagon. */
export function Emblem({ role, label }: { role: Role; label: string }) {
  return (
    <svg class="emblem" viewBox="0 0 32 32" role="img" aria-label={label}>
      <path class="emblem-outline" d={OUTLINE[role]} />
      <path class="emblem-heart" d={HEART[role]} />
    </svg>
  )
}
