import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const SCHEDULE: readonly NamedMutants[] = []
