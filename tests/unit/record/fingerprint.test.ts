/** Whether the items in `storage.sync` are those that were there. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprintOf } from '../../../utils/record/replica/fingerprint.ts'

const arbitraryItems = fc.dictionary(
  fc.nat(9).map((number) => `replica:${number}`),
  fc.oneof(fc.string(), fc.integer()),
)

it('is FNV-1a of the items and their length', () => expect(fingerprintOf({})).toBe('2-741638a5'))

it('is the same of the same items in whichever order, beside whatever others store (law)', () => {
  fc.assert(
    fc.property(arbitraryItems, (items) => {
      const turned = Object.fromEntries(Object.entries(items).reverse())
      expect(fingerprintOf({ other: 1, ...turned })).toBe(fingerprintOf(items))
    }),
  )
})

it('is another one of other items (law)', () => {
  fc.assert(
    fc.property(arbitraryItems, fc.nat(9), fc.string(), (items, number, text) => {
      const changed = { ...items, [`replica:${number}`]: text }
      fc.pre(JSON.stringify(changed) !== JSON.stringify(items))
      expect(fingerprintOf(changed)).not.toBe(fingerprintOf(items))
    }),
  )
})
