import type { VNode } from 'preact'
import { useState } from 'preact/hooks'

export interface Heard {
  /** Says something to a screen reader that the eye sees by itself. */
  readonly tell: (text: string) => void
  /** To be drawn once, always: a live region that appears with its text is not read out. */
  readonly region: VNode
}

export function useHeard(): Heard {
  const [news, setNews] = useState({ text: '', turn: 0 })
  return {
    tell: (text) => setNews(({ turn }) => ({ text, turn: turn + 1 })),
    region: (
      <p class="sr-only" role="status" data-heard>
        {/* A new element each time: the same words in the same element would be read out once only. */}
        {news.text ? <span key={news.turn}>{news.text}</span> : null}
      </p>
    ),
  }
}
