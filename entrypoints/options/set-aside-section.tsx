import { message } from '../../utils/i18n/messages.ts'
import type { SetAside } from '../../utils/storage/set-aside.ts'
import type { Page } from './page.ts'
import { Section } from './section.tsx'
import { SetAsideItem } from './set-aside-item.tsx'

export interface SetAsideSectionProps {
  readonly page: Page
  /** At least one. */
  readonly setAside: readonly SetAside[]
}

/** What could not be read: kept whole until the commander saves or deletes it. */
export function SetAsideSection({ page, setAside }: SetAsideSectionProps) {
  return (
    <Section id="set-aside" intro={message('options_set_aside_intro')}>
      <ul class="rows">
        {setAside.map((item) => (
          <SetAsideItem key={item.key} page={page} item={item} />
        ))}
      </ul>
    </Section>
  )
}
