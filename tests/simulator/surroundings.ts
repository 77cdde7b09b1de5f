/**
 * Stands for `wxt/browser` in the simulated bundle: each life of a worker or a page is given a browser of its own.
 *
 * @module
 */

declare const simulated: { browser: unknown }

export const browser = simulated.browser
