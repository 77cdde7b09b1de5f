import { describe, expect, it, test } from 'vitest'
import { type FeedFilter, facetsOf, filterFeed } from '../../../utils/packs/filter-feed.ts'
import { groupFeed } from '../../../utils/packs/group-feed.ts'
import { readFeed } from '../../../utils/packs/read-feed.ts'
import { feedEntry, feedOf, feedTimes, type RawFeedEntry } from '../support/feed.ts'

function groupsOf(raws: readonly RawFeedEntry[]) {
  const read = readFeed(JSON.stringify(raws))
  return groupFeed(read.ok ? read.entries : [])
}

const END = Date.parse(feedTimes(0, 6 * 24).endTime)
const GROUPS = groupsOf([
  feedEntry({ id: 'meta', ...feedTimes(0, 6 * 24), description: 'Compléte it’s sub-events' }),
  feedEntry({ id: 'low', title: 'Sector Supremacy: mining', ...feedTimes(1, 24), minOpsLevel: 20, maxOpsLevel: 39 }),
  feedEntry({ id: 'high', title: 'Sector Supremacy: hunt', ...feedTimes(1, 24), minOpsLevel: 51, isActive: false }),
  feedEntry({
    id: 'sarris',
    title: 'Sarris Invasion – IMS',
    description: null,
    ...feedTimes(2, 72),
    eventFormat: 'IMS',
    eventCategory: 'invasion',
    minOpsLevel: null,
  }),
  feedEntry({
    id: 'again',
    title: 'Routine',
    description: 'A hunt',
    ...feedTimes(3, 24),
    eventFormat: null,
    minOpsLevel: null,
    maxOpsLevel: 30,
    repeatType: 'weekly',
  }),
  feedEntry({ id: 'off', title: 'Switched off', ...feedTimes(4, 24), eventFormat: 'Solo', isActive: false }),
])
const ON = ['meta', 'sarris', 'again']

const shown = (filter: FeedFilter) => filterFeed(GROUPS, filter).map(({ id }) => id)

describe('filterFeed', () => {
  test.each<[string, FeedFilter, readonly string[]]>([
    ['nothing', {}, ON],
    ['empty fields', { query: ' – ', format: '', category: '', level: null }, ON],
    ['what is switched off too', { includeInactive: true }, [...ON, 'off']],
    ['a word of the meta', { query: 'SUPREMACY' }, ['meta']],
    ['a word of a feeder', { query: 'mining' }, ['meta']],
    ['a word of a description', { query: 'hunt' }, ['meta', 'again']],
    ['a part of a word', { query: 'invas' }, ['sarris']],
    ['words of several texts, in any order', { query: 'hunt mining sector' }, ['meta']],
    ['words that do not stand together', { query: 'sarris mining' }, []],
    ['no accents', { query: 'complete' }, ['meta']],
    ['other accents and apostrophes', { query: 'SÁRRIS' }, ['sarris']],
    ['an apostrophe', { query: "it's" }, ['meta']],
    ['another dash', { query: 'invasion - ims' }, ['sarris']],
    ['a format', { format: 'IMS' }, ['sarris']],
    ['a category', { category: 'invasion' }, ['sarris']],
    ['a category and a format that no group has both', { category: 'weekly', format: 'IMS' }, []],
    ['level 19', { level: 19 }, ['sarris', 'again']],
    ['level 20', { level: 20 }, ON],
    ['level 30', { level: 30 }, ON],
    ['level 31', { level: 31 }, ['meta', 'sarris']],
    ['level 39', { level: 39 }, ['meta', 'sarris']],
    ['level 40, between the feeders', { level: 40 }, ['sarris']],
    ['level 51', { level: 51 }, ['meta', 'sarris']],
    ['a moment before the end', { from: END - 1 }, ['meta', 'again']],
    ['the end', { from: END }, ['again']],
  ])('by %s', (_, filter, expected) => expect(shown(filter)).toEqual(expected))

  it('shows the groups themselves, whole', () => {
    expect(filterFeed(GROUPS, { query: 'mining' })[0]).toBe(GROUPS[0])
  })

  it('hides nothing of a calendar without a filter', () => {
    const groups = groupsOf(feedOf(1000))
    expect(filterFeed(groups, { includeInactive: true })).toEqual(groups)
    expect(filterFeed(groups, { query: 'feeder sector', format: 'SMS' }).length).toBeGreaterThan(10)
  })
})

describe('facetsOf', () => {
  it('counts the groups that have a value', () => {
    expect(facetsOf(GROUPS)).toEqual({
      formats: [
        { value: 'IMS', count: 1 },
        { value: 'SMS', count: 1 },
        { value: 'Solo', count: 1 },
      ],
      categories: [
        { value: 'weekly', count: 3 },
        { value: 'invasion', count: 1 },
      ],
    })
    expect(facetsOf([])).toEqual({ formats: [], categories: [] })
  })

  it('counts what the filter shows', () => {
    const groups = groupsOf(feedOf(1000))
    const { formats, categories } = facetsOf(groups)
    for (const { value, count } of formats) {
      expect(filterFeed(groups, { format: value, includeInactive: true })).toHaveLength(count)
    }
    for (const { value, count } of categories) {
      expect(filterFeed(groups, { category: value, includeInactive: true })).toHaveLength(count)
    }
  })
})
