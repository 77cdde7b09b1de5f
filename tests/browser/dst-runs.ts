/** Runs over a change of the clock. Worked out by hand; the tests ask the browser's own Temporal whether it agrees. */

export interface DstRun {
  readonly timeZone: string
  readonly what: string
  /** What the wall shows when each of the five days starts and when the last ends; 24 hours lie between two. */
  readonly walls: readonly [string, string, string, string, string, string]
  /** What the browsers call the zone in American English before the change and after it. */
  readonly zones: readonly [string, string]
}

/** In each the second day lies over the change, and ends at it or among the hours that come twice. */
export const DST_RUNS: readonly DstRun[] = [
  {
    timeZone: 'America/New_York',
    what: 'over the spring change, at 2:00 on 8 March',
    walls: [
      '2026-03-06T02:00-05:00',
      '2026-03-07T02:00-05:00',
      '2026-03-08T03:00-04:00',
      '2026-03-09T03:00-04:00',
      '2026-03-10T03:00-04:00',
      '2026-03-11T03:00-04:00',
    ],
    zones: ['EST', 'EDT'],
  },
  {
    timeZone: 'America/New_York',
    what: 'over the autumn change, into the second 1:30 of 1 November',
    walls: [
      '2026-10-30T02:30-04:00',
      '2026-10-31T02:30-04:00',
      '2026-11-01T01:30-05:00',
      '2026-11-02T01:30-05:00',
      '2026-11-03T01:30-05:00',
      '2026-11-04T01:30-05:00',
    ],
    zones: ['EDT', 'EST'],
  },
  {
    timeZone: 'Europe/London',
    what: 'over the spring change, at 1:00 on 29 March',
    walls: [
      '2026-03-27T01:00+00:00',
      '2026-03-28T01:00+00:00',
      '2026-03-29T02:00+01:00',
      '2026-03-30T02:00+01:00',
      '2026-03-31T02:00+01:00',
      '2026-04-01T02:00+01:00',
    ],
    zones: ['GMT', 'GMT+1'],
  },
  {
    timeZone: 'Europe/London',
    what: 'over the autumn change, at 2:00 on 25 October',
    walls: [
      '2026-10-23T02:00+01:00',
      '2026-10-24T02:00+01:00',
      '2026-10-25T01:00+00:00',
      '2026-10-26T01:00+00:00',
      '2026-10-27T01:00+00:00',
      '2026-10-28T01:00+00:00',
    ],
    zones: ['GMT+1', 'GMT'],
  },
  {
    timeZone: 'Australia/Lord_Howe',
    what: 'over the spring change by half an hour, after 2:00 on 4 October',
    walls: [
      '2026-10-02T02:15+10:30',
      '2026-10-03T02:15+10:30',
      '2026-10-04T02:45+11:00',
      '2026-10-05T02:45+11:00',
      '2026-10-06T02:45+11:00',
      '2026-10-07T02:45+11:00',
    ],
    zones: ['GMT+10:30', 'GMT+11'],
  },
  {
    timeZone: 'Australia/Lord_Howe',
    what: 'over the autumn change by half an hour, into the second 1:45 of 5 April',
    walls: [
      '2026-04-03T02:15+11:00',
      '2026-04-04T02:15+11:00',
      '2026-04-05T01:45+10:30',
      '2026-04-06T01:45+10:30',
      '2026-04-07T01:45+10:30',
      '2026-04-08T01:45+10:30',
    ],
    zones: ['GMT+11', 'GMT+10:30'],
  },
  {
    timeZone: 'Africa/Casablanca',
    what: 'into Ramadan, into the second 2:30 of 15 February',
    walls: [
      '2026-02-13T03:30+01:00',
      '2026-02-14T03:30+01:00',
      '2026-02-15T02:30+00:00',
      '2026-02-16T02:30+00:00',
      '2026-02-17T02:30+00:00',
      '2026-02-18T02:30+00:00',
    ],
    zones: ['GMT+1', 'GMT+0'],
  },
  {
    timeZone: 'Africa/Casablanca',
    what: 'out of Ramadan, at 2:00 on 22 March',
    walls: [
      '2026-03-20T02:00+00:00',
      '2026-03-21T02:00+00:00',
      '2026-03-22T03:00+01:00',
      '2026-03-23T03:00+01:00',
      '2026-03-24T03:00+01:00',
      '2026-03-25T03:00+01:00',
    ],
    zones: ['GMT+0', 'GMT+1'],
  },
]
