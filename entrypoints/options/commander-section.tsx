import { useId } from 'preact/hooks'
import { Changes } from '../../components/changes.tsx'
import { message } from '../../utils/i18n/messages.ts'
import type { KnownCommander } from '../../utils/record/read.ts'
import { AddCommander } from './commanders/add-commander.tsx'
import { MOST_COMMANDERS } from './commanders/changes.ts'
import type { PlayedProps } from './commanders/commander-head.tsx'
import { CommanderRow } from './commanders/commander-row.tsx'
import { useFocus } from './commanders/use-focus.ts'
import { useHeard } from './commanders/use-heard.tsx'
import { useList } from './commanders/use-list.ts'
import type { Page } from './page.ts'
import { Section } from './section.tsx'
import { UndoBar } from './undo-bar.tsx'

/** The commander; where there are several, a row for each. */
export function CommanderSection({ page }: { readonly page: Page }) {
  const id = useId()
  const [box, focusOn] = useFocus()
  const { tell, region } = useHeard()
  const list = useList(page, focusOn, tell)
  const { all, played, archived, isAlone } = list

  const row = (commander: KnownCommander, asPlayed?: PlayedProps) => (
    <CommanderRow
      key={commander.id}
      page={page}
      commander={commander}
      name={list.nameOf(commander)}
      isAlone={isAlone}
      isOpen={list.isOpen(commander)}
      onToggle={() => list.toggle(commander)}
      onArchive={(isArchived) => list.archive(commander, isArchived)}
      onRemove={() => list.remove(commander)}
      played={asPlayed}
    />
  )
  return (
    <Section id="commander">
      <div class="commanders" ref={box}>
        <div class="commanders-played" {...(isAlone ? {} : { role: 'group', 'aria-labelledby': `${id}-legend` })}>
          {isAlone ? null : (
            <div>
              <p class="commanders-legend" id={`${id}-legend`}>
                {message('options_commanders_chosen')}
              </p>
              <p class="note">{message('options_commanders_note')}</p>
            </div>
          )}
          <ul class="commander-list">
            {played.map((commander, index) =>
              row(commander, {
                group: id,
                isChosen: commander.id === page.view.commander.id,
                isFirst: index === 0,
                isLast: index === played.length - 1,
                onChoose: () => list.choose(commander),
                onMove: (step) => list.move(commander, step),
              }),
            )}
          </ul>
        </div>
        {archived.length > 0 ? (
          <>
            <h3 class="section-subtitle">{message('options_commanders_archived')}</h3>
            <ul class="commander-list" data-archived>
              {archived.map((commander) => row(commander))}
            </ul>
          </>
        ) : null}
      </div>
      {list.removed.map((gone) => (
        <UndoBar
          key={gone.commander.id}
          text={message('options_commander_removed', gone.name)}
          focused
          onUndo={() => list.restore(gone)}
        />
      ))}
      <Changes>
        <AddCommander isFull={all.length >= MOST_COMMANDERS} onAdd={list.add} />
      </Changes>
      {region}
    </Section>
  )
}
