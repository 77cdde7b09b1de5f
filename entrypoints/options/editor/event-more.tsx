import { Switch } from '../../../components/form/switch.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { shortNameOf } from '../../../utils/packs/code.ts'
import type { EventDraft } from '../../../utils/packs/draft.ts'
import { Entry } from './entry.tsx'
import { useForm } from './form-context.ts'
import { LastsFields } from './lasts-fields.tsx'
import { LevelFields } from './level-fields.tsx'
import { More } from './more.tsx'
import { RegionList } from './region-list.tsx'

/** What belongs to the event as a whole and is often the same or not known. */
export function EventMore() {
  const { draft, reading, change } = useForm()
  const set = (part: Partial<EventDraft>) => change((before) => ({ ...before, ...part }))
  const inside = reading.problems.some(({ field }) => /^(region-|event-(?!name$|days$))/.test(field))
  return (
    <More
      action="event-fields"
      texts={[message('options_editor_more_event'), message('options_editor_less_event')]}
      wrong={inside}
    >
      {() => (
        <>
          <Entry
            name="event-short-name"
            label={message('options_editor_short_name')}
            hint={message('options_editor_short_name_hint')}
            value={draft.shortName ?? shortNameOf(draft.name.trim())}
            onInput={(shortName) => set({ shortName })}
            onBlur={() => (draft.shortName?.trim() === '' ? set({ shortName: undefined }) : undefined)}
          />
          <LastsFields />
          <Entry
            name="event-assumed"
            class="is-short"
            label={message('options_editor_assumed')}
            hint={message('options_editor_assumed_hint')}
            value={draft.assumed}
            onInput={(assumed) => set({ assumed })}
          />
          <Entry
            name="event-repeats"
            class="is-short"
            label={message('options_editor_repeats')}
            hint={message('options_editor_repeats_hint')}
            numeric
            value={draft.repeats}
            onInput={(repeats) => set({ repeats })}
          />
          <LevelFields name="event" values={draft} hint={message('options_editor_levels_hint')} onInput={set} />
          <RegionList />
          <Switch
            tick
            name="event-server-wide"
            label={message('options_editor_server_wide')}
            hint={message('options_editor_server_wide_hint')}
            checked={draft.serverWide}
            onChange={(serverWide) => set({ serverWide })}
          />
          <Entry
            name="event-server-name"
            label={message('options_editor_server_name')}
            hint={message('options_editor_server_name_hint')}
            value={draft.serverName}
            onInput={(serverName) => set({ serverName })}
          />
          <Entry
            name="event-prerequisite"
            label={message('options_editor_prerequisite')}
            hint={message('options_editor_prerequisite_hint')}
            value={draft.prerequisite}
            onInput={(prerequisite) => set({ prerequisite })}
          />
          <Entry
            name="event-rewards"
            label={message('options_editor_event_rewards')}
            hint={message('options_editor_rewards_hint')}
            rows={2}
            value={draft.rewards}
            onInput={(rewards) => set({ rewards })}
          />
          <Entry
            name="event-story"
            label={message('options_editor_story')}
            rows={3}
            value={draft.story}
            onInput={(story) => set({ story })}
          />
        </>
      )}
    </More>
  )
}
