import { useEffect, useState } from 'preact/hooks'

/** How often the clock on the wall is asked, in ms: a timer stands still while the machine sleeps. */
const LOOK_EVERY = 1000

/**
 * Draws again when `dueAt` has come by the wall clock, when the clock was put back, and when the page is looked at
 * again.
 *
 * @param now epoch ms of this drawing
 * @param dueAt epoch ms at which it grows old
 */
export function useClock(now: number, dueAt: number): void {
  const [, redraw] = useState({})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const clock = Date.now()
      if (clock >= dueAt || clock < now) redraw({})
      else timer = setTimeout(look, Math.min(dueAt - clock, LOOK_EVERY))
    }
    const lookNow = () => redraw({})
    look()
    document.addEventListener('visibilitychange', lookNow)
    window.addEventListener('focus', lookNow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookNow)
      window.removeEventListener('focus', lookNow)
    }
  }, [now, dueAt])
}
