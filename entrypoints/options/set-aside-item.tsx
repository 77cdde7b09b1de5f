import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { instantText } from '../../components/instant-words.ts'
import { saveFile } from '../../components/save-file.ts'
import { message } from '../../utils/i18n/messages.ts'
import { discardSetAside, readSetAside, type SetAside } from '../../utils/storage/set-aside.ts'
import type { Page } from './page.ts'

export function SetAsideItem({ page, item }: { readonly page: Page; readonly item: SetAside }) {
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const askId = useId()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) keep.current?.focus()
  }, [isAsking])

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      setFailure(undefined)
    } catch (error) {
      setFailure(message('options_set_aside_failed', String(error)))
    }
  }
  const saveAsFile = () =>
    attempt(async () => {
      const name = `defender-of-peace-set-aside-${new Date(item.at).toISOString().slice(0, 10)}.json`
      saveFile(name, JSON.stringify(await readSetAside(item.key), null, 2) ?? 'null')
    })
  return (
    <li class="row" data-set-aside={item.key}>
      <div class="row-text">
        <p class="row-title">{instantText(item.at, page.zone.timeZone, page.now)}</p>
        <p class="row-detail">{introOf(item)}</p>
        <ul class="problems">
          {item.problems.map(({ path, message: text }) => (
            <li key={`${path} ${text}`}>{path ? message('options_set_aside_problem', path, text) : text}</li>
          ))}
        </ul>
        {failure === undefined ? null : (
          <p class="callout is-bad" role="alert" data-error="set-aside">
            {failure}
          </p>
        )}
      </div>
      {isAsking ? (
        <div class="row-actions">
          <p id={askId}>{message('options_set_aside_ask')}</p>
          <button
            ref={keep}
            type="button"
            class="button"
            data-action="keep-set-aside"
            aria-describedby={askId}
            onClick={() => setAsking(false)}
          >
            {message('options_set_aside_keep')}
          </button>
          <button
            type="button"
            class="button is-danger"
            data-action="confirm-discard-set-aside"
            onClick={() => attempt(() => discardSetAside(item.key))}
          >
            {message('options_set_aside_confirm')}
          </button>
        </div>
      ) : (
        <div class="row-actions">
          <button type="button" class="button" data-action="save-set-aside" onClick={saveAsFile}>
            {message('options_set_aside_save')}
          </button>
          <button
            type="button"
            class="button is-quiet is-danger"
            data-action="discard-set-aside"
            onClick={() => setAsking(true)}
          >
            {message('options_set_aside_delete')}
          </button>
        </div>
      )}
    </li>
  )
}

function introOf(item: SetAside): string {
  if (item.lost) return message('options_set_aside_lost')
  return message(item.whole ? 'options_set_aside_whole' : 'options_set_aside_parts')
}
