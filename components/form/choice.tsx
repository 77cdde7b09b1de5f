import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Option<V extends string> {
  readonly value: V
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly picture?: ComponentChildren
  /** Names the option to tests. */
  readonly action?: string
}

export interface ChoiceProps<V extends string> {
  readonly name: string
  readonly legend: string
  readonly options: readonly Option<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  /** Cards side by side where there is room, else one below the other. */
  readonly cards?: boolean
}

/** One of a few: native radio buttons, so that keys and screen readers know them. */
export function Choice<V extends string>({ name, legend, options, value, onChange, cards }: ChoiceProps<V>) {
  const id = useId()
  return (
    <fieldset class={cards ? 'choice is-cards' : 'choice'} data-field={name}>
      <legend class="choice-legend">{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label class="choice-option" key={option.value} data-option={option.value}>
            <input
              class="choice-input"
              type="radio"
              name={id}
              value={option.value}
              data-action={option.action}
              aria-labelledby={`${id}-${option.value}-label`}
              aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.picture}
            <span class="choice-text">
              <span class="choice-label" id={`${id}-${option.value}-label`}>
                {option.label}
              </span>
              {option.hint ? (
                <span class="choice-hint" id={`${id}-${option.value}`}>
                  {option.hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
