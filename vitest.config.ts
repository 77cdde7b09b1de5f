import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

// Workers inherit it; `tools/test.ts` runs the unit tests in other zones as well.
process.env.TZ ??= 'UTC'

/** It is there to end what hangs, not to measure: a slow machine is no failure. In ms. */
const DEADLINE = 60_000

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        plugins: await WxtVitest(),
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'utils/**/*.test.ts'],
          testTimeout: DEADLINE,
        },
      },
      {
        plugins: await WxtVitest(),
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/setup/component.ts'],
          testTimeout: DEADLINE,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 2 * DEADLINE,
          hookTimeout: 2 * DEADLINE,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 10 * DEADLINE,
          hookTimeout: 2 * DEADLINE,
          maxWorkers: 2,
        },
      },
    ],
  },
}))
