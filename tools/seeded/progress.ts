/**
 * A progress bar where there is a terminal, else a line for each tenth.
 *
 * @module
 */

const WIDTH = 40

/** @returns is called with how many are done and how many of them failed */
export function progressBar(total: number): (done: number, failed: number) => void {
  let told = 0
  return (done, failed) => {
    const share = done / total
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.floor(share * WIDTH)).padEnd(WIDTH, '░')
      process.stdout.write(`\r${bar} ${done} of ${total}, violations: ${failed}`)
    } else if (Math.floor(share * 10) > told) {
      told = Math.floor(share * 10)
      console.log(`  ${done} of ${total}, violations: ${failed}`)
    }
  }
}
