import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Editor } from './use-editor.ts'

export const FormContext = createContext<Editor | undefined>(undefined)

/** The event that is typed, for every part of its form. */
export function useForm(): Editor {
  const form = useContext(FormContext)
  if (!form) throw new Error('A part of the event editor stands outside of it.')
  return form
}
