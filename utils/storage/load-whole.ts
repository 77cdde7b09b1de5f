/**
 * Reads the whole record. Apart from `load`: the popup draws first without it, and without its bytes.
 *
 * @module
 */

import { STORAGE_KEYS } from './keys.ts'
import { ofLastText } from './last-text.ts'
import { type Loaded, loadFrom, parseNear } from './load.ts'
import { parseShelf, parseWhole } from './parse-whole.ts'
import { readKeys } from './read-stored.ts'

const { record, shelf, shelved, delivery, labels, setAside } = STORAGE_KEYS
const parseRest = ofLastText(parseShelf)

/** As `load`, with the whole record: it costs what the commander ever told. */
export function loadWhole(): Promise<Loaded> {
  return loadFrom(
    () => readKeys([record, shelf, delivery, labels, setAside, shelved]),
    (stored) => parseWhole(parseNear(stored[record]), parseRest(stored[shelf])),
  )
}
