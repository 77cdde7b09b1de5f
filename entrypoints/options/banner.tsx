import { message } from '../../utils/i18n/messages.ts'
import type { Loaded } from '../../utils/storage/load.ts'
import { isNothingLeft, type SetAside } from '../../utils/storage/set-aside.ts'

export interface BannerProps {
  readonly loaded: Loaded
  /** Reads the storage again. */
  readonly onRetry: () => void
  /** The commander has been told of what was set aside. */
  readonly onSeen: () => void
}

/** Why the page does not show what the commander told, where it cannot. */
export function Banner({ loaded, onRetry, onSeen }: BannerProps) {
  switch (loaded.status) {
    case 'newer':
      return (
        <div class="callout is-warning banner" role="alert" data-banner="newer">
          <p class="banner-title">{message('options_newer_title')}</p>
          <p>{message('options_newer_text')}</p>
        </div>
      )
    case 'failed':
      return (
        <div class="callout is-bad banner" role="alert" data-banner="failed">
          <p class="banner-title">{message('options_load_failed_title')}</p>
          <p>{message('options_load_failed_text', loaded.error ?? '')}</p>
          <button type="button" class="button" data-action="retry" onClick={onRetry}>
            {message('options_load_failed_retry')}
          </button>
        </div>
      )
    case 'unreadable':
      return (
        <div class="callout is-warning banner" role="alert" data-banner="unreadable">
          <p class="banner-title">{message('options_unreadable_title')}</p>
          <p>{message('options_unreadable_text')}</p>
        </div>
      )
    case 'ok':
      if (loaded.problems.length > 0) return <AsideBanner />
      return <Untold untold={loaded.setAside.filter(({ seen }) => !seen)} onSeen={onSeen} />
  }
}

function Untold({ untold, onSeen }: Pick<BannerProps, 'onSeen'> & { readonly untold: readonly SetAside[] }) {
  if (untold.length === 0) return null
  if (untold.some(({ lost }) => lost)) return <LostBanner hasRemains={!untold.every(isNothingLeft)} onSeen={onSeen} />
  return <AsideBanner whole={untold.some(({ whole }) => whole)} onSeen={onSeen} />
}

function LostBanner({ hasRemains, onSeen }: Pick<BannerProps, 'onSeen'> & { readonly hasRemains: boolean }) {
  return (
    <div class="callout is-warning banner" role="alert" data-banner="lost">
      <p class="banner-title">{message('options_lost_title')}</p>
      <p>{message('options_lost_text')}</p>
      <p class="banner-actions">
        <a href="#backup">{message('options_lost_import')}</a>
        {hasRemains ? <a href="#set-aside">{message('options_problems_show')}</a> : null}
        <button type="button" class="button" data-action="acknowledge-set-aside" onClick={onSeen}>
          {message('options_problems_seen')}
        </button>
      </p>
    </div>
  )
}

/** Once it is set aside, a section of the page names it in full and the commander can put the message away. */
function AsideBanner({ whole, onSeen }: { readonly whole?: boolean; readonly onSeen?: () => void }) {
  return (
    <div class="callout is-warning banner" role="alert" data-banner="problems">
      <p class="banner-title">{message(whole ? 'options_unreadable_title' : 'options_problems_title')}</p>
      <p>{message(whole ? 'options_unreadable_text' : 'options_problems_text')}</p>
      {onSeen ? (
        <p class="banner-actions">
          <a href="#set-aside">{message('options_problems_show')}</a>
          <button type="button" class="button" data-action="acknowledge-set-aside" onClick={onSeen}>
            {message('options_problems_seen')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
