import { millisecondsInMinute } from 'date-fns/constants'

/** Hands a text to the browser as a download: needs no permission. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), millisecondsInMinute)
}
