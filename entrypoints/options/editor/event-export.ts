/**
 * An event for others: as a pack file, and as a text for a chat.
 *
 * @module
 */

import { saveFile } from '../../../components/save-file.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { writePack } from '../../../utils/packs/write-pack.ts'

export { type EventTextRequest, eventText } from './chat-text.ts'
export { copyText } from './copy-text.ts'

/**
 * Saves an event as a pack file that the tracker of another commander can import.
 *
 * @param starts epoch ms of those that are known; may be empty
 */
export function exportPack(event: EventDefinition, starts: readonly number[]): void {
  saveFile(`${event.id}.json`, writePack(event.name, [{ event, starts }]))
}
