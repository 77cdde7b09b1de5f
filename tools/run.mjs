// Runs a script of this folder with the right Node and with everything installed, on a fresh clone too:
//   node tools/run.mjs tools/start.ts --browser firefox
// Plain JavaScript that needs no package: it is the one file that an older system Node has to understand.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const [script, ...args] = process.argv.slice(2)

if (!script) fail('Usage: node tools/run.mjs <script> [arguments]')
if (!isInstalled()) install()
const node = findNode()
await run(node, [join(root, script), ...args])

/** Does node_modules hold what package-lock.json asks for? npm writes its own copy last, so a broken install has none. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(modules, '.package-lock.json'))
  if (!wanted) fail('package-lock.json is missing or unreadable: restore it from the repository.')
  if (!present) return false
  const same = (a, b) => a.version === b.version && a.integrity === b.integrity
  const isUpToDate = ([path, entry]) => {
    if (path === '') return true // the project itself
    const installed = present[path]
    return installed ? same(entry, installed) : Boolean(entry.optional) // optional: made for another system
  }
  return Object.entries(wanted).every(isUpToDate)
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * Not `npm ci`: it refuses a lock that lacks an optional package of another system, and a registry that has not every
 * one of them makes such a lock (https://github.com/npm/cli/issues/4828). This keeps to the lock as well, does not write
 * it, and repairs an install that was interrupted.
 */
function install() {
  console.log('Installing the npm packages; this takes a minute ...')
  const command = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: root, stdio: 'inherit' }
  // npm names its own script when it runs one; npm.cmd cannot be started without a shell on Windows.
  const npm = process.env.npm_execpath
  const { status, error } =
    npm && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...command], options)
      : spawnSync('npm', command, { ...options, shell: process.platform === 'win32' })
  if (error) fail(`npm could not be started: ${error.message}`)
  if (status !== 0) fail('npm install failed; its message stands above.')
}

/** The Node of devDependency `node`; without it (its install script was refused) this one, if it runs TypeScript. */
function findNode() {
  const own = ['node.exe', 'node'].map((name) => join(modules, 'node', 'bin', name)).find(existsSync)
  if (own && spawnSync(own, ['--version'], { stdio: 'ignore' }).status === 0) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  // https://nodejs.org/docs/latest-v22.x/api/typescript.html: type stripping without a flag since 22.18.
  if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) return process.execPath
  return fail(
    `Node ${process.versions.node} cannot run the scripts, and the package "node" brought no newer one, because its ` +
      'install script did not run. Run "npm rebuild node", or install Node 24 from https://nodejs.org.',
  )
}

/** Runs it with this terminal, hands signals on, and ends as it ended. */
function run(command, commandArgs) {
  const env = { ...process.env }
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[path] = [join(modules, '.bin'), env[path]].filter(Boolean).join(delimiter)
  const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit', env })
  // A terminal sends Ctrl+C to the child as well; then this process only has to outlive it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise(() => {
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}`))
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
