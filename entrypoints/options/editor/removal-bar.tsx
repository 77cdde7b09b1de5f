import { UndoBar } from '../undo-bar.tsx'
import { useForm } from './form-context.ts'

/** The undo of what was removed last, where it stood. */
export function RemovalBar({ place }: { readonly place: string }) {
  const { removal, undo } = useForm()
  if (removal?.place !== place) return null
  return <UndoBar key={removal.text} text={removal.text} focused onUndo={undo} />
}
