import type { FirefoxSystem } from './firefox-system.ts'

/**
 * Runs in every process of Firefox, for `console.error` leaves the process it was called in nowhere else. (The
 * protocol's `log.entryAdded` does not come for pages of extensions.)
 */
const PROCESS_SCRIPT = `
if (Services.appinfo.remoteType === 'extension') {
  const principal = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal)
  Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((subject) => {
    const event = subject.wrappedJSObject ?? subject
    if (event.level !== 'error' && event.level !== 'assert') return
    const text = Array.from(event.arguments, (value) => value?.stack ? value + ' ' + value.stack : String(value)).join(' ')
    Services.cpmm.sendAsyncMessage('tracker:console', event.filename + ': ' + text)
  }, principal)
}`

/** Starts to listen to `console.error` of extensions. Before the extension is installed, so that nothing is missed. */
export const listenToConsole = (system: FirefoxSystem): Promise<boolean> =>
  system.run((script) => {
    const consoleErrors: string[] = []
    Object.assign(window, { consoleErrors })
    Services.ppmm.addMessageListener('tracker:console', ({ data }) => consoleErrors.push(data))
    Services.ppmm.loadProcessScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, true)
    return true
  }, PROCESS_SCRIPT)

/** The errors of the extension so far, uncaught ones and those of `console.error`, each as "where: what". */
export const firefoxErrors = (system: FirefoxSystem, origin: string): Promise<string[]> =>
  system.run((address) => {
    const { consoleErrors } = window as unknown as { consoleErrors: string[] }
    const uncaught = Services.console.getMessageArray().flatMap((message) => {
      try {
        const { sourceName, errorMessage, flags } = message.QueryInterface(Ci.nsIScriptError)
        const isWarning = (flags & Ci.nsIScriptError.warningFlag) !== 0
        // What Firefox says of a background that `stopBackground` ended while it waited for an answer.
        const isEnded = /^Promise (resolved|rejected) after context unloaded/.test(errorMessage)
        return sourceName.startsWith(address) && !isWarning && !isEnded ? [`${sourceName}: ${errorMessage}`] : []
      } catch {
        return [] // a message of another kind, that has no source
      }
    })
    const isBuiltIn = (error: string) =>
      /^(resource|chrome):/.test(error) || (/^moz-extension:/.test(error) && !error.startsWith(address))
    return [...uncaught, ...consoleErrors.filter((error) => !isBuiltIn(error))]
  }, origin)
