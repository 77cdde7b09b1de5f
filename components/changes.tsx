import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Whether the record can only be looked at, as one of a newer version or one that could not be read. */
export const ReadOnly = createContext(false)

/**
 * Around controls that change the record: where it can only be looked at, none of them can be used. What only shows more
 * of it, or leads elsewhere, stands outside. No group of its own to the eye or to a screen reader.
 */
export function Changes({ children }: { readonly children: ComponentChildren }) {
  return (
    <fieldset class="changes" role="none" disabled={useContext(ReadOnly)}>
      {children}
    </fieldset>
  )
}
