/** What runs inside a measured page. Each function is handed over as source text, so it sees nothing of this module. */

/** One opening as the page saw it. Times in ms since the start of the navigation (`performance.timeOrigin`). */
export interface Opening {
  firstContentfulPaint: number
  /** The last change of the DOM within the time of observation; the end of parsing where no script changed it. */
  settled: number
  /** Changes that came after the DOM had been quiet for `QUIET`: a page that ticks shows here. */
  lateChanges: number
  /** Page text, to see that it drew what it should. */
  text: string
}

/** How long a page is watched after its load event, in ms. */
export const OBSERVATION = 600
/** A pause after which another change of the DOM no longer belongs to the opening, in ms. */
export const QUIET = 250

declare global {
  /** When the DOM changed, in ms since the start of the navigation. */
  var domChanges: number[] | undefined
}

/** Notes every change of the DOM from before the page's first script. */
export function watchDom(): void {
  const changes: number[] = []
  globalThis.domChanges = changes
  new MutationObserver(() => changes.push(performance.now())).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
}

/**
 * Waits until the observation is over and tells what was seen; call it at the load event.
 *
 * @throws Error when `watchDom` did not run in this page, or nothing was painted.
 */
export async function collect(observation: number, quiet: number): Promise<Opening> {
  await new Promise((resolve) => setTimeout(resolve, observation))
  const changes = globalThis.domChanges
  if (!changes) throw new Error('The page started before it was watched.')
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  if (!paint) throw new Error('The page painted nothing.')
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const parsed = navigation?.domInteractive ?? 0
  const firstQuiet = changes.findIndex((at, index) => at - (changes[index - 1] ?? at) > quiet)
  return {
    firstContentfulPaint: paint.startTime,
    settled: Math.max(parsed, ...changes),
    lateChanges: firstQuiet === -1 ? 0 : changes.length - firstQuiet,
    text: document.body.textContent,
  }
}

/**
 * How long a fixed piece of work takes here, in ms: tells how fast the processor is. Tens of ms as a whole, for a
 * processor is slowed by stopping it now and then: a shorter piece may fall in between.
 */
export function timeOfWork(): number {
  const work = () => {
    let sum = 0
    for (let i = 0; i < 4_000_000; i++) sum = (sum + i) % 7
    return sum
  }
  // The first time it is still being compiled.
  let checksum = work()
  const start = performance.now()
  for (let i = 0; i < 4; i++) checksum += work()
  return checksum < 0 ? 0 : performance.now() - start
}
