/** What is typed into a note while what was typed before comes back from the storage. */

import { act, fireEvent, render } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { NoteField } from '../../../components/note-field.tsx'

test('a letter that falls between the return of the one before and what follows from it is not lost', async () => {
  const field = (note: string) => <NoteField name="Day" note={note} rows={2} onNote={() => undefined} />
  const { container, rerender } = render(field(''))
  const area = container.querySelector('textarea') as HTMLTextAreaElement
  await act(() => {
    fireEvent.input(area, { target: { value: 'D' } })
  })
  await act(() => {
    rerender(field('D'))
    // The page is drawn, its effects wait for the paint.
    fireEvent.input(area, { target: { value: 'Do' } })
  })
  expect(area.value).toBe('Do')
})
