import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const RECORD: readonly NamedMutants[] = []
