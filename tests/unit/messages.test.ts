import { describe, expect, it } from 'vitest'
import { formatMessage } from '../setup/messages.ts'

describe('formatMessage', () => {
  const placeholders = { day: { content: '$1' }, total: { content: '$2' } }

  it('puts substitutions into named placeholders, whatever their case', () => {
    expect(formatMessage({ message: 'Day $DAY$ of $Total$', placeholders }, ['2', '5'])).toBe('Day 2 of 5')
  })

  it('puts a lone substitution into $1', () => {
    expect(formatMessage({ message: '$1 left' }, '3 h')).toBe('3 h left')
  })

  it('leaves nothing of a substitution that is missing', () => {
    expect(formatMessage({ message: 'Day $DAY$.', placeholders })).toBe('Day .')
  })

  it('reads $$ as a dollar sign', () => {
    expect(formatMessage({ message: '$$5' })).toBe('$5')
  })

  it('does not read a substitution again', () => {
    expect(formatMessage({ message: 'Note: $1' }, ['$1 $$'])).toBe('Note: $1 $$')
  })

  it('is empty for a message that does not exist', () => {
    expect(formatMessage(undefined)).toBe('')
  })
})
