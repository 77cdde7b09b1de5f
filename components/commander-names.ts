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
  const named = all.map(({ id, name, server }, index) => ({
    id,
    server,
    name: name || message('common_commander_nameless', index + 1),
  }))
  // A hostile backup has thousands of one name: each is looked at once.
  const byName = Map.groupBy(named, ({ name }) => name)
  const byServer = Map.groupBy(named, ({ name, server }) => JSON.stringify([name, server]))
  return new Map(
    named.map(({ id, name, server }, index) => {
      if (byName.get(name)?.length === 1) return [id, name]
      const isAloneThere = server !== '' && byServer.get(JSON.stringify([name, server]))?.length === 1
      return [
        id,
        isAloneThere
          ? message('common_commander_with_server', name, server)
          : message('common_commander_with_number', name, index + 1),
      ]
    }),
  )
}
