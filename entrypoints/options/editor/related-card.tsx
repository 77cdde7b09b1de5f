import { message } from '../../../utils/i18n/messages.ts'
import type { RelatedDraft } from '../../../utils/packs/draft.ts'
import { changed } from '../../../utils/packs/draft-edit.ts'
import { Entry } from './entry.tsx'
import { EntryRow } from './entry-row.tsx'
import { useForm } from './form-context.ts'
import { More } from './more.tsx'
import { RelatedMore } from './related-more.tsx'
import { relatedName } from './related-name.ts'
import { windowsText } from './windows-text.ts'

export interface RelatedCardProps {
  readonly related: RelatedDraft
  /** From 0. */
  readonly index: number
  /** Typed or proposed. */
  readonly code: string
}

/** One related event: what most need, and more behind a button. */
export function RelatedCard({ related, index, code }: RelatedCardProps) {
  const { change, reading } = useForm()
  const field = (name: string) => `related-${index}-${name}`
  const set = (part: Partial<RelatedDraft>) =>
    change((draft) => ({ ...draft, related: changed(draft.related, index, part) }))
  const called = relatedName(related, index)
  // Said once: on thirty cards it would be noise.
  const isFirst = index === 0
  const [first] = related.windows
  const day = {
    name: field('window-0-day'),
    label: message('options_editor_day'),
    value: first?.day ?? '',
    onInput: (text: string) => set({ windows: changed(related.windows, 0, { day: text }) }),
  }
  return (
    <fieldset class="editor-card" data-related={index}>
      <legend class="editor-card-title">{message('options_editor_related', index + 1)}</legend>
      <p class="editor-card-when">{windowsText(reading.event.relatedEvents[index]?.windows ?? [])}</p>
      <Entry
        name={field('name')}
        label={message('options_editor_related_name')}
        value={related.name}
        onInput={(name) => set({ name })}
      />
      <EntryRow
        entries={[
          ...(first ? [day] : []),
          {
            name: field('code'),
            label: message('options_editor_code'),
            letters: true,
            value: related.code ?? code,
            onInput: (text) => set({ code: text }),
            // An empty code is the proposed one again.
            onBlur: () => (related.code?.trim() === '' ? set({ code: undefined }) : undefined),
          },
          {
            name: field('points'),
            label: message('options_editor_points'),
            value: related.points,
            onInput: (points) => set({ points }),
          },
        ]}
        hint={isFirst ? message('options_editor_row_hint') : undefined}
      />
      <Entry
        name={field('objectives')}
        label={message('options_editor_objectives')}
        hint={isFirst ? message('options_editor_objectives_hint') : undefined}
        rows={2}
        value={related.objectives}
        onInput={(objectives) => set({ objectives })}
      />
      <More
        action="more-related"
        texts={[message('options_editor_more'), message('options_editor_less')]}
        names={[message('options_editor_more_of', called), message('options_editor_less_of', called)]}
        wrong={isWrongInside(reading.problems, index)}
      >
        {() => <RelatedMore related={related} index={index} set={set} />}
      </More>
    </fieldset>
  )
}

function isWrongInside(problems: readonly { readonly field: string }[], index: number): boolean {
  const inside = new RegExp(`^related-${index}-(min-level|max-level|rewards|window-(?!0-day$))`)
  return problems.some(({ field }) => inside.test(field))
}
