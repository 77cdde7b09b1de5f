import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Drawn } from './shots.ts'

const STYLE = `
  body { margin: 24px; background: #777; color: #fff; font: 14px system-ui, sans-serif; }
  h2 { margin: 24px 0 8px; }
  .row { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; }
  img { display: block; }
  img.popup { width: 380px; }
  img.options { max-width: 500px; }
  .narrow { width: 320px !important; }
  ul { background: #802020; padding: 8px 32px; }
`

/** Writes `index.html`: all pictures, by state, and what is wrong with them. */
export async function writeIndex(drawn: readonly Drawn[], folder: string): Promise<void> {
  const byState = Map.groupBy(drawn, ({ state }) => `${state.page}: ${state.name}`)
  const sections = [...byState].map(([title, shots]) => {
    const complaints = shots.flatMap((shot) => shot.complaints).map((text) => `<li>${escaped(text)}</li>`)
    const list = complaints.length > 0 ? `<ul>${complaints.join('')}</ul>` : ''
    return `<h2>${escaped(title)}</h2>${list}<div class="row">${shots.map(figures).join('\n')}</div>`
  })
  const real = '<h2>The real popup</h2><img class="popup" src="real-popup.png" alt="The popup of the toolbar">'
  await writeFile(join(folder, 'index.html'), pageOf('Screenshots', [...sections, real].join('\n')))
}

/** A shot's pictures with their captions. */
export function figures({ state, role, manner, files }: Drawn): string {
  return files
    .map(({ name, theme }) => {
      const caption = [state.name, theme, role, ...(manner === 'plain' ? [] : [manner])].join(' · ')
      const classes = `${state.page} ${manner}`
      return `<figure><figcaption>${caption}</figcaption><a href="${name}"><img class="${classes}" src="${name}" alt="${caption}"></a></figure>`
    })
    .join('')
}

export function pageOf(title: string, body: string, style = ''): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}${style}</style>${body}</html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
