// Builds the extension for both browsers, into .output/chrome-mv3 and .output/firefox-mv3: `npm run build`.
import { BROWSERS } from './browsers.ts'
import { buildExtension } from './commands.ts'

for (const browser of BROWSERS) process.exitCode ||= await buildExtension(browser)
