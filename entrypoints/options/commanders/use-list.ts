import { useEffect, useState } from 'preact/hooks'
import { namesOf } from '../../../components/commander-names.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { commandersOf, type KnownCommander } from '../../../utils/record/read.ts'
import { putCommander, setSetting } from '../../../utils/record/transitions.ts'
import { newId } from '../../../utils/storage/update.ts'
import type { Page } from '../page.ts'
import { useSave } from '../save.tsx'
import { addCommander, archiveCommander, dropCommander, shiftCommander } from './changes.ts'
import type { Control } from './use-focus.ts'

/** Removed on this page a moment ago. */
interface Removed {
  readonly commander: KnownCommander
  readonly name: string
}

/**
 * Who is in the list, which rows are open, and what can be done to them.
 *
 * @param focusOn puts the focus into a row once it is drawn
 * @param tell says what was done to a screen reader
 */
export function useList(page: Page, focusOn: (id: string, control: Control) => void, tell: (text: string) => void) {
  const save = useSave()
  // Opening one does not close another: the row just clicked would jump away.
  const [opened, setOpened] = useState<readonly string[]>([])
  const [removed, setRemoved] = useState<readonly Removed[]>([])
  const all = commandersOf(page.record)
  const played = page.view.commanders
  const names = namesOf(all)
  const alone = all.length === 1 ? all[0]?.id : undefined
  // Stays open when another device adds one: somebody may be typing.
  useEffect(() => {
    if (alone) setOpened([alone])
  }, [alone])
  const nameOf = ({ id }: KnownCommander) => names.get(id) ?? ''
  const isOpen = ({ id }: KnownCommander) => id === alone || opened.includes(id)
  return {
    all,
    played,
    archived: all.filter(({ id }) => !played.some((each) => each.id === id)),
    isAlone: alone !== undefined,
    // One may be back by another way: told again on another device, or never gone.
    removed: removed.filter(({ commander }) => !names.has(commander.id)),
    nameOf,
    isOpen,
    toggle(commander: KnownCommander) {
      setOpened(isOpen(commander) ? opened.filter((id) => id !== commander.id) : [...opened, commander.id])
    },
    choose: ({ id }: KnownCommander) => save(setSetting('commander', id)),
    async add() {
      const id = newId()
      if (!(await save(addCommander(id)))) return
      setOpened([id])
      focusOn(id, 'name')
    },
    async move(commander: KnownCommander, step: -1 | 1) {
      const place = played.indexOf(commander) + step
      if (!played[place]) {
        tell(message(step < 0 ? 'options_commander_first' : 'options_commander_last', nameOf(commander)))
      } else if (await save(shiftCommander(commander.id, step))) {
        focusOn(commander.id, step < 0 ? 'up' : 'down')
        tell(message('options_commander_moved', place + 1, played.length))
      }
    },
    async archive(commander: KnownCommander, archived: boolean) {
      if (!(await save(archiveCommander(commander.id, archived)))) return
      focusOn(commander.id, 'archive')
      tell(message(archived ? 'options_commander_archived' : 'options_commander_unarchived', nameOf(commander)))
    },
    async remove(commander: KnownCommander) {
      const gone = { commander, name: nameOf(commander) }
      if (await save(dropCommander(commander.id))) setRemoved((before) => [...before, gone])
    },
    async restore(gone: Removed) {
      if (!(await save(putCommander(gone.commander.id, gone.commander)))) return
      setRemoved((before) => before.filter((each) => each !== gone))
      focusOn(gone.commander.id, 'row')
    },
  }
}
