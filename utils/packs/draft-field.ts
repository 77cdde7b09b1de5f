/**
 * Which input a problem belongs to: from the path in an event to the name of a field in the form.
 *
 * @module
 */

import type { PackRule } from './problem.ts'

const OF_EVENT: Readonly<Record<string, string>> = {
  name: 'event-name',
  shortName: 'event-short-name',
  story: 'event-story',
  prerequisite: 'event-prerequisite',
  minLevel: 'event-min-level',
  maxLevel: 'event-max-level',
  rewards: 'event-rewards',
  lasts: 'event-lasts-days',
  assumedStart: 'event-assumed',
  'serverEvent.name': 'event-server-name',
  repeatsEvery: 'event-repeats',
  relatedEvents: 'event-days',
}

const OF_RELATED: Readonly<Record<string, string>> = {
  name: 'name',
  code: 'code',
  points: 'points',
  minLevel: 'min-level',
  maxLevel: 'max-level',
  objectives: 'objectives',
  rewards: 'rewards',
}

/**
 * @param path as in `PackProblem`, relative to the event
 * @param placesOf for the windows of a related event, their places in the form
 * @returns empty where no input is at fault
 * @example fieldOf('relatedEvents[0].objectives[2]', 'text-long', () => []) // 'related-0-objectives'
 * @example fieldOf('relatedEvents[1].windows[0].lasts', 'window-outside', () => [0]) // 'related-1-window-0-lasts-days'
 */
export function fieldOf(path: string, rule: PackRule, placesOf: (related: number) => readonly number[]): string {
  const window = /^relatedEvents\[(\d+)\]\.windows\[(\d+)\](?:\.(\w+))?/.exec(path)
  if (window) {
    const [, related = '', index, part] = window
    const place = placesOf(Number(related))[Number(index)] ?? Number(index)
    return `related-${related}-window-${place}-${part === 'lasts' && rule !== 'windows-overlap' ? 'lasts-days' : 'day'}`
  }
  const related = /^relatedEvents\[(\d+)\](?:\.(\w+))?/.exec(path)
  if (related) return `related-${related[1]}-${OF_RELATED[related[2] ?? ''] ?? 'name'}`
  const region = /^regions\[(\d+)\](?:\.(\w+))?/.exec(path)
  if (region) return `region-${region[1]}-${region[2] === 'startsAfter' ? 'after' : 'name'}`
  return OF_EVENT[path] ?? OF_EVENT[path.replace(/[[.].*$/, '')] ?? ''
}

/**
 * The number, from 1, of the window that a path leads to.
 *
 * @example windowNumber('relatedEvents[0].windows[1]', () => [0, 2]) // 3
 */
export function windowNumber(
  path: string | number | undefined,
  placesOf: (related: number) => readonly number[],
): number {
  const [, related, window] = /^relatedEvents\[(\d+)\]\.windows\[(\d+)\]/.exec(String(path)) ?? []
  return (placesOf(Number(related))[Number(window)] ?? Number(window)) + 1
}
