import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { RUN_OF_2023, SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import { scheduleOf } from '../../../utils/schedule/schedule.ts'

/** The facts as the source gives them: day, name, our code, what to do. */
const FACTS = [
  [
    '2023-11-13',
    'Unraveling Anomalies',
    'UA',
    ['Dock Ore, Gas or Crystal with your Station', 'Mine Parsteel, Titanium or Dilithium'],
  ],
  ['2023-11-14', 'Enlisting Old Allies', 'EOA', undefined],
  ['2023-11-15', 'Hidden Motivations', 'HM', ['Complete Away Team Assignments and spend Trait XP']],
  [
    '2023-11-16',
    'Assembling the Resistance',
    'ATR',
    ['Gain Power through Research, Defense Platforms, Buildings and Drydocks'],
  ],
  ['2023-11-17', 'Shaping a Unified Destiny', 'SUD', ['Defeat Hostiles and Swarm Hostiles']],
] as const

describe('Defender of Peace as it ships', () => {
  const schedule = scheduleOf(DEFENDER_OF_PEACE, RUN_OF_2023)

  it.each(FACTS)('%s: %s', (date, name, code, objectives) => {
    const window = schedule.windows.find(({ relatedEvent }) => relatedEvent.name === name)
    expect(window?.relatedEvent).toMatchObject({ code, points: 100 })
    expect(window?.relatedEvent.objectives).toEqual(objectives)
    expect(window?.relatedEvent.rewards).toEqual([
      'Parsteel',
      'Refined Ore',
      'Dilithium',
      'Refined Gas',
      'Resource Tokens',
    ])
    expect(new Date(window?.startsAt ?? 0).toISOString()).toBe(`${date}T16:00:00.000Z`)
  })

  it('has five related events of 100 points and one day each', () => {
    expect(schedule.windows.map(({ points }) => points)).toEqual([100, 100, 100, 100, 100])
    expect(schedule.windows.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000)).toEqual([
      24, 24, 24, 24, 24,
    ])
  })

  it('ran from Monday 13 to Saturday 18 November 2023, at an assumed hour', () => {
    expect(new Date(schedule.startsAt).toISOString()).toBe('2023-11-13T16:00:00.000Z')
    expect(new Date(schedule.endsAt).toISOString()).toBe('2023-11-18T16:00:00.000Z')
    expect(schedule.startAssumed).toBe(true)
    expect(DEFENDER_OF_PEACE.assumedStart).toBe(16 * 60)
  })

  it('tells the story of the source', () => {
    expect(DEFENDER_OF_PEACE.story).toBe(
      'A great evil has emerged. Temporal distortions wreak havoc. Commanders unite with allies to thwart the Architects of Chaos.',
    )
  })

  it('asks for level 10 and Heroes and Villains', () => {
    expect(DEFENDER_OF_PEACE).toMatchObject({ minLevel: 10, prerequisite: 'Heroes and Villains' })
  })

  it('names the rewards of the SMS and of the IMS event, and no number of points that a server needs', () => {
    expect(DEFENDER_OF_PEACE.name).toBe('Defender of Peace – SMS')
    expect(DEFENDER_OF_PEACE.rewards).toEqual([
      'Tritanium',
      '2★ Uncommon Refined Crystal',
      '2★ Common Refined Crystal',
      'Missing Translation',
      'Tritanium Tokens',
    ])
    expect(DEFENDER_OF_PEACE.serverEvent).toEqual({
      name: 'Defender of Peace – IMS',
      rewards: ['4 Jadzia Dax shards', "3 Miles O'Brien shards", 'Missing Translation token'],
    })
  })

  it('has codes that fit the badge and ids that differ', () => {
    for (const event of SHIPPED_EVENTS) {
      const ids = event.relatedEvents.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { code } of event.relatedEvents) expect(code.length).toBeLessThanOrEqual(4)
    }
  })
})
