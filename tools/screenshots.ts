// Draws every state of popup and options: `npm run screenshots`; `npm run screenshots -- --help` tells of its options.
import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { launchTracker } from '../tests/browser/harness/launch.ts'
import { STATES } from '../tests/browser/states/catalogue.ts'
import { HOST_ZONE, type State } from '../tests/browser/states/state.ts'
import { ensureBrowsers } from './browsers.ts'
import { buildExtension, ROOT } from './commands.ts'
import { drawReadmePicture } from './screenshots/composed.ts'
import { writeIndex } from './screenshots/gallery.ts'
import { readOptions } from './screenshots/options.ts'
import { drawRealPopup } from './screenshots/real-popup.ts'
import { drawSheets } from './screenshots/sheets.ts'
import { type Drawn, drawShot, shotsOf } from './screenshots/shots.ts'

const FOLDER = join(ROOT, '.output', 'screenshots')
/** Pages that are open at the same time. */
const AT_ONCE = 5

const nameOf = ({ page, name }: State) => `${page}-${name}`
const reading = readOptions(process.argv.slice(2), STATES.map(nameOf))
if (reading.kind !== 'options') {
  if (reading.kind === 'help') console.log(reading.text)
  else console.error(reading.text)
  process.exit(reading.kind === 'help' ? 0 : 1)
}
const { names, build, picture } = reading.options

await ensureBrowsers(['chromium'])
if (build && (await buildExtension('chromium')) !== 0) {
  console.error('The build failed; its message stands above.')
  process.exit(1)
}
const tracker = await launchTracker('chromium', { timeZone: HOST_ZONE, locale: 'en-US' })
try {
  if (picture) console.log(`Drawn: ${relative(ROOT, await drawReadmePicture(tracker))}`)
  else await drawAll()
} finally {
  await tracker.close()
}

async function drawAll(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const shots = STATES.filter((state) => names.includes(nameOf(state))).flatMap(shotsOf)
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
