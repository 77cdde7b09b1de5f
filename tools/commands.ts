import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserName } from './browsers.ts'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a package's command with this Node, its output going to this terminal.
 *
 * @param packageName Such as '@biomejs/biome'.
 * @param args What follows the command's name.
 * @param options.command Where a package has several commands or one of another name than its own.
 * @param options.timeout In ms; then the command is killed. 20 min unless told.
 * @returns The exit code; 1 where a signal ended it.
 */
export function runPackage(
  packageName: string,
  args: string[],
  options: { command?: string; env?: Record<string, string>; timeout?: number } = {},
): Promise<number> {
  const child = spawn(process.execPath, [programOf(packageName, options.command), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...options.env },
    timeout: options.timeout ?? 20 * 60_000,
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs one of the tools here with this Node, its output going to this terminal.
 *
 * @param tool its file in this folder
 * @returns The exit code; 1 where a signal ended it.
 */
export function runTool(tool: string, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'tools', tool), ...args], { cwd: ROOT, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Builds the extension for a browser into `.output/`. @returns The exit code. */
export const buildExtension = (browser: BrowserName): Promise<number> =>
  runPackage('wxt', ['build', '--browser', browser === 'firefox' ? 'firefox' : 'chrome', '--mv3'], { command: 'wxt' })

/** The script behind a package's command. Directly, for what lies in node_modules/.bin differs between systems. */
function programOf(packageName: string, command = packageName.replace(/^.*\//, '')): string {
  const folder = join(ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[command]
  if (!path) throw new Error(`${packageName} has no command ${command}.`)
  return createRequire(import.meta.url).resolve(join(folder, path), { paths: [dirname(folder)] })
}
