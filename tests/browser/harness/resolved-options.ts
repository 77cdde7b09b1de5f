import type { LaunchOptions } from './types.ts'

/** The options of a launch with every default filled in. */
export interface ResolvedOptions extends LaunchOptions {
  executablePath: string
  extensionDir: string
  headless: boolean
  userDataDir: string
  env: Record<string, string>
  /** null: as large as the window. */
  viewport: { width: number; height: number } | null
}
