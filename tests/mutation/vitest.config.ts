/** The tests that `npm run test:mutation` runs for each mutant: those of the pure floors. */
import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

process.env.TZ ??= 'UTC'

/**
 * The first test that fails is the last one that runs, so those go first that are about the mutated file, then those of
 * its room, short ones before long ones. Stryker names the file as the one whose related tests are wanted.
 */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = this.ctx.config.related ?? []
    const room = `/unit/${basename(dirname(mutated))}/`
    const own = `${room}${basename(mutated, '.ts')}.test.ts`
    const distance = ({ moduleId }: TestSpecification) => (moduleId.endsWith(own) ? 0 : moduleId.includes(room) ? 1 : 2)
    const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size
    return files.toSorted((a, b) => distance(a) - distance(b) || size(a) - size(b))
  }
}

export default defineConfig({
  test: {
    name: 'mutation',
    environment: 'node',
    include: ['tests/unit/{time,events,schedule,record,plan}/**/*.test.ts'],
    setupFiles: ['tests/mutation/setup.ts'],
    sequence: { sequencer: NearestFirst },
    testTimeout: 60_000,
  },
})
