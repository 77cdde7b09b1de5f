import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const TIME: readonly NamedMutants[] = []
