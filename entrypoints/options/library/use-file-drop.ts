import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { ReadOnly } from '../../../components/changes.tsx'

/** What was dropped: files, or a text. */
export interface Dropped {
  readonly files: readonly File[]
  readonly text: string
}

/**
 * Takes files that are dropped: the browser would leave the page to open a file that misses its place. Text is taken
 * only over `area`, and not over an input, which takes it by itself.
 *
 * @param reach where files are taken: over `area` alone, or anywhere on the page but over the area of another
 * @returns whether something that would be taken is being dragged over the page
 */
export function useFileDrop(
  area: { readonly current: HTMLElement | null },
  reach: 'area' | 'page',
  onDrop: (dropped: Dropped) => void,
): boolean {
  const [isDragging, setDragging] = useState(false)
  const isReadOnly = useContext(ReadOnly)
  const take = useRef(onDrop)
  take.current = onDrop
  useEffect(() => {
    const takes = ({ dataTransfer, target }: DragEvent): boolean => {
      if (!dataTransfer || isReadOnly) return false
      const over = target instanceof Element ? target.closest('[data-drop-area]') : null
      if (reach === 'area' ? over !== area.current : over !== null) return false
      if (dataTransfer.types.includes('Files')) return true
      const isInput = target instanceof Element && target.closest('input, textarea, select') !== null
      return dataTransfer.types.includes('text/plain') && !isInput && (area.current?.contains(target as Node) ?? false)
    }
    const over = (event: DragEvent) => {
      const isTaken = takes(event)
      if (isTaken) event.preventDefault()
      setDragging(isTaken)
    }
    const leave = ({ relatedTarget }: DragEvent) => {
      // Into another element of the page: the next `dragover` tells.
      if (!relatedTarget) setDragging(false)
    }
    const drop = (event: DragEvent) => {
      setDragging(false)
      if (!event.dataTransfer || !takes(event)) return
      event.preventDefault()
      take.current({ files: [...event.dataTransfer.files], text: event.dataTransfer.getData('text/plain') })
    }
    const end = () => setDragging(false)
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop, dragend: end } as const
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener as EventListener)
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        document.removeEventListener(type, listener as EventListener)
      }
    }
  }, [area, reach, isReadOnly])
  return isDragging
}
