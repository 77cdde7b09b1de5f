import type { ComponentChildren } from 'preact'
import { type SectionId, sectionTitle } from './section-title.ts'

export interface SectionProps {
  readonly id: SectionId
  readonly intro?: ComponentChildren
  readonly children: ComponentChildren
}

export function Section({ id, intro, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="section-title" id={`${id}-title`}>
        {sectionTitle(id)}
      </h2>
      {intro ? <p class="section-intro">{intro}</p> : null}
      {children}
    </section>
  )
}
