import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesOfPage, importsOf, sizesOf } from '../../../tools/bench/sizes.ts'

it('finds the scripts and styles of a page, each once', () => {
  const html = `<link rel="modulepreload" href="/chunks/shared.js"><link rel="stylesheet" href="/assets/a.css">
    <script type="module" crossorigin src="/chunks/a.js"></script><script src="chunks/shared.js"></script>
    <a href="https://example.org/x.js">not ours</a>`
  expect(filesOfPage(html)).toEqual(['chunks/shared.js', 'assets/a.css', 'chunks/a.js'])
})

it('finds what a script imports', () => {
  expect(
    importsOf('import{a as b}from"./b.js";import"../c.js";const d=()=>import(`./d.js`);from"preact"', 'chunks/a.js'),
  ).toEqual(['chunks/b.js', 'c.js', 'chunks/d.js'])
})

it('counts bytes, not characters, and a shared file once', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bench-sizes-'))
  try {
    await mkdir(join(dir, '_locales/en'), { recursive: true })
    const page = '<script src="/a.js"></script><link href="/shared.js"><link href="/s.css">'
    const files = {
      'popup.html': page,
      'options.html': '<script src="/shared.js"></script>',
      'a.js': 'import"./shared.js"',
      'shared.js': '"×"',
      's.css': 'a{}',
      'background.js': '1234',
      '_locales/en/messages.json': '{}',
      'packed.zip': 'zip',
    }
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
    expect(await sizesOf(dir, join(dir, 'packed.zip'))).toEqual({
      popup: { html: page.length, script: 'import"./shared.js"'.length + 4, style: 3 },
      options: { html: '<script src="/shared.js"></script>'.length, script: 4, style: 0 },
      background: 4,
      messages: 2,
      zip: 3,
    })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
