/**
 * What an extension finds as `browser`, of it what the tracker uses.
 *
 * @module
 */

import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' }
import { formatMessage, type Message } from '../setup/messages.ts'
import type { Context } from './context.ts'
import type { Device } from './device.ts'
import type { Data } from './storage.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue

export function browserApi(device: Device, context: Context): unknown {
  const event = (name: string) => ({
    addListener(listener: () => unknown) {
      context.listeners.set(name, [...(context.listeners.get(name) ?? []), listener])
    },
    removeListener(listener: () => unknown) {
      const others = (context.listeners.get(name) ?? []).filter((each) => each !== listener)
      context.listeners.set(name, others)
    },
  })
  const call =
    <A extends unknown[], T>(name: string, effect: (...args: A) => T) =>
    (...args: A): Promise<T> =>
      context.call(name, () => effect(...args))
  const isChromium = device.browserName === 'chromium'
  const { alarms, storage, sync, notifications, action } = device
  return {
    runtime: {
      id: 'tracker',
      getURL: (path: string) => `extension://tracker${path}`,
      onInstalled: event('runtime.onInstalled'),
      onStartup: event('runtime.onStartup'),
    },
    i18n: {
      getMessage: (key: string, values: unknown) => formatMessage(MESSAGES[key], values),
      getUILanguage: () => 'en-GB',
    },
    alarms: {
      get: call('alarms.get', (name: string) => alarms.get(name)),
      create: call('alarms.create', (name: string, info: object) => alarms.create(name, info)),
      clear: call('alarms.clear', (name: string) => alarms.clear(name)),
      onAlarm: event('alarms.onAlarm'),
    },
    storage: {
      local: {
        get(keys: string[] | null) {
          if (keys?.includes('labels')) context.hasRead = true
          return context.call('storage.get', () => storage.get(keys))
        },
        set: call('storage.set', (values: Data) => storage.set(values)),
        remove: call('storage.remove', (keys: string[]) => storage.remove(keys)),
      },
      sync: {
        get: call('sync.get', (keys: string[] | null) => sync.get(keys)),
        set: call('sync.set', (values: Data) => sync.set(values)),
        remove: call('sync.remove', (keys: string[]) => sync.remove(keys)),
      },
      onChanged: event('storage.onChanged'),
    },
    notifications: {
      create(id: string, { title, buttons }: { title: string; buttons?: unknown }) {
        const askedAt = device.engine.now
        return context.call('notifications.create', () => {
          if (buttons && !isChromium) throw new TypeError('Type error for parameter options (Unexpected "buttons")')
          if (notifications.permission === 'denied' && !isChromium) throw new Error('Unable to show notifications.')
          device.show(id, title, askedAt)
          return id
        })
      },
      clear: call('notifications.clear', (id: string) => notifications.standing.delete(id)),
      getAll: call('notifications.getAll', () =>
        Object.fromEntries([...notifications.standing.keys()].map((id) => [id, true])),
      ),
      onClicked: event('notifications.onClicked'),
      ...(isChromium && {
        onButtonClicked: event('notifications.onButtonClicked'),
        getPermissionLevel: call('notifications.getPermissionLevel', () =>
          notifications.permission === 'denied' ? 'denied' : 'granted',
        ),
      }),
    },
    action: {
      setBadgeText: call('action.setBadgeText', ({ text }: { text: string }) => {
        action.text = text
      }),
      setBadgeBackgroundColor: call('action.setBadgeBackgroundColor', ({ color }: { color: string }) => {
        action.color = color
      }),
      setBadgeTextColor: call('action.setBadgeTextColor', () => {}),
      setTitle: call('action.setTitle', ({ title }: { title: string }) => {
        action.title = title
      }),
      openPopup: call('action.openPopup', () => {
        throw new Error('Could not find an active browser window.')
      }),
    },
    tabs: { create: call('tabs.create', () => ({})) },
    windows: { create: call('windows.create', () => ({})) },
  }
}
