import { createContext } from 'preact'
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { message, plural } from '../../utils/i18n/messages.ts'

/** Tells the page of a form that shows an event typed before; what it returns takes that back. */
type Report = (form: HTMLElement) => () => void

export const UnsavedContext = createContext<Report>(() => () => {})

/** The forms in the order in which they stand on the page. */
export function useUnsaved(): { readonly forms: readonly HTMLElement[]; readonly report: Report } {
  const [forms, setForms] = useState<readonly HTMLElement[]>([])
  const report = useMemo<Report>(
    () => (form) => {
      setForms((before) => [...before, form])
      return () => setForms((before) => before.filter((each) => each !== form))
    },
    [],
  )
  return { forms, report }
}

/** Before the page is drawn, or all of it would move down under a hint that comes later. */
export function useReport(form: { readonly current: HTMLElement | null }, isUnsaved: boolean): void {
  const report = useContext(UnsavedContext)
  useLayoutEffect(() => (isUnsaved && form.current ? report(form.current) : undefined), [form, isUnsaved, report])
}

/** The form stands far down: who opens the page to go on is led there. */
export function UnsavedHint({ forms }: { readonly forms: readonly HTMLElement[] }) {
  const [form] = forms
  if (!form) return null
  const show = () => {
    form.querySelector<HTMLElement>('[data-field="event-name"]')?.focus({ preventScroll: true })
    // From its heading on, which names the event.
    form.scrollIntoView()
  }
  return (
    <div class="callout" data-unsaved={forms.length}>
      <p id="unsaved-hint">{plural('options_unsaved', forms.length)}</p>
      <button type="button" class="button" data-action="show-unsaved" aria-describedby="unsaved-hint" onClick={show}>
        {message('options_unsaved_show')}
      </button>
    </div>
  )
}
