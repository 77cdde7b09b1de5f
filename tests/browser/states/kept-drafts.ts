/** Forms that show what was typed before the page was closed. */

import { eventPlace } from '../../../entrypoints/options/editor/event-place.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { draftOf, type EventDraft, NEW_DRAFT } from '../../../utils/packs/draft.ts'
import { changed, withDays } from '../../../utils/packs/draft-edit.ts'
import { writePack } from '../../../utils/packs/write-pack.ts'
import { putEvent, setSetting } from '../../../utils/record/transitions.ts'
import {
  IMPORT_PLACE,
  repeatsPlace,
  runStartPlace,
  type StartDraft,
  startPlace,
  trackPlace,
} from '../../../utils/storage/draft-places.ts'
import type { DraftPlace } from '../../../utils/storage/drafts.ts'
import { DRAFT_PREFIX } from '../../../utils/storage/keys.ts'
import { action, click } from '../support.ts'
import { WEEKLY_META } from './own-events.ts'
import { BORDER_PATROL, DAY, RUN_ID, runOnDay, withRecord } from './seeds.ts'
import { options, popup, type State } from './state.ts'

const london = () => setSetting('timeZone', 'Europe/London')
const EDITOR = '.event-editor'
const NOTE = '[data-kept]'
const TYPED: StartDraft = { date: '2026-11-24', time: '17:30', hasHour: true, timeZone: 'Europe/London', delay: 0 }

/** What was typed into a form yesterday. */
const kept =
  <T>(place: DraftPlace<T>, value: T) =>
  (now: number) => ({ [DRAFT_PREFIX + place.name]: JSON.stringify({ at: now - DAY, value }) })

let keys = 0
const newKey = () => `key-${++keys}`

/** Three days, of which the last has no name yet. */
function halfWritten(): EventDraft {
  const draft = withDays({ ...NEW_DRAFT, name: 'Combat Simulation Meta – SMS' }, '3', newKey)
  const named = changed(changed(draft.related, 0, { name: 'First Trial' }), 1, { name: 'Second Trial' })
  return { ...draft, related: named }
}

const PACK = writePack('Patrols', [
  { event: BORDER_PATROL, starts: [Date.UTC(2026, 10, 26, 16)] },
  { event: WEEKLY_META, starts: [] },
])

const state = (name: string, part: string, parts: Partial<State>, ...expect: string[]): State =>
  options(name, { part, main: false, seed: withRecord(london), ...parts }, NOTE, ...expect)

export const KEPT_DRAFTS: readonly State[] = [
  popup(
    'kept-start',
    'first-use',
    {
      seed: withRecord(london),
      drafts: kept(startPlace(DEFENDER_OF_PEACE.id), TYPED),
    },
    NOTE,
  ),
  state('kept-start', '#event', { drafts: kept(startPlace(DEFENDER_OF_PEACE.id), TYPED) }),
  state('kept-run-start', '#event', {
    seed: withRecord(london, runOnDay(3)),
    drafts: kept(runStartPlace(RUN_ID), TYPED),
  }),
  state('kept-event', EDITOR, { drafts: kept(eventPlace(undefined), halfWritten()) }, EDITOR),
  state(
    'kept-event-hint',
    '[data-unsaved]',
    { drafts: kept(eventPlace(undefined), halfWritten()) },
    '[data-unsaved="1"]',
  ),
  state('kept-event-page', '#library', { drafts: kept(eventPlace(undefined), halfWritten()) }, EDITOR),
  state(
    'kept-change',
    EDITOR,
    {
      seed: withRecord(london, () => putEvent(BORDER_PATROL)),
      drafts: kept(eventPlace(BORDER_PATROL.id), { ...draftOf(BORDER_PATROL, newKey), minLevel: '2x' }),
    },
    `[data-editor="${BORDER_PATROL.id}"]`,
  ),
  state(
    'kept-discard',
    EDITOR,
    {
      drafts: kept(eventPlace(undefined), halfWritten()),
      act: (page) => click(page, action('discard-kept')),
    },
    action('discard-event'),
  ),
  state(
    'kept-track',
    '#library',
    {
      seed: withRecord(london, () => putEvent(WEEKLY_META)),
      drafts: (now) => ({
        ...kept(trackPlace(WEEKLY_META.id), TYPED)(now),
        ...kept(repeatsPlace(WEEKLY_META.id), { repeats: true, weeks: '3' })(now),
      }),
    },
    '[data-track]',
  ),
  state(
    'kept-import',
    '#library',
    {
      drafts: kept(IMPORT_PLACE, { text: PACK, ticked: [BORDER_PATROL.id] }),
    },
    '[data-ticked="1"]',
  ),
  state(
    'kept-import-broken',
    '#library',
    {
      drafts: kept(IMPORT_PLACE, { text: PACK.slice(0, 200) }),
    },
    '.refused',
  ),
]
