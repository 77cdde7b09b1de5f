/** The value of an option; where it is no whole number from 1, says so and ends the process. */
export function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  console.error(`--${name} takes a whole number from 1, not ${text}.`)
  process.exit(2)
}
