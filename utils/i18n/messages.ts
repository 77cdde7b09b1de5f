/**
 * All text comes from `public/_locales/<language>/messages.json`, through here.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import type messages from '../../public/_locales/en/messages.json'

type AnyKey = keyof typeof messages
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
/** A message that has plural forms is written once for each: `days_left_one`, `days_left_other`. */
export type PluralKey = AnyKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never
export type MessageKey = Exclude<AnyKey, `${PluralKey}_${PluralForm}`>

/**
 * @param values the message's placeholders, in their order
 * @example message('popup_points', 300, 500) // "300 of 500 points"
 */
export function message(key: MessageKey, ...values: readonly (string | number)[]): string {
  return lookUp(key, values)
}

/**
 * A message in the form that its first value asks for. Uses `Intl`: not on the way to a first paint.
 *
 * @param count also the message's first placeholder
 * @example plural('options_zone_count', 1) // "1 time zone"
 */
export function plural(key: PluralKey, count: number, ...values: readonly (string | number)[]): string {
  rules ??= new Intl.PluralRules(language())
  const text = lookUp(`${key}_${rules.select(count)}`, [count, ...values])
  return text || lookUp(`${key}_other`, [count, ...values])
}

/** The browser's language, which also sets how dates and hours are written. */
export function language(): string {
  return browser.i18n.getUILanguage()
}

let rules: Intl.PluralRules | undefined

function lookUp(key: string, values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key as never, values.map(String) as never)
}
