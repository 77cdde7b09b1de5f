/**
 * The commander: does in a page what the extension's pages do, and remembers what the page said it had stored.
 *
 * @module
 */

import type { TrackerRecord } from '../../utils/record/record.ts'
import type { Transition } from '../../utils/record/transitions.ts'
import type { Extension } from './bundle.ts'
import type { Device } from './device.ts'
import { EVENTS } from './events.ts'
import type { Deed } from './story.ts'

const MINUTE = 60_000

/**
 * Opens a page and does it there.
 *
 * @param record all that is stored
 * @param onStored is called when the page has heard that it is stored
 */
export function act(device: Device, deed: Deed, record: TrackerRecord, onStored: () => void): void {
  if (deed.do === 'press') {
    press(device, deed)
    return
  }
  const page = device.openPage()
  const work = async (): Promise<void> => {
    try {
      await doIn(page.extension, deed, record, device.clock)
      onStored()
    } catch {
      // The page says that it was not saved, and the commander knows.
    } finally {
      if (page.alive) page.die()
    }
  }
  page.track(work, deed.do)
}

function press(device: Device, { notification, button }: Deed & { do: 'press' }): void {
  const ids = [...device.notifications.standing.keys()]
  const id = ids[notification % ids.length]
  if (id === undefined) return
  if (button < 0 || device.browserName === 'firefox') device.wake('notifications.onClicked', [id])
  else device.wake('notifications.onButtonClicked', [id, button])
}

async function doIn(
  {
    update,
    updateWhole,
    setReplicaOn,
    removeReplica,
    recordSnoozed,
    rouse,
    snoozeKeyOf,
    snoozeUntil,
    runViewsAt,
    newId,
    transitions,
    reading,
  }: Extension,
  deed: Exclude<Deed, { do: 'press' }>,
  record: TrackerRecord,
  clock: number,
): Promise<void> {
  const t = transitions
  const runs = reading.storedRunsOf(record)
  const commanders = reading.commandersOf(record)
  const chosen = reading.chosenCommanderOf(record)
  const run = 'run' in deed ? runs[deed.run % runs.length] : undefined
  const commander = 'commander' in deed ? commanders[deed.commander % commanders.length] : undefined
  // As the popup shows them: each occurrence of a series by itself.
  const views = runViewsAt(record, chosen, clock)
  const view = 'run' in deed ? views[deed.run % views.length] : undefined
  const day = view && 'window' in deed ? view.days[deed.window % view.days.length] : undefined
  const change = (transition: Transition): Promise<unknown> => update(transition)
  await rouse(views, clock)
  switch (deed.do) {
    case 'track': {
      const event = EVENTS[deed.event % EVENTS.length] as (typeof EVENTS)[number]
      // The page asks for a date and an hour.
      const startsAt = (Math.floor(clock / MINUTE) + deed.in) * MINUTE
      const told = { eventId: event.id, startsAt, startAssumed: false }
      const add = t.addRun(deed.repeats ? { ...told, repeatsEvery: 1 } : told)
      const isShipped = deed.event % EVENTS.length === 0
      return void (await updateWhole((before, stamp) =>
        add(isShipped ? before : t.putEvent(event)(before, stamp), stamp),
      ))
    }
    case 'mark':
      if (view && day) await change(t.setDone(chosen.id, view.run.id, day.window.id, deed.done))
      return
    case 'note':
      if (view && day) await change(t.setNote(chosen.id, view.run.id, day.window.id, deed.text))
      return
    case 'snooze': {
      const until = view?.today && snoozeUntil(view.today, clock)
      if (until) await recordSnoozed([snoozeKeyOf(view.run.id, view.today.window.id)], until, clock)
      return
    }
    case 'lead times':
      return void (await change(
        t.setSetting(
          'leadTimes',
          [...deed.minutes].sort((a, b) => b - a),
        ),
      ))
    case 'start of day':
      return void (await change(t.setSetting('startOfDay', deed.on)))
    case 'quiet hours':
      return void (await change(t.setSetting('quietHours', deed.hours)))
    case 'countdown':
      return void (await change(t.setSetting('lastHourCountdown', deed.on)))
    case 'zone':
      return void (await change(t.setSetting('timeZone', deed.zone)))
    case 'level':
      return void (await change(t.changeChosenCommander({ level: deed.level })))
    case 'add commander': {
      return void (await change(t.putCommander(newId(), { ...chosen, name: `C${commanders.length}`, addedAt: clock })))
    }
    case 'remove commander':
      if (commander) await change(t.removeCommander(commander.id))
      return
    case 'archive':
      if (commander) await change(t.changeCommander(commander.id, { archived: !commander.archived }))
      return
    case 'switch':
      if (commander) await change(t.setSetting('commander', commander.id))
      return
    case 'move run':
      if (run) await updateWhole(t.changeRun(run.id, { startsAt: run.startsAt + deed.by * MINUTE }))
      return
    case 'end run':
      if (run) await updateWhole(t.changeRun(run.id, { endedAt: clock }))
      return
    case 'remove run':
      if (run) await updateWhole(t.removeRun(run.id))
      return
    case 'replica':
      return deed.wanted === 'removed' ? await removeReplica() : await setReplicaOn(deed.wanted === 'on')
    case 'restore run': {
      const gone = Object.keys(record.runs).find((id) => 'deleted' in (record.runs[id]?.value ?? {}))
      const told = { eventId: EVENTS[0]?.id ?? '', startsAt: clock, startAssumed: false }
      if (gone) await updateWhole(t.putRun(gone, told))
      return
    }
  }
}
