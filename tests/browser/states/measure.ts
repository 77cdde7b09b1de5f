import type { Page } from 'puppeteer-core'

export interface Measures {
  /** Height of the whole document, in CSS px. */
  readonly height: number
  /** Elements that stick out of the page or whose text is cut, in words; empty where all is well. */
  readonly overflows: readonly string[]
}

/** Measures what a picture may hide. */
export function measure(page: Page): Promise<Measures> {
  return page.evaluate(() => {
    const root = document.documentElement
    const width = root.clientWidth
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.className ? `.${String(element.getAttribute('class')).replaceAll(' ', '.')}` : ''} "${element.textContent?.slice(0, 40)}"`
    // A section that takes the focus scrolls in itself.
    const isHidden = (element: Element) => element.closest('[hidden], .sr-only, svg, section[tabindex="0"]') !== null
    const overflows = [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      if (isHidden(element) || !element.checkVisibility()) return []
      const box = element.getBoundingClientRect()
      if (box.width === 0 || getComputedStyle(element).clipPath !== 'none') return []
      if (box.right > width + 0.5 || box.left < -0.5) return [`sticks out of the page: ${name(element)}`]
      const style = getComputedStyle(element)
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      // An ellipsis is meant; a field scrolls.
      if (
        isCut &&
        style.overflowX !== 'visible' &&
        style.textOverflow !== 'ellipsis' &&
        !/^(INPUT|TEXTAREA)$/.test(element.tagName)
      )
        return [`is cut: ${name(element)}`]
      return []
    })
    if (root.scrollWidth > width) overflows.push(`the page is ${root.scrollWidth} px wide in ${width} px`)
    // The first few lead to the cause; the rest follows from them.
    overflows.splice(3)
    return { height: Math.ceil(document.body.getBoundingClientRect().height), overflows }
  })
}
