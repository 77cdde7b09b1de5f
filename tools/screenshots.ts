// Draws every state of popup and options: `npm run screenshots [-- --no-build] [-- --picture] [-- --only name]`.
import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { launchTracker } from '../tests/browser/harness/launch.ts'
import { STATES } from '../tests/browser/states/catalogue.ts'
import { HOST_ZONE } from '../tests/browser/states/state.ts'
import { ensureBrowsers } from './browsers.ts'
import { buildExtension, ROOT } from './commands.ts'
import { drawReadmePicture } from './screenshots/composed.ts'
import { writeIndex } from './screenshots/gallery.ts'
import { drawRealPopup } from './screenshots/real-popup.ts'
import { drawSheets } from './screenshots/sheets.ts'
import { type Drawn, drawShot, shotsOf } from './screenshots/shots.ts'

const FOLDER = join(ROOT, '.output', 'screenshots')
/** Pages that are open at the same time. */
const AT_ONCE = 5

const { values } = parseArgs({
  options: { 'no-build': { type: 'boolean' }, picture: { type: 'boolean' }, only: { type: 'string', default: '' } },
})

await ensureBrowsers(['chromium'])
if (!values['no-build'] && (await buildExtension('chromium')) !== 0) {
  console.error('The build failed; its message stands above.')
  process.exit(1)
}
const tracker = await launchTracker('chromium', { timeZone: HOST_ZONE, locale: 'en-US' })
try {
  if (values.picture) console.log(`Drawn: ${relative(ROOT, await drawReadmePicture(tracker))}`)
  else await drawAll()
} finally {
  await tracker.close()
}

async function drawAll(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  // `--only` takes a part of the names of states.
  const shots = STATES.filter(({ name, page }) => `${page}-${name}`.includes(values.only)).flatMap(shotsOf)
  const drawn: Drawn[] = []
  const queue = shots.entries()
  const work = async () => {
    for (const [index, shot] of queue) {
      drawn[index] = await drawShot(tracker, shot, FOLDER)
      if (drawn.filter(Boolean).length % 25 === 0) console.log(`${drawn.filter(Boolean).length} of ${shots.length} ...`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const size = await drawRealPopup(tracker, FOLDER)
  await writeIndex(drawn, FOLDER)
  await drawSheets(tracker, drawn, FOLDER)

  const complaints = [...new Set(drawn.flatMap(({ complaints }) => complaints))]
  for (const complaint of complaints) console.log(`! ${complaint}`)
  console.log(`The real popup is ${size.width} × ${size.height} px.`)
  console.log(
    `${drawn.length} pictures, ${complaints.length} complaints: ${relative(ROOT, join(FOLDER, 'index.html'))}`,
  )
  if (complaints.length > 0) process.exitCode = 1
}
