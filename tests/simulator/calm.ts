/**
 * Since when it is simple what is to be said: the commander did nothing, and nobody changed the clock.
 *
 * @module
 */

import type { Device } from './device.ts'

const MINUTE = 60_000

export class Calm {
  /** Ms since the start of the story since which the clock is this one. */
  clockSince = 0
  /** Ms since the start of the story since which the computer is in this zone. */
  zoneSince = 0
  /** Epoch ms at which the background worked by it first; before that it could not know. */
  clockKnownAt = 0
  /** Epoch ms at which the commander last did something, or somebody changed the clock. */
  stirredAt = 0
  /** Epoch ms. */
  #heldBackUntil = 0
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
  }

  /** Epoch ms. */
  get since(): number {
    return Math.max(this.stirredAt, this.#heldBackUntil)
  }

  stir(): void {
    this.stirredAt = this.#device.clock
    this.#device.unusual.push(this.#device.engine.now)
  }

  /** Who is at work meanwhile may have asked for the other zone. */
  zoneChanged(): void {
    this.stir()
    this.zoneSince = this.#device.engine.now
  }

  /** The commander put a reminder off for an hour, whatever they do meanwhile. */
  holdBack(): void {
    this.#heldBackUntil = this.#device.clock + 62 * MINUTE
  }

  /** What was said by the other clock is not said by this one. */
  clockChanged(): void {
    this.stir()
    this.clockSince = this.#device.engine.now
    this.clockKnownAt = Number.POSITIVE_INFINITY
  }
}
