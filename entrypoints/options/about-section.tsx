import { browser } from 'wxt/browser'
import { message } from '../../utils/i18n/messages.ts'
import { Section } from './section.tsx'

export function AboutSection() {
  return (
    <Section id="about" intro={message('options_about_private')}>
      <dl class="permissions">
        <dt>{message('options_permission_alarms')}</dt>
        <dd>{message('options_permission_alarms_why')}</dd>
        <dt>{message('options_permission_storage')}</dt>
        <dd>{message('options_permission_storage_why')}</dd>
        <dt>{message('options_permission_notifications')}</dt>
        <dd>{message('options_permission_notifications_why')}</dd>
      </dl>
      <p>{message('options_about_stored')}</p>
      <p>{message('options_about_sms')}</p>
      <p class="note">{message('options_about_unofficial')}</p>
      <p class="note">
        {message('options_about_version', message('extension_name'), browser.runtime.getManifest().version)}
      </p>
    </Section>
  )
}
