import { Choice } from '../../components/form/choice.tsx'
import type { Reading } from '../../components/form/draft.ts'
import { Switch } from '../../components/form/switch.tsx'
import { TextField } from '../../components/form/text-field.tsx'
import { SHIPPED_EVENTS } from '../../utils/events/pack.ts'
import { message } from '../../utils/i18n/messages.ts'
import { eligibilityOf } from '../../utils/plan/eligibility.ts'
import { type Commander, LEVEL_RANGE } from '../../utils/record/record.ts'
import { changeChosenCommander } from '../../utils/record/transitions.ts'
import type { Page } from './page.ts'
import { RoleEmblem } from './role-emblem.tsx'
import { useSave } from './save.tsx'
import { Section } from './section.tsx'

/** Characters that the record takes for a name or a server. */
const NAME_LENGTH = 100

export function CommanderSection({ page }: { readonly page: Page }) {
  const save = useSave()
  const { commander } = page.view
  const change = (part: Partial<Commander>) => save(changeChosenCommander(part))
  const hidden = SHIPPED_EVENTS.filter((event) => eligibilityOf(commander, event) === 'level')
  return (
    <Section id="commander">
      <Choice
        name="role"
        cards
        legend={message('options_role')}
        value={commander.role}
        onChange={(role) => change({ role })}
        options={[
          { value: 'hero', label: message('options_role_hero'), hint: message('options_role_hero_hint') },
          { value: 'villain', label: message('options_role_villain'), hint: message('options_role_villain_hint') },
          { value: 'none', label: message('options_role_none'), hint: message('options_role_none_hint') },
        ].map((option) => ({
          ...option,
          value: option.value as Commander['role'],
          picture: <RoleEmblem role={option.value as Commander['role']} />,
        }))}
      />
      <p class="note">{message('options_role_note')}</p>
      <Switch
        tick
        name="mission-open"
        label={message('options_mission_open')}
        hint={message('options_mission_open_hint')}
        checked={commander.missionOpen}
        onChange={(missionOpen) => change({ missionOpen })}
      />
      <div class="field-row">
        <TextField
          name="level"
          class="is-short"
          label={message('options_level')}
          hint={
            hidden.length > 0
              ? hidden.map((event) => message('options_level_hidden', event.shortName, event.minLevel ?? 0)).join(' ')
              : message(commander.level === null ? 'options_level_hint' : 'options_level_fits')
          }
          numeric
          stored={commander.level === null ? '' : String(commander.level)}
          read={readLevel}
          onSave={(level) => change({ level })}
          // Too low a level takes today's notification away: "4" must not, on the way to "45".
          isHalf={(level) => SHIPPED_EVENTS.some((event) => eligibilityOf({ ...commander, level }, event) === 'level')}
        />
        <TextField
          name="name"
          label={message('options_name')}
          stored={commander.name}
          read={readName}
          onSave={(name) => change({ name })}
        />
        <TextField
          name="server"
          label={message('options_server')}
          stored={commander.server}
          read={readName}
          onSave={(server) => change({ server })}
        />
      </div>
    </Section>
  )
}

/** Empty is not told; anything but a whole number in the range has its own reason. */
function readLevel(text: string): Reading<number | null> {
  const level = text.normalize('NFKC').trim()
  if (level === '') return { ok: true, value: null }
  const { min, max } = LEVEL_RANGE
  // Thousands may be grouped: "10,000" is a number that is too large, not one that is not whole.
  const digits = /^[+-]?\d{1,3}([.,' ]\d{3})+$/.test(level) ? level.replace(/[.,' ]/g, '') : level
  if (/^[+-]?\d+[.,]\d*$/.test(digits)) return { ok: false, error: message('options_level_error_whole', level) }
  if (!/^[+-]?\d+$/.test(digits)) return { ok: false, error: message('options_level_error_number', level) }
  const value = Number(digits)
  if (value < min || value > max) return { ok: false, error: message('options_level_error_range', level, min, max) }
  return { ok: true, value }
}

function readName(text: string): Reading<string> {
  const name = text.trim()
  if (name.length > NAME_LENGTH) return { ok: false, error: message('options_name_error_long', NAME_LENGTH) }
  return { ok: true, value: name }
}
