import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { draftOf, type EventDraft, NEW_DRAFT, type NewKey } from '../../../utils/packs/draft.ts'
import { type DraftProblem, type DraftReading, readDraft } from '../../../utils/packs/draft-read.ts'
import { isSameDraft } from '../../../utils/packs/draft-same.ts'
import { type MarkCount, markCounter } from '../../../utils/record/import-marks.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { newId } from '../../../utils/storage/update.ts'
import { useKeptDraft } from '../use-kept-draft.ts'
import { eventPlace } from './event-place.ts'

export type ChangeDraft = (draft: EventDraft) => EventDraft

/** A row that was removed, and the way back. */
export interface Removal {
  /** Where its undo stands: `related`, `regions`, or the key of the related event whose window it was. */
  readonly place: string
  readonly text: string
  readonly restore: ChangeDraft
  /** Where the focus goes when it is back. */
  readonly focus: string
}

export interface Editor {
  readonly draft: EventDraft
  readonly reading: DraftReading
  /** The event as it was before; absent: it is a new one. */
  readonly initial: EventDefinition | undefined
  readonly change: (change: ChangeDraft) => void
  readonly newKey: NewKey
  /** The first problem of a field. */
  readonly problemAt: (field: string) => DraftProblem | undefined
  /** Saving was tried: what is missing is told everywhere. */
  readonly judged: boolean
  /** What was removed last. */
  readonly removal: Removal | undefined
  /** Takes a row away; `take` is the change that does it. */
  readonly remove: (take: ChangeDraft, removal: Removal) => void
  readonly undo: () => void
  /** Puts the focus where it belongs once a change is drawn: what had it is gone or moved. */
  readonly focusAfter: (selector: string) => void
  /** How many of the commander's marks and notes another version of the event would show. */
  readonly marksIn: (event: EventDefinition) => MarkCount
  /** Told to a screen reader. */
  readonly said: string
  readonly say: (text: string) => void
}

/** What only the form as a whole needs. */
export interface WholeEditor extends Editor {
  readonly judge: () => void
  readonly isChanged: () => boolean
  /** Shows what was typed before the page was closed. */
  readonly isRestored: boolean
  /** Closing the page would lose something. */
  readonly isAtRisk: () => boolean
  /** To be called once it is saved or discarded. */
  readonly forget: () => void
}

/**
 * An event while it is typed. It is not in the record until it is saved; until then a draft is kept.
 *
 * @param root the form
 * @param record with the marks that a change may hide
 */
export function useEditor(
  initial: EventDefinition | undefined,
  root: { readonly current: HTMLElement | null },
  record: TrackerRecord,
): WholeEditor {
  const kept = useKeptDraft(eventPlace(initial?.id))
  const [first] = useState(() => (initial ? draftOf(initial, newId) : NEW_DRAFT))
  const [before] = useState(initial)
  const [draft, setDraft] = useState(kept.restored ?? first)
  const [removals, setRemovals] = useState<readonly Removal[]>([])
  const [judged, setJudged] = useState(0)
  const [said, say] = useState('')
  const wanted = useRef<string | undefined>(undefined)
  const reading = useMemo(() => readDraft(draft, before), [draft, before])
  const marksIn = useMemo(() => markCounter(record), [record])
  const newest = useRef(draft)
  newest.current = draft
  const isChanged = () => !isSameDraft(newest.current, first)
  const isHeld = () => {
    const held = kept.held()
    return held !== undefined && isSameDraft(newest.current, held)
  }
  const [untouched] = useState(draft)
  // Before the page is drawn: the letter that was just typed is kept too. Looking at what was kept makes it no younger.
  useLayoutEffect(() => {
    if (draft !== untouched) kept.keep(isChanged() ? draft : undefined)
  }, [draft])

  useEffect(() => {
    if (wanted.current !== undefined) focusIn(root.current, wanted.current)
    wanted.current = undefined
  })
  useEffect(() => {
    if (judged > 0) focusIn(root.current, '[aria-invalid="true"]')
  }, [judged, root])

  const focusAfter = (selector: string) => {
    wanted.current = selector
  }
  return {
    draft,
    reading,
    initial: before,
    change: setDraft,
    newKey: newId,
    problemAt: (field) => reading.problems.find((problem) => problem.field === field),
    judged: judged > 0,
    judge: () => setJudged((times) => times + 1),
    isChanged,
    isRestored: kept.restored !== undefined,
    isAtRisk: () => isChanged() && !isHeld(),
    forget: () => kept.keep(undefined),
    removal: removals.at(-1),
    remove: (take, removal) => {
      setDraft(take)
      setRemovals((all) => [...all, removal])
    },
    undo: () => {
      const last = removals.at(-1)
      if (!last) return
      setDraft(last.restore)
      focusAfter(last.focus)
      setRemovals((all) => all.slice(0, -1))
    },
    focusAfter,
    marksIn,
    said,
    say,
  }
}

function focusIn(root: HTMLElement | null, selector: string): void {
  root?.querySelector<HTMLElement>(selector)?.focus()
}
