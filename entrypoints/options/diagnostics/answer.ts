/** Asks the browser something that it may refuse. @returns undefined where it does */
export async function answer<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
