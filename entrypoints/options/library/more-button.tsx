import { useEffect, useRef } from 'preact/hooks'
import { plural } from '../../../utils/i18n/messages.ts'

export interface MoreButtonProps {
  /** Rows that are not drawn; none or fewer: there is no button. */
  readonly left: number
  /** Rows that are drawn with one click. */
  readonly most: number
  readonly onMore: () => void
}

/** Draws more rows of the list before it. */
export function MoreButton({ left, most, onMore }: MoreButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const wanted = useRef<Element | undefined>(undefined)
  useEffect(() => {
    // On from where the list ended, and not at a button that has moved down or is gone.
    const next = wanted.current?.nextElementSibling?.querySelector<HTMLElement>('input, button, summary')
    wanted.current = undefined
    next?.focus()
  })
  if (left <= 0) return null
  const onClick = () => {
    wanted.current = button.current?.previousElementSibling?.lastElementChild ?? undefined
    onMore()
  }
  return (
    <button ref={button} type="button" class="button more-rows" data-action="show-more" onClick={onClick}>
      {plural('options_library_more', Math.min(left, most))}
    </button>
  )
}
