import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../utils/i18n/messages.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import type { Transition } from '../../utils/record/transitions.ts'
import { NewerRecordError, updateWhole } from '../../utils/storage/update.ts'

/** Stores a change. Resolves to whether it is stored; the page has told the commander either way. */
export type Save = (transition: Transition) => Promise<boolean>

export const SaveContext = createContext<Save>(async () => false)

export function useSave(): Save {
  return useContext(SaveContext)
}

export interface Saver {
  readonly save: Save
  /** How often something was stored: a new number is a new "Saved". */
  readonly saves: number
  /** Why the last change could not be stored, in words. */
  readonly failure: string | undefined
  /** Does something else that may fail, and tells if it does. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<void>
  readonly forgive: () => void
}

/** How long "Saved" stands, in ms. */
const TOLD_FOR = 3000

/**
 * @param onSaved with the record as it is stored now
 * @param onRefused the record must not be changed by this version
 */
export function useSaver(onSaved: (record: TrackerRecord) => void, onRefused: () => void): Saver {
  const [saves, setSaves] = useState(0)
  // An object: the same failure again must draw the page again, so that a switch goes back to what is stored.
  const [failure, setFailure] = useState<{ readonly text: string } | undefined>(undefined)
  const tell = useRef({ onSaved, onRefused })
  tell.current = { onSaved, onRefused }
  const save = useRef<Save>(async (transition) => {
    try {
      tell.current.onSaved(await updateWhole(transition))
      setSaves((count) => count + 1)
      setFailure(undefined)
      return true
    } catch (error) {
      const newer = error instanceof NewerRecordError
      setFailure({ text: newer ? message('options_failed_newer') : message('options_failed_write', String(error)) })
      if (newer) tell.current.onRefused()
      return false
    }
  })
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      setFailure({ text: message('options_failed_write', String(error)) })
    }
  }
  return { save: save.current, attempt, saves, failure: failure?.text, forgive: () => setFailure(undefined) }
}

/** Tells discreetly that a change was stored, and plainly that one was not. */
export function SaveNotice({ saver }: { readonly saver: Saver }) {
  const [told, setTold] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setTold(saver.saves), TOLD_FOR)
    return () => clearTimeout(timer)
  }, [saver.saves])
  const isNews = saver.saves > told && saver.failure === undefined
  return (
    <div class="save-notice">
      <div class="save-done" role="status" data-saved>
        {/* The key makes a new element each time: the same words in the same element would be read out once only. */}
        {isNews ? <span key={saver.saves}>{message('options_saved')}</span> : null}
      </div>
      {saver.failure === undefined ? null : (
        <div class="save-failed" role="alert" data-save-failed>
          <p>{saver.failure}</p>
          <button type="button" class="button is-quiet" onClick={saver.forgive}>
            {message('options_failed_close')}
          </button>
        </div>
      )}
    </div>
  )
}
