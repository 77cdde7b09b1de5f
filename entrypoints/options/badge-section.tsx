import { BADGE_COLORS } from '../../components/badge-colors.ts'
import { Choice } from '../../components/form/choice.tsx'
import { Switch } from '../../components/form/switch.tsx'
import { message } from '../../utils/i18n/messages.ts'
import { setSetting } from '../../utils/record/transitions.ts'
import { type BadgeSample, badgeSamples } from './badge-samples.ts'
import type { Page } from './page.ts'
import { RoleEmblem } from './role-emblem.tsx'
import { useSave } from './save.tsx'
import { Section } from './section.tsx'

export function BadgeSection({ page }: { readonly page: Page }) {
  const save = useSave()
  const { settings, commander, commanders } = page.view
  return (
    <Section id="badge" intro={message('options_badge_intro')}>
      {commanders.length > 1 ? (
        <Choice
          name="badge-for"
          legend={message('options_badge_for')}
          value={settings.badgeFor}
          onChange={(badgeFor) => save(setSetting('badgeFor', badgeFor))}
          options={[
            { value: 'all', label: message('options_badge_for_all'), hint: message('options_badge_for_all_hint') },
            { value: 'chosen', label: message('options_badge_for_chosen') },
          ]}
        />
      ) : null}
      <Switch
        name="last-hour-countdown"
        label={message('options_badge_countdown')}
        hint={message('options_badge_countdown_hint')}
        checked={settings.lastHourCountdown}
        onChange={(on) => save(setSetting('lastHourCountdown', on))}
      />
      <ul class="badges">
        {badgeSamples(settings).map(({ state, text }) => (
          <li class="badge-sample" key={state} data-badge={state}>
            <span class="badge-icon" aria-hidden="true">
              <RoleEmblem role={commander.role} />
              {text ? (
                <span class="badge-text" style={{ background: BADGE_COLORS[state] }}>
                  {text}
                </span>
              ) : null}
            </span>
            <span class="badge-words">
              <span class="badge-name">{nameOf(state)}</span>
              <span class="badge-meaning">{meaningOf(state)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="note">{message('options_badge_marks')}</p>
    </Section>
  )
}

function nameOf(state: BadgeSample['state']): string {
  switch (state) {
    case 'none':
      return message('options_badge_none')
    case 'upcoming':
      return message('options_badge_upcoming')
    case 'open':
      return message('options_badge_open')
    case 'urgent':
      return message('options_badge_urgent')
    case 'done':
      return message('options_badge_done')
  }
}

function meaningOf(state: BadgeSample['state']): string {
  switch (state) {
    case 'none':
      return message('options_badge_none_meaning')
    case 'upcoming':
      return message('options_badge_upcoming_meaning')
    case 'open':
      return message('options_badge_open_meaning')
    case 'urgent':
      return message('options_badge_urgent_meaning')
    case 'done':
      return message('options_badge_done_meaning')
  }
}
