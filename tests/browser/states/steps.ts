/** What a commander does in a page, beyond a click. */

import type { Page } from 'puppeteer-core'
import { waitFor } from '../harness/wait-for.ts'

/** Waits until an element is there. */
export async function find(page: Page, selector: string): Promise<void> {
  await waitFor(() => page.evaluate((wanted) => document.querySelector(wanted) !== null, selector), {
    what: selector,
  })
}

/** Puts the focus into a field, replaces its text, and leaves it unless told to stay. */
export async function fill(page: Page, selector: string, text: string, stay = false): Promise<void> {
  await find(page, selector)
  await page.evaluate(
    (wanted, value, keepFocus) => {
      const field = document.querySelector(wanted) as HTMLInputElement
      field.focus()
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      if (!keepFocus) field.blur()
    },
    selector,
    text,
    stay,
  )
}

/** Types on the keyboard, as into the parts of a date field. */
export async function type(page: Page, selector: string, keys: string): Promise<void> {
  await find(page, selector)
  await page.focus(selector)
  await page.keyboard.type(keys)
  await page.keyboard.press('Tab')
}
