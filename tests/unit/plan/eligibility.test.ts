import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { eligibilityIn, eligibilityOf } from '../../../utils/plan/eligibility.ts'
import { type Commander, DEFAULT_COMMANDER } from '../../../utils/record/record.ts'
import { scheduleOf } from '../../../utils/schedule/schedule.ts'
import { ownEvent } from '../support/own-events.ts'
import { START } from '../support/records.ts'

const EU = { id: 'eu', name: 'EU', startsAfter: 0 }
const US = { id: 'us', name: 'US', startsAfter: 420 }
const mission = { prerequisite: 'Heroes and Villains' }

type Row = readonly [event: Partial<EventDefinition>, commander: Partial<Commander>, eligibility: string]

const bracket = { minLevel: 20, maxLevel: 39 }
const OF_EVENT: readonly Row[] = [
  [{}, {}, 'yes'],
  [bracket, { level: null }, 'yes'],
  [bracket, { level: 19 }, 'level'],
  [bracket, { level: 20 }, 'yes'],
  [bracket, { level: 39 }, 'yes'],
  [bracket, { level: 40 }, 'level'],
  [mission, { missionOpen: true }, 'mission'],
  [mission, { missionOpen: false }, 'yes'],
  [{}, { missionOpen: true }, 'yes'],
  [{ regions: [EU, US] }, { region: '' }, 'yes'],
  [{ regions: [EU, US] }, { region: 'eu' }, 'yes'],
  [{ regions: [EU, US] }, { region: 'us' }, 'yes'],
  [{ regions: [EU, US] }, { region: 'apac' }, 'region'],
  [{ regions: [] }, { region: 'apac' }, 'yes'],
  [{}, { region: 'apac' }, 'yes'],
]

const commanderWith = (told: Partial<Commander>) => ({ ...DEFAULT_COMMANDER, ...told })

describe('an event as a whole', () => {
  it.each(OF_EVENT)('%o, for a commander with %o: %s', (event, told, eligibility) => {
    expect(eligibilityOf(commanderWith(told), ownEvent('own', [[0, 24]], event))).toBe(eligibility)
  })
})

describe('a run', () => {
  const eligibilityOfRun = (event: EventDefinition, told: Partial<Commander>) => {
    const commander = commanderWith(told)
    return eligibilityIn(
      commander,
      scheduleOf(event, { eventId: 'own', startsAt: START, startAssumed: false }, commander),
    )
  }
  /** Its first day is for levels up to 19, its second one for those from 40 on. */
  const withGap = (more: Partial<EventDefinition> = {}): EventDefinition => {
    const event = ownEvent(
      'own',
      [
        [0, 24],
        [24, 48],
      ],
      more,
    )
    const relatedEvents = event.relatedEvents.map((related, index) => ({
      ...related,
      ...(index === 0 ? { maxLevel: 19 } : { minLevel: 40 }),
    }))
    return { ...event, relatedEvents }
  }

  it.each(OF_EVENT)(
    'as the event where its days hide nothing: %o, for a commander with %o: %s',
    (event, told, what) => {
      expect(eligibilityOfRun(ownEvent('own', [[0, 24]], event), told)).toBe(what)
    },
  )

  it.each([
    [{}, { level: null }, 'yes'],
    [{}, { level: 19 }, 'yes'],
    [{}, { level: 20 }, 'level'],
    [{}, { level: 39 }, 'level'],
    [{}, { level: 40 }, 'yes'],
    [mission, { level: 30, missionOpen: true }, 'mission'],
    [{ regions: [EU, US] }, { level: 30, region: 'us' }, 'level'],
    [{ regions: [EU, US] }, { level: 19, region: 'us' }, 'yes'],
    [{ regions: [EU, US] }, { level: 30, region: 'apac' }, 'region'],
  ] as readonly Row[])('whose days have gaps in their levels: %o, for a commander with %o: %s', (event, told, what) => {
    expect(eligibilityOfRun(withGap(event), told)).toBe(what)
  })

  it('without days hides none', () => {
    expect(eligibilityOfRun({ ...ownEvent('own', [[0, 24]]), relatedEvents: [] }, { level: 30, region: 'eu' })).toBe(
      'yes',
    )
  })
})
