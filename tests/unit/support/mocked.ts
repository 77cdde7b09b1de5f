import { vi } from 'vitest'
import { browser } from 'wxt/browser'

type Call = (...args: unknown[]) => Promise<unknown>

/** Mocks a call of the browser. @param path as in `alarms.create` */
export function mocked(path: string) {
  const { owner, method } = placeOf(path)
  return vi.spyOn(owner, method)
}

/** Does something once, before a call of the browser has its effect. @param path as in `alarms.create` */
export function onceBefore(path: string, happens: () => void): void {
  const { owner, method } = placeOf(path)
  const effect = (owner[method] as Call).bind(owner)
  vi.spyOn(owner, method).mockImplementationOnce((...args) => {
    happens()
    return effect(...args)
  })
}

function placeOf(path: string): { readonly owner: Record<string, Call>; readonly method: string } {
  const names = path.split('.')
  const method = names.pop() as string
  const owner = names.reduce<unknown>((object, name) => (object as Record<string, unknown>)[name], browser)
  return { owner: owner as Record<string, Call>, method }
}
