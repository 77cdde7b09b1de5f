import { message } from '../utils/i18n/messages.ts'
import type { DayState } from '../utils/plan/day.ts'

const CENTRE = 50
const RADIUS = 43

interface DialProps {
  /** Points, or days where no points are documented. */
  value: number
  total: number
  /** Both in words. */
  label: string
  /** One segment each, clockwise from the top. */
  states: readonly DayState[]
}

/** What the days brought so far, and which of them. */
export function Dial({ value, total, label, states }: DialProps) {
  const turn = (2 * Math.PI) / states.length
  const gap = Math.min(0.16, turn / 4)
  return (
    <svg class="dial" viewBox="0 0 100 100" role="img" aria-label={label} data-points={value}>
      {states.map((state, index) => {
        const from = index * turn + gap / 2
        return <path key={index} class={`dial-segment dial-${state}`} d={arc(from, from + turn - gap)} />
      })}
      <text class={String(value).length > 4 ? 'dial-points dial-long' : 'dial-points'} x="50" y="53">
        {String(value)}
      </text>
      <text class="dial-total" x="50" y="69">
        {message('popup_points_total', total)}
      </text>
    </svg>
  )
}

/** An arc of the ring between two angles, in radians clockwise from the top. */
function arc(from: number, to: number): string {
  const large = to - from > Math.PI ? 1 : 0
  return `M${pointAt(from)}A${RADIUS} ${RADIUS} 0 ${large} 1 ${pointAt(to)}`
}

function pointAt(angle: number): string {
  const x = CENTRE + RADIUS * Math.sin(angle)
  const y = CENTRE - RADIUS * Math.cos(angle)
  return `${x.toFixed(2)} ${y.toFixed(2)}`
}
