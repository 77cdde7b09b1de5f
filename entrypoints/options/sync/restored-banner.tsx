import { message } from '../../../utils/i18n/messages.ts'

/** The record was gone and came back, or came from another device: nobody shall wonder where it is from. */
export function RestoredBanner({ onSeen }: { readonly onSeen: () => void }) {
  return (
    <div class="callout banner" role="status" data-banner="restored">
      <p class="banner-title">{message('options_restored_title')}</p>
      <p>{message('options_restored_text')}</p>
      <p class="banner-actions">
        <button type="button" class="button" data-action="acknowledge-restored" onClick={onSeen}>
          {message('options_restored_seen')}
        </button>
      </p>
    </div>
  )
}
