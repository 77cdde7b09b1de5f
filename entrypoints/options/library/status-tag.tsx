import type { ImportStatus } from '../../../utils/record/import.ts'
import { statusText } from './import-text.ts'

/** What an import would do with an event, in two words. */
export function StatusTag({ status }: { readonly status: ImportStatus }) {
  return <span class={`kind is-${status}`}>{statusText(status)}</span>
}
