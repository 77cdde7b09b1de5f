import { useEffect, useState } from 'preact/hooks'
import { loadReplicaState, type ReplicaState } from '../../../utils/storage/replica-state.ts'
import { watch } from '../../../utils/storage/watch.ts'

/** What this device knows of its replica, whoever changes it; undefined until the storage has answered. */
export function useReplicaState(): ReplicaState | undefined {
  const [state, setState] = useState<ReplicaState | undefined>(undefined)
  useEffect(() => {
    const load = () => loadReplicaState().then(setState, () => {})
    const stop = watch(['replica'], load)
    load()
    return stop
  }, [])
  return state
}
