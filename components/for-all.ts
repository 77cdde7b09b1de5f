import { message } from '../utils/i18n/messages.ts'

/** A run is everybody's: where there are several commanders, what was done with it says so. */
export function forAll(text: string, commanders: number): string {
  return commanders > 1 ? message('common_for_all_commanders', text) : text
}
