import { namesOf } from '../../components/commander-names.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import { commandersOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'

/**
 * Whom it concerns, each once, by the names that the pages use.
 *
 * @param wordsOf what to say of a commander with that name; else the name alone
 */
export function namesText(
  views: readonly RunView[],
  record: TrackerRecord,
  wordsOf: (name: string, view: RunView) => string = (name) => name,
): string {
  const names = namesOf(commandersOf(record))
  return [...new Set(views.map((view) => wordsOf(names.get(view.commander.id) ?? '', view)))].join(', ')
}
