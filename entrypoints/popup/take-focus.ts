/** A `ref` for what takes the place of the button just clicked: the keyboard goes on from there. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}

/** As `takeFocus`, for the first input inside. */
export function takeFocusInside(element: HTMLElement | null): void {
  takeFocus(element?.querySelector('input') ?? null)
}
