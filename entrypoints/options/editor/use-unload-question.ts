import { useEffect, useRef } from 'preact/hooks'

/** Lets the browser ask before the page is left while something would be lost. */
export function useUnloadQuestion(isChanged: () => boolean): void {
  const ask = useRef(isChanged)
  ask.current = isChanged
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (ask.current()) event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [])
}
