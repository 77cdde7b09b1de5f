import { Choice } from '../../../components/form/choice.tsx'
import { Switch } from '../../../components/form/switch.tsx'
import { TextField } from '../../../components/form/text-field.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { KnownCommander } from '../../../utils/record/read.ts'
import type { Commander } from '../../../utils/record/record.ts'
import type { Page } from '../page.ts'
import { RoleEmblem } from '../role-emblem.tsx'
import { useSave } from '../save.tsx'
import { editCommander } from './changes.ts'
import { hidesSomething, levelHint } from './level-hint.ts'
import { readLevel, readName } from './readings.ts'
import { RegionField } from './region-field.tsx'

export interface CommanderFieldsProps {
  readonly page: Page
  readonly commander: KnownCommander
}

/** Everything that is told of one commander. */
export function CommanderFields({ page, commander }: CommanderFieldsProps) {
  const save = useSave()
  const change = (part: Partial<Commander>) => save(editCommander(commander.id, part))
  return (
    <>
      <div class="commander-texts">
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
        <TextField
          name="level"
          label={message('options_level')}
          hint={levelHint(page, commander)}
          numeric
          stored={commander.level === null ? '' : String(commander.level)}
          read={readLevel}
          onSave={(level) => change({ level })}
          isHalf={(level) => hidesSomething(page, { ...commander, level })}
        />
        <RegionField record={page.record} region={commander.region} onChange={(region) => change({ region })} />
      </div>
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
    </>
  )
}
