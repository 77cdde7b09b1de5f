import { useEffect, useRef } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { MOST_PROBLEMS, type PackProblem } from '../../../utils/packs/problem.ts'
import { fileProblemText } from './file-problem-text.ts'
import type { ReadSource } from './read-import.ts'

export interface RefusedSourceProps {
  readonly source: ReadSource
  /** Takes the focus to the first problem. */
  readonly focused: boolean
}

/** A file or a text of which nothing can be imported, and why. */
export function RefusedSource({ source, focused }: RefusedSourceProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused) box.current?.querySelector<HTMLElement>('[tabindex]')?.focus()
  }, [focused])
  const name = nameOf(source)
  const { problems, failure } = source
  if (failure) {
    return (
      <div class="callout is-bad" ref={box}>
        <p role="alert" tabIndex={-1} data-problem={failure}>
          {failureText(failure, name)}
        </p>
        {failure === 'is-a-backup' ? (
          <p>
            <a href="#backup">{message('options_import_to_backup')}</a>
          </p>
        ) : null}
      </div>
    )
  }
  return (
    <div class="refused" ref={box}>
      <p class="refused-title" role="alert">
        {problems.length < MOST_PROBLEMS
          ? plural('options_import_refused', problems.length, name)
          : message('options_import_refused_most', name, problems.length)}
      </p>
      <ProblemList problems={problems} focusable />
      <p class="note">{message('options_import_nothing_stored')}</p>
    </div>
  )
}

/** Entries of a feed that were left out; the others can be imported. */
export function LeftOutEntries({ source }: { readonly source: ReadSource }) {
  return (
    <details class="help" data-left-out={source.leftOut}>
      <summary>{plural('options_import_left_out', source.leftOut, nameOf(source))}</summary>
      <ProblemList problems={source.problems} />
    </details>
  )
}

interface ProblemListProps {
  readonly problems: readonly PackProblem[]
  /** The first can take the focus. */
  readonly focusable?: boolean
}

function ProblemList({ problems, focusable }: ProblemListProps) {
  return (
    <ol class="problem-list">
      {problems.map((problem, index) => (
        <li
          key={`${problem.rule} ${problem.path}`}
          data-problem={problem.rule}
          data-line={problem.line}
          tabIndex={focusable && index === 0 ? -1 : undefined}
        >
          {fileProblemText(problem)}
        </li>
      ))}
    </ol>
  )
}

function failureText(failure: NonNullable<ReadSource['failure']>, name: string): string {
  switch (failure) {
    case 'not-text':
      return message('options_import_not_text', name)
    case 'unreadable':
      return message('options_import_unreadable', name)
    case 'is-a-backup':
      return message('options_import_is_a_backup', name)
  }
}

function nameOf({ name }: ReadSource): string {
  return name === '' ? message('options_import_pasted') : name
}
