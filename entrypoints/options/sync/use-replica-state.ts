import { useEffect, useRef, useState } from 'preact/hooks'
import { lookAtReplica, type ReplicaCopy, watchReplica } from '../../../utils/storage/replica-copy.ts'
import { loadReplicaState, type ReplicaState } from '../../../utils/storage/replica-state.ts'
import { watch } from '../../../utils/storage/watch.ts'

/** An answer of the browser, or its words where it has none. */
type Answer<T> = { readonly value: T } | { readonly error: string }

/** @returns undefined where the browser has not answered, or could not */
export function answered<T>(answer: Answer<T> | undefined): T | undefined {
  return answer && 'value' in answer ? answer.value : undefined
}

export interface Replica {
  /** What this device knows of its replica; undefined: not read yet, as with the copy. */
  readonly state: Answer<ReplicaState> | undefined
  /** Whether it lies in sync. */
  readonly copy: Answer<ReplicaCopy> | undefined
  /** Asks the browser for both again. */
  readonly ask: () => void
}

/** The replica, whoever changes it. */
export function useReplicaState(): Replica {
  const [state, askState] = useAnswer(loadReplicaState)
  const [copy, askCopy] = useAnswer(lookAtReplica)
  useEffect(() => {
    const stops = [watch(['replica'], askState), watchReplica(askCopy)]
    askState()
    askCopy()
    return () => {
      for (const stop of stops) stop()
    }
  }, [askState, askCopy])
  return {
    state,
    copy,
    ask() {
      askState()
      askCopy()
    },
  }
}

function useAnswer<T>(question: () => Promise<T>): readonly [Answer<T> | undefined, () => void] {
  const [answer, setAnswer] = useState<Answer<T> | undefined>(undefined)
  const newest = useRef(0)
  const ask = useRef(() => {
    newest.current += 1
    const turn = newest.current
    const take = (next: Answer<T>) => {
      if (turn === newest.current) setAnswer(next)
    }
    question().then(
      (value) => take({ value }),
      (error: unknown) => take({ error: String(error) }),
    )
  })
  return [answer, ask.current]
}
