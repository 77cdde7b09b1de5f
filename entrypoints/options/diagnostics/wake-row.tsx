import type { ComponentChildren } from 'preact'
import { message } from '../../../utils/i18n/messages.ts'
import type { Wake } from '../../../utils/storage/wakes.ts'
import type { Page } from '../page.ts'
import { causeTexts, dateOf, hourOf, kindTexts, troubleTexts } from './wake-words.ts'

export interface WakeRowProps {
  readonly page: Page
  readonly wake: Wake
}

export function WakeRow({ page, wake }: WakeRowProps) {
  const { at, badge, due, shown } = wake
  return (
    <tr data-wake={at}>
      <th scope="row">{hourOf(at, page)}</th>
      <Cell heading={message('options_diagnostics_cause')}>{linesOf(causeTexts(wake))}</Cell>
      <Cell heading={message('options_diagnostics_badge')}>{badge ? <strong>{badge}</strong> : null}</Cell>
      <Cell heading={message('options_diagnostics_notices')}>
        {due.length > 0 ? (
          <>
            {message('options_diagnostics_shown', shown, due.length)}
            {linesOf(kindTexts(wake), 'wakes-aside')}
          </>
        ) : null}
      </Cell>
      <Cell heading={message('options_diagnostics_next')}>{nextWake(wake, page)}</Cell>
      <Cell heading={message('options_diagnostics_trouble')}>{linesOf(troubleTexts(wake), 'wakes-trouble')}</Cell>
    </tr>
  )
}

interface CellProps {
  /** Stands before it where the table is a list. */
  readonly heading: string
  /** Null: there is nothing, and the cell says so. */
  readonly children: ComponentChildren
}

function Cell({ heading, children }: CellProps) {
  return (
    <td data-heading={heading}>
      {/* One child: where the table is a list it stands beside its heading. */}
      {children === null ? (
        <span class="wakes-none">{message('options_diagnostics_none')}</span>
      ) : (
        <span>{children}</span>
      )}
    </td>
  )
}

/** The date only where it is another than that of the row. */
function nextWake({ at, wakeAt }: Wake, page: Page): ComponentChildren {
  if (wakeAt === undefined) return null
  const date = dateOf(wakeAt, page)
  return [hourOf(wakeAt, page), date === dateOf(at, page) ? null : linesOf([date], 'wakes-aside')]
}

/** Each text on a line of its own; null where there is none. */
function linesOf(texts: readonly string[], look = ''): ComponentChildren {
  if (texts.length === 0) return null
  return texts.map((text) => (
    <span key={text} class={`wakes-line ${look}`}>
      {text}
    </span>
  ))
}
