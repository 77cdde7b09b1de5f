import type { DayState } from '../utils/plan/day.ts'

/** A day's state as a shape, so that it is never colour alone. Its word stands beside it. */
export function StateIcon({ state }: { state: DayState }) {
  return (
    <svg class={`state-icon state-icon-${state}`} viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[state]()}
    </svg>
  )
}

const SHAPES: Record<DayState, () => preact.JSX.Element> = {
  upcoming: () => <circle cx="10" cy="10" r="7" />,
  open: () => (
    <>
      <circle cx="10" cy="10" r="7" />
      <circle class="state-icon-core" cx="10" cy="10" r="3.5" />
    </>
  ),
  urgent: () => (
    <>
      <path d="M10 2.5 18.5 17h-17Z" />
      <path d="M10 8v4m0 2.2v.3" />
    </>
  ),
  done: () => (
    <>
      <circle class="state-icon-core" cx="10" cy="10" r="8" />
      <path class="state-icon-check" d="m6.2 10.3 2.6 2.6 5-5.5" />
    </>
  ),
  missed: () => (
    <>
      <circle cx="10" cy="10" r="7" stroke-dasharray="2.2 2.2" />
      <path d="M7 10h6" />
    </>
  ),
}

export function GearIcon() {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7.2" stroke-width="2.6" stroke-dasharray="2.83 2.83" />
      <circle cx="10" cy="10" r="5.2" />
      <circle cx="10" cy="10" r="1.8" />
    </svg>
  )
}

export function Chevron() {
  return (
    <svg class="chevron" viewBox="0 0 12 12" aria-hidden="true">
      <path d="m3 4.5 3 3 3-3" />
    </svg>
  )
}
