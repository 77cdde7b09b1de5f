import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What an input inside a field must carry, so that label, hint and error are heard with it. */
interface FieldInput {
  readonly id: string
  readonly 'data-field': string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

export interface FieldProps {
  /** Names the input to tests and its message. */
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** What is wrong with what was entered, in words. */
  readonly error?: string | undefined
  readonly class?: string
  readonly children: (input: FieldInput) => ComponentChildren
}

/** A label, an input, a hint and, where the entry cannot be taken, the reason right at it. */
export function Field({ name, label, hint, error, class: extra, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return (
    <div class={extra ? `field ${extra}` : 'field'}>
      <label class="field-label" id={`${id}-label`} for={id}>
        {label}
      </label>
      {children({
        id,
        'data-field': name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
      {hint ? (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      <FieldError name={name} id={errorId} error={error} />
    </div>
  )
}

/** The message of a field. Its live region is always there: one that appears with its text is not read out. */
export function FieldError({
  name,
  id,
  error,
}: {
  readonly name: string
  readonly id?: string
  readonly error: string | undefined
}) {
  return (
    <div class="field-live" aria-live="polite">
      {error ? (
        <p class="field-error" id={id} data-error={name}>
          <svg class="field-error-mark" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 1.5 15 14H1Z" />
            <path class="field-error-sign" d="M8 6v4M8 11.6v.8" />
          </svg>
          {error}
        </p>
      ) : null}
    </div>
  )
}
