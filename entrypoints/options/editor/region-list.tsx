import { message, plural } from '../../../utils/i18n/messages.ts'
import type { RegionDraft } from '../../../utils/packs/draft.ts'
import { changed, inserted, without } from '../../../utils/packs/draft-edit.ts'
import { EntryRow } from './entry-row.tsx'
import { useForm } from './form-context.ts'
import { RemovalBar } from './removal-bar.tsx'

/** The parts of the world in which the event starts at an hour of its own. */
export function RegionList() {
  const { draft, initial, marksIn, change, newKey, focusAfter } = useForm()
  const add = () => {
    const region: RegionDraft = { key: newKey(), id: undefined, name: '', after: '0' }
    change((before) => ({ ...before, regions: [...before.regions, region] }))
    focusAfter(`[data-field="region-${draft.regions.length}-name"]`)
  }
  const isNew = initial && !initial.regions?.length && draft.regions.length > 0
  const hidden = isNew ? marksIn(initial).kept : 0
  return (
    <fieldset class="editor-group" data-regions>
      <legend class="editor-group-title">{message('options_editor_regions')}</legend>
      <p class="field-hint">{message('options_editor_regions_hint')}</p>
      {draft.regions.map((region, index) => (
        <RegionFields key={region.key} region={region} index={index} />
      ))}
      <div role="status" data-regions-marks={hidden}>
        {hidden > 0 ? <p class="callout">{plural('options_editor_regions_marks', hidden)}</p> : null}
      </div>
      <RemovalBar place="regions" />
      <button type="button" class="button editor-add" data-action="add-region" onClick={add}>
        {message('options_editor_region_add')}
      </button>
    </fieldset>
  )
}

function RegionFields({ region, index }: { readonly region: RegionDraft; readonly index: number }) {
  const { change, remove } = useForm()
  const set = (part: Partial<RegionDraft>) =>
    change((draft) => ({ ...draft, regions: changed(draft.regions, index, part) }))
  const name = region.name.trim() || message('options_editor_region', index + 1)
  const takeAway = () =>
    remove((draft) => ({ ...draft, regions: without(draft.regions, region.key) }), {
      place: 'regions',
      text: message('options_editor_related_removed', name),
      restore: (draft) => ({ ...draft, regions: inserted(draft.regions, index, region) }),
      focus: `[data-field="region-${index}-name"]`,
    })
  return (
    <div class="editor-region">
      <EntryRow
        entries={[
          {
            name: `region-${index}-name`,
            label: message('options_editor_region_name'),
            letters: true,
            value: region.name,
            onInput: (text) => set({ name: text }),
          },
          {
            name: `region-${index}-after`,
            label: message('options_editor_region_after'),
            letters: true,
            value: region.after,
            onInput: (after) => set({ after }),
          },
        ]}
      />
      <button
        type="button"
        class="button is-quiet is-danger"
        data-action="remove-region"
        aria-label={message('options_editor_region_remove_named', name)}
        onClick={takeAway}
      >
        {message('options_editor_remove')}
      </button>
    </div>
  )
}
