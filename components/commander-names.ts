import { message } from '../utils/i18n/messages.ts'
import type { KnownCommander } from '../utils/record/read.ts'

/**
 * What commanders are called, so that no two are called the same: a nameless one by its place, of two with one name
 * each also by its server, or by its place where that does not tell them apart.
 *
 * @param all in their order, archived ones too
 * @returns by id
 */
export function namesOf(all: readonly KnownCommander[]): ReadonlyMap<string, string> {
  const plain = all.map(({ name }, index) => name || message('common_commander_nameless', index + 1))
  return new Map(
    all.map(({ id, server }, index) => {
      const name = plain[index] ?? ''
      const same = all.filter((_, other) => plain[other] === name)
      if (same.length < 2) return [id, name]
      const isAloneThere = server !== '' && same.filter((each) => each.server === server).length === 1
      return [
        id,
        isAloneThere
          ? message('common_commander_with_server', name, server)
          : message('common_commander_with_number', name, index + 1),
      ]
    }),
  )
}
