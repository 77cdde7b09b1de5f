/**
 * The event that ships: what is known of Defender of Peace – SMS, and nothing else. An undocumented objective stays
 * undocumented until the commander writes down what the game shows.
 *
 * @module
 */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import type { EventDefinition, RelatedEvent } from './event.ts'

const DAY_REWARDS = ['Parsteel', 'Refined Ore', 'Dilithium', 'Refined Gas', 'Resource Tokens']

function day(n: number, fields: Pick<RelatedEvent, 'id' | 'name' | 'code' | 'objectives'>): RelatedEvent {
  return {
    ...fields,
    points: 100,
    rewards: DAY_REWARDS,
    windows: [{ opensAfter: (n - 1) * minutesInDay, lasts: minutesInDay }],
  }
}

export const DEFENDER_OF_PEACE: EventDefinition = {
  id: 'defender-of-peace',
  name: 'Defender of Peace – SMS',
  shortName: 'Defender of Peace',
  story:
    'A great evil has emerged. Temporal distortions wreak havoc. Commanders unite with allies to thwart the ' +
    'Architects of Chaos.',
  minLevel: 10,
  prerequisite: 'Heroes and Villains',
  rewards: [
    'Tritanium',
    '2★ Uncommon Refined Crystal',
    '2★ Common Refined Crystal',
    'Missing Translation',
    'Tritanium Tokens',
  ],
  relatedEvents: [
    day(1, {
      id: 'unraveling-anomalies',
      name: 'Unraveling Anomalies',
      code: 'UA',
      objectives: ['Dock Ore, Gas or Crystal with your Station', 'Mine Parsteel, Titanium or Dilithium'],
    }),
    day(2, { id: 'enlisting-old-allies', name: 'Enlisting Old Allies', code: 'EOA' }),
    day(3, {
      id: 'hidden-motivations',
      name: 'Hidden Motivations',
      code: 'HM',
      objectives: ['Complete Away Team Assignments and spend Trait XP'],
    }),
    day(4, {
      id: 'assembling-the-resistance',
      name: 'Assembling the Resistance',
      code: 'ATR',
      objectives: ['Gain Power through Research, Defense Platforms, Buildings and Drydocks'],
    }),
    day(5, {
      id: 'shaping-a-unified-destiny',
      name: 'Shaping a Unified Destiny',
      code: 'SUD',
      objectives: ['Defeat Hostiles and Swarm Hostiles'],
    }),
  ],
  lasts: 5 * minutesInDay,
  // No source gives an hour; most events of this game, sampled in 2026, start at 16:00 UTC.
  assumedStart: 16 * minutesInHour,
  serverEvent: {
    name: 'Defender of Peace – IMS',
    rewards: ['4 Jadzia Dax shards', "3 Miles O'Brien shards", 'Missing Translation token'],
  },
}
