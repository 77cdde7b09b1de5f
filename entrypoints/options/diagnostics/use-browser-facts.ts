import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { watch } from '../../../utils/storage/watch.ts'
import { askBrowser, type BrowserFacts } from './browser-facts.ts'

/**
 * What the browser holds, asked again at each wake and with each tick of the page's clock: alarm and permission change
 * without a word.
 *
 * @param now epoch ms
 * @returns undefined until the browser has answered
 */
export function useBrowserFacts(now: number): BrowserFacts | undefined {
  const [facts, setFacts] = useState<BrowserFacts | undefined>(undefined)
  const newest = useRef(0)
  const ask = useMemo(
    () => async () => {
      newest.current += 1
      const turn = newest.current
      const next = await askBrowser()
      if (turn === newest.current) setFacts(next)
    },
    [],
  )
  useEffect(() => watch(['wakes'], ask), [ask])
  useEffect(() => {
    ask()
  }, [ask, now])
  return facts
}
