import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { message } from '../../utils/i18n/messages.ts'
import { areNotificationsDenied, NOTIFICATIONS_DENIED } from '../../utils/storage/notification-permission.ts'
import { Section } from './section.tsx'

/** One id: a second test takes the place of the first. It has no slash, so the background leaves it alone. */
const TEST_ID = 'test'

type Outcome = { readonly kind: 'sent'; readonly count: number } | { readonly kind: 'failed'; readonly error: string }

export function NotificationsSection() {
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined)
  const send = async () => {
    try {
      if (await areNotificationsDenied()) throw new Error(NOTIFICATIONS_DENIED)
      await browser.notifications.create(TEST_ID, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title: message('options_test_title'),
        message: message('options_test_message'),
      })
      setOutcome((before) => ({ kind: 'sent', count: before?.kind === 'sent' ? before.count + 1 : 1 }))
    } catch (error) {
      setOutcome({ kind: 'failed', error: String(error) })
    }
  }
  return (
    <Section id="notifications" intro={message('options_notifications_intro')}>
      <div class="test-notification">
        <button type="button" class="button" data-action="test-notification" onClick={send}>
          {message('options_test')}
        </button>
        <p class="note" role="status">
          {outcome?.kind === 'sent' ? <span key={outcome.count}>{message('options_test_sent')}</span> : null}
        </p>
      </div>
      {outcome?.kind === 'failed' ? (
        <p class="callout is-bad" role="alert" data-error="test-notification">
          {message('options_test_failed', outcome.error)}
        </p>
      ) : null}
      <details class="help" open={outcome?.kind === 'sent'}>
        <summary>{message('options_test_nothing')}</summary>
        <ul>
          <li>{message('options_test_hint_browser')}</li>
          <li>{message('options_test_hint_windows')}</li>
          <li>{message('options_test_hint_macos')}</li>
          <li>{message('options_test_hint_linux')}</li>
          <li>{message('options_test_hint_chromeos')}</li>
          <li>{message('options_test_hint_firefox')}</li>
          <li>{message('options_test_hint_badge')}</li>
        </ul>
      </details>
    </Section>
  )
}
