import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface SwitchProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** A plain tick box: for something that is said, not switched. */
  readonly tick?: boolean
}

/** On or off, with its label beside it. */
export function Switch({ name, label, hint, checked, onChange, tick }: SwitchProps) {
  const id = useId()
  return (
    <div class={tick ? 'switch is-tick' : 'switch'}>
      <input
        class="switch-input"
        id={id}
        type="checkbox"
        role={tick ? undefined : 'switch'}
        data-field={name}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div class="switch-text">
        <label class="switch-label" for={id}>
          {label}
        </label>
        {hint ? (
          <p class="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}
