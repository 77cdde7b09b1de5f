import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const PLAN: readonly NamedMutants[] = []
