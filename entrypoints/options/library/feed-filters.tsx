import { useMemo } from 'preact/hooks'
import { Field } from '../../../components/form/field.tsx'
import { Switch } from '../../../components/form/switch.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { type FeedFacet, facetsOf } from '../../../utils/packs/filter-feed.ts'
import type { FeedGroup } from '../../../utils/packs/group-feed.ts'
import { readLevel } from '../commanders/readings.ts'

/** What the fields over the feed say. */
export interface FeedQuery {
  readonly words: string
  /** Empty: all. */
  readonly format: string
  readonly category: string
  /** As it is typed; empty: all levels. */
  readonly level: string
  readonly over: boolean
  readonly inactive: boolean
  /** Nothing but what is ticked, whatever the other fields say. */
  readonly onlyTicked: boolean
}

export interface FeedFiltersProps {
  readonly groups: readonly FeedGroup[]
  readonly query: FeedQuery
  readonly onChange: (change: Partial<FeedQuery>) => void
}

/** The level that is typed; undefined where it is none: then it hides nothing. */
export function levelOf({ level }: FeedQuery): number | undefined {
  const read = readLevel(level)
  return read.ok ? (read.value ?? undefined) : undefined
}

export function FeedFilters({ groups, query, onChange }: FeedFiltersProps) {
  const facets = useMemo(() => facetsOf(groups), [groups])
  const level = readLevel(query.level)
  return (
    <div class="feed-filters">
      <Field name="feed-query" class="is-wide" label={message('options_feed_query')}>
        {(field) => (
          <input
            {...field}
            class="input"
            type="search"
            autocomplete="off"
            spellcheck={false}
            value={query.words}
            onInput={(event) => onChange({ words: event.currentTarget.value })}
          />
        )}
      </Field>
      <Facet
        name="feed-format"
        label={message('options_feed_format')}
        facets={facets.formats}
        value={query.format}
        onChange={(format) => onChange({ format })}
      />
      <Facet
        name="feed-category"
        label={message('options_feed_category')}
        facets={facets.categories}
        value={query.category}
        onChange={(category) => onChange({ category })}
      />
      <Field name="feed-level" label={message('options_feed_level')} error={level.ok ? undefined : level.error}>
        {(field) => (
          <input
            {...field}
            class="input"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={query.level}
            onInput={(event) => onChange({ level: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="feed-ticks">
        <Switch
          tick
          name="feed-over"
          label={message('options_feed_over')}
          checked={query.over}
          onChange={(over) => onChange({ over })}
        />
        <Switch
          tick
          name="feed-inactive"
          label={message('options_feed_inactive')}
          checked={query.inactive}
          onChange={(inactive) => onChange({ inactive })}
        />
        <Switch
          tick
          name="feed-only-ticked"
          label={message('options_feed_only_ticked')}
          checked={query.onlyTicked}
          onChange={(onlyTicked) => onChange({ onlyTicked })}
        />
      </div>
    </div>
  )
}

interface FacetProps {
  readonly name: string
  readonly label: string
  readonly facets: readonly FeedFacet[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A choice among what the feed has; absent where there is nothing to choose. */
function Facet({ name, label, facets, value, onChange }: FacetProps) {
  if (facets.length === 0) return null
  return (
    <Field name={name} label={label}>
      {(field) => (
        <select {...field} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{message('options_feed_any')}</option>
          {facets.map((facet) => (
            <option key={facet.value} value={facet.value}>
              {message('options_feed_facet', facet.value, facet.count)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
