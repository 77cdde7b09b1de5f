import { useState } from 'preact/hooks'
import type { PackRule } from '../../../utils/packs/problem.ts'
import { fieldProblemText } from './field-problem-text.ts'
import { useForm } from './form-context.ts'

/** Broken by every form that is still empty: told only where a field was left. */
const OF_EMPTY_FIELDS: readonly PackRule[] = ['text-empty', 'missing', 'nothing-to-track']

export interface Errors {
  /** What is to be said at a field. */
  readonly errorAt: (field: string) => string | undefined
  readonly onLeave: (field: string, event: FocusEvent) => void
}

/** What is wrong with some fields. Who uses it moves with its row, so a field that was left stays the same one. */
export function useErrors(): Errors {
  const { problemAt, judged } = useForm()
  const [left, setLeft] = useState<readonly string[]>([])
  // Rows that move get other numbers in the names of their fields.
  const partOf = (field: string) => field.replace(/\d+/g, '')
  return {
    errorAt: (field) => {
      const problem = problemAt(field)
      if (!problem) return undefined
      const isTold = judged || left.includes(partOf(field)) || !OF_EMPTY_FIELDS.includes(problem.rule)
      return isTold ? fieldProblemText(problem) : undefined
    },
    onLeave: (field, { relatedTarget }) => {
      // A message that appears moves the button that is just being pressed, and the click misses it.
      if (relatedTarget instanceof HTMLButtonElement) return
      setLeft((before) => [...new Set([...before, partOf(field)])])
    },
  }
}
