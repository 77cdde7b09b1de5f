import { Field } from '../../../components/form/field.tsx'
import { regionName, regionsOf } from '../../../components/regions.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'

export interface RegionFieldProps {
  readonly record: TrackerRecord
  /** Empty: not told. */
  readonly region: string
  readonly onChange: (region: string) => void
}

/** In which of the game's regions a commander plays. */
export function RegionField({ record, region, onChange }: RegionFieldProps) {
  const regions = regionsOf(record)
  const isListed = region === '' || regions.some(({ id }) => id === region)
  return (
    <Field name="region" label={message('options_region')} hint={message('options_region_hint')}>
      {(field) => (
        <select
          {...field}
          class="input commander-region"
          value={region}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{message('options_region_none')}</option>
          {regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {/* What was told stays told, also when the event that named it was removed. */}
          {isListed ? null : <option value={region}>{regionName(record, region)}</option>}
        </select>
      )}
    </Field>
  )
}
