import { useId } from 'preact/hooks'

export interface EventTickProps {
  readonly name: string
  readonly checked: boolean
  /** It cannot be ticked; `describedBy` says why. */
  readonly disabled?: boolean
  /** The id of an element that says more. */
  readonly describedBy?: string | undefined
  readonly onTick: (on: boolean) => void
}

/** A tick box with the name of an event beside it. */
export function EventTick({ name, checked, disabled, describedBy, onTick }: EventTickProps) {
  const id = useId()
  return (
    <div class="switch is-tick event-tick">
      <input
        class="switch-input"
        id={id}
        type="checkbox"
        data-field="import-event"
        checked={checked && !disabled}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <label class="switch-label" for={id}>
        {name}
      </label>
    </div>
  )
}
