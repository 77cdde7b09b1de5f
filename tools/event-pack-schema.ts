/**
 * Writes `docs/event-pack.schema.json`: `npm run schema`, after the format or its descriptions changed.
 *
 * @module
 */

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, runPackage } from './commands.ts'
import { eventPackJsonSchema } from './event-pack-schema/json-schema.ts'

const FILE = 'docs/event-pack.schema.json'

await writeFile(join(ROOT, FILE), JSON.stringify(eventPackJsonSchema()))
process.exitCode = await runPackage('@biomejs/biome', ['format', '--write', FILE])
