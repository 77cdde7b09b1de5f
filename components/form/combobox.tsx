/**
 * A text field with a list that narrows while one types: the combobox of the WAI-ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Focus stays in the field; the list is told by
 * `aria-activedescendant`.
 *
 * @module
 */

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { type ComboboxSource, useCombobox } from './combobox-state.ts'
import { Field } from './field.tsx'

interface ComboboxRow {
  readonly label: string
  /** A second, softer name. */
  readonly detail?: string | undefined
  /** At the end of the row. */
  readonly aside?: string | undefined
}

export interface ComboboxProps extends ComboboxSource {
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** Only asked for rows that are drawn. */
  readonly describe: (option: string) => ComboboxRow
  /** In words how many options match. */
  readonly count: (options: number) => string
  /** Puts the focus into the field when it appears. */
  readonly focused?: boolean
}

/** A row's height in CSS px, roughly: how near the end of the list more rows are drawn. */
const NEAR_END = 200

export function Combobox({ name, label, hint, describe, count, focused, ...source }: ComboboxProps) {
  const id = useId()
  const box = useCombobox(source)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  useEffect(() => {
    if (box.isOpen) list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [box.isOpen, box.active])
  // What is chosen stands there to be replaced: the next letter starts anew.
  const { valueText } = source
  useEffect(() => {
    if (valueText && document.activeElement === input.current) input.current?.select()
  }, [valueText])
  const optionId = (index: number) => `${id}-option-${index}`
  return (
    <Field name={name} label={label} hint={hint} error={box.error} class="combobox">
      {(field) => (
        <div class="combobox-box">
          <input
            {...field}
            ref={input}
            class="input combobox-input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            aria-autocomplete="list"
            aria-expanded={box.isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={box.isOpen && box.active >= 0 ? optionId(box.active) : undefined}
            value={box.text}
            onInput={(event) => box.onInput(event.currentTarget.value)}
            onKeyDown={box.onKeyDown}
            onFocus={(event) => event.currentTarget.select()}
            onMouseDown={(event) => {
              if (box.isTyped) return
              // Chromium would put the caret into the selected text after the click, and what is typed beside it.
              event.preventDefault()
              event.currentTarget.focus()
              event.currentTarget.select()
            }}
            onClick={box.open}
            onBlur={box.onBlur}
          />
          <svg class="combobox-arrow" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3.5 6 4.5 4.5L12.5 6" />
          </svg>
          <div class="combobox-popup" hidden={!box.isOpen}>
            <div
              class="combobox-list"
              ref={list}
              id={`${id}-list`}
              role="listbox"
              tabIndex={-1}
              aria-labelledby={`${field.id}-label`}
              onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
                if (scrollTop + clientHeight > scrollHeight - NEAR_END) box.drawMore()
              }}
            >
              {box.isOpen
                ? box.drawn.map((option, index) => (
                    <Row
                      key={option}
                      id={optionId(index)}
                      {...describe(option)}
                      active={index === box.active}
                      selected={option === source.value}
                      position={index + 1}
                      total={box.options.length}
                      onChoose={() => box.choose(option)}
                    />
                  ))
                : null}
            </div>
            <p class="combobox-count" role="status">
              {box.isOpen ? count(box.options.length) : ''}
            </p>
          </div>
        </div>
      )}
    </Field>
  )
}

interface RowProps extends ComboboxRow {
  readonly id: string
  readonly active: boolean
  readonly selected: boolean
  readonly position: number
  readonly total: number
  readonly onChoose: () => void
}

function Row({ id, label, detail, aside, active, selected, position, total, onChoose }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus, so keys go there.
    <div
      class="combobox-row"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      data-active={active ? '' : undefined}
      onClick={onChoose}
    >
      <span class="combobox-name">
        {label}
        {detail ? <span class="combobox-detail">{detail}</span> : null}
      </span>
      {aside ? <span class="combobox-aside">{aside}</span> : null}
    </div>
  )
}
