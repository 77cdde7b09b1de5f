/**
 * What each field of an event pack means, in one sentence: editors show it beside the field. `docs/event-pack.md` tells
 * more.
 *
 * @module
 */

/** By path; `[]` stands for each entry of a list. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'Where this schema is, for editors. The tracker does not look at it.',
  format: 'Says that the file is an event pack.',
  version: 'The version of the format.',
  name: 'The name of the pack, for those who have the file.',
  events: 'The events. The file is read whole or not at all; you tick which of them are imported.',

  'events[].id': 'Names the event for ever: an import with the same id replaces it, and its runs and marks stay.',
  'events[].name': 'As the game shows it, with its kind: Defender of Peace – SMS.',
  'events[].shortName': 'The name without its kind. Absent: made from the name.',
  'events[].story': 'What the game tells about it.',
  'events[].minLevel': 'The lowest operations level that can take part, included. Absent: no lower bound.',
  'events[].maxLevel': 'The highest operations level that can take part, included. Absent: no upper bound.',
  'events[].prerequisite': 'The mission that must be completed before the game shows the event.',
  'events[].rewards': 'The rewards of the event. Absent: none is known.',
  'events[].lasts': 'Minutes from its start to its end. Absent: nobody knows when it ends.',
  'events[].assumedStart':
    'The hour at which it is assumed to start where no source gives one, in minutes after midnight UTC: 960 is 16:00.',
  'events[].serverEvent': 'The event of the whole server that the points of all commanders progress.',
  'events[].serverEvent.name': 'As the game shows it, with its kind.',
  'events[].serverEvent.rewards': 'What each commander of the server gets if the server reaches the points.',
  'events[].serverEvent.pointsNeeded': 'Points that a server needs. Absent: not documented.',
  'events[].serverWide': 'True: the server scores as one, and there is no solo part.',
  'events[].regions': 'Parts of the world in which it starts at another hour. Absent: the same start everywhere.',
  'events[].regions[].id': 'Names the region for ever, for instance us: marks are kept under it.',
  'events[].regions[].name': 'As commanders call it: US.',
  'events[].regions[].startsAfter': 'Minutes after the start of the run at which everything starts in this region.',
  'events[].repeatsEvery': 'It comes again after so many weeks of 168 hours. Absent: it is not known to repeat.',
  'events[].revision': 'Raise it with each change: a lower revision never replaces a higher one. Absent: 0.',
  'events[].starts': 'Known starts. The import makes a run of each that is not over.',
  'events[].starts[].date': 'The day on the calendar of the time zone: YYYY-MM-DD.',
  'events[].starts[].time': 'The hour on the clock of the time zone: HH:MM.',
  'events[].starts[].timeZone': 'An IANA time zone such as Europe/London. Absent: UTC.',
  'events[].relatedEvents': 'The events whose points count for this one; at least one, with a window.',
  'events[].relatedEvents[].id': 'Names the related event for ever inside its event: marks are kept under it.',
  'events[].relatedEvents[].name': 'As the game shows it.',
  'events[].relatedEvents[].code':
    'What the badge in the toolbar shows; three characters fit well. Absent: made from the name.',
  'events[].relatedEvents[].points': 'Points for completing it once in a window. Absent: not documented.',
  'events[].relatedEvents[].minLevel': 'The lowest operations level that sees it, included. Absent: no lower bound.',
  'events[].relatedEvents[].maxLevel': 'The highest operations level that sees it, included. Absent: no upper bound.',
  'events[].relatedEvents[].objectives':
    'Ways to complete it; any one of them is enough. Absent: nobody has documented them.',
  'events[].relatedEvents[].rewards': 'Rewards that are known. Absent: none is known.',
  'events[].relatedEvents[].windows':
    'When it is open. Keep their order: marks are kept by the place of a window in this list.',
  'events[].relatedEvents[].windows[].opensAfter': 'Minutes after the start of the event at which it opens.',
  'events[].relatedEvents[].windows[].lasts': 'Minutes that it is open. Absent: until the event ends.',
}
