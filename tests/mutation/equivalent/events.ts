import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const EVENTS: readonly NamedMutants[] = []
