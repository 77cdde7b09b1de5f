import { durationText } from '../utils/i18n/duration.ts'
import { countdown } from '../utils/time/countdown.ts'

interface HeadlineProps {
  label: string
  /** Milliseconds left; absent where nothing is counted. */
  left?: number | undefined
  /** The moment it counts to, in words. */
  moment: string
}

/** The large countdown. `timer` is a live region that is not read out at each tick. */
export function Headline({ label, left, moment }: HeadlineProps) {
  return (
    <div class="headline">
      <p class={left === undefined ? 'headline-time' : 'headline-label'} id="headline-label">
        {label}
      </p>
      {left !== undefined && (
        <p class="headline-time" role="timer" aria-labelledby="headline-label">
          {durationText(countdown(left))}
        </p>
      )}
      <p class="headline-moment">{moment}</p>
    </div>
  )
}
