import { cleanup } from '@testing-library/preact'
import { afterEach, beforeEach, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import catalogue from '../../public/_locales/en/messages.json'
import { installLocks } from './fake-locks.ts'
import { formatMessage, type Message } from './messages.ts'

installLocks()

// fakeBrowser throws for these: here they answer from the English catalogue, as a browser would.
beforeEach(() => {
  fakeBrowser.reset()
  localStorage.clear()
  const messages: Record<string, Message> = catalogue
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string, substitutions?: unknown) =>
    formatMessage(messages[name], substitutions),
  )
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})
