import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Changes, ReadOnly } from '../../components/changes.tsx'
import { viewAt } from '../../utils/plan/view.ts'
import { settingsOf } from '../../utils/record/read.ts'
import type { Loaded } from '../../utils/storage/load.ts'
import { loadWhole } from '../../utils/storage/load-whole.ts'
import { acknowledgeRestored } from '../../utils/storage/replicate.ts'
import { rouse } from '../../utils/storage/rouse.ts'
import { acknowledgeSetAside, isNothingLeft } from '../../utils/storage/set-aside.ts'
import { watch } from '../../utils/storage/watch.ts'
import { AboutSection } from './about-section.tsx'
import { BackupSection } from './backup/backup-section.tsx'
import { BadgeSection } from './badge-section.tsx'
import { Banner } from './banner.tsx'
import { CommanderSection } from './commander-section.tsx'
import { DiagnosticsSection } from './diagnostics/diagnostics-section.tsx'
import { EventSection } from './event-section.tsx'
import { Header } from './header.tsx'
import { HistorySection } from './history/history-section.tsx'
import { LibrarySection } from './library/library-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import type { Page } from './page.ts'
import { RemindersSection } from './reminders-section.tsx'
import { SaveContext, SaveNotice, useSaver } from './save.tsx'
import { SetAsideSection } from './set-aside-section.tsx'
import { RestoredBanner } from './sync/restored-banner.tsx'
import { SyncSection } from './sync/sync-section.tsx'
import { answered, useReplicaState } from './sync/use-replica-state.ts'
import { UnsavedContext, UnsavedHint, useUnsaved } from './unsaved.tsx'
import { useNow } from './use-now.ts'
import { zoneOf } from './zone-of.ts'
import { ZoneSection } from './zone-section.tsx'

/** The whole page. It follows what is stored, whoever changes it. */
export function App({ initial }: { readonly initial: Loaded }) {
  const [loaded, setLoaded] = useState(initial)
  const newest = useRef(0)
  const reload = useMemo(
    () => async () => {
      newest.current += 1
      const turn = newest.current
      const next = await loadWhole()
      if (turn === newest.current) setLoaded(next)
    },
    [],
  )
  useEffect(() => {
    const stop = watch(['record', 'shelf', 'setAside', 'delivery'], reload)
    // What changed between the first load and here was announced to nobody.
    reload()
    return stop
  }, [reload])

  useEffect(() => {
    const now = Date.now()
    // What cannot be had is tried again by the browser's next start.
    rouse(viewAt(loaded.record, now).runs, now).catch(() => {})
  }, [loaded.record])

  const saver = useSaver((record) => {
    newest.current += 1
    setLoaded((current) => ({ ...current, record, status: 'ok', problems: [] }))
    // What was set aside on the way stands beside the record.
    reload()
  }, reload)
  const unsaved = useUnsaved()
  const replica = useReplicaState()
  const restoredAt = answered(replica.state)?.restoredAt
  const kept = loaded.setAside.filter((entry) => !isNothingLeft(entry))
  const now = useNow(loaded.record)
  const page: Page = {
    now,
    record: loaded.record,
    view: viewAt(loaded.record, now),
    zone: zoneOf(settingsOf(loaded.record).timeZone),
  }
  const retry = () => {
    reload()
    replica.ask()
  }
  return (
    <SaveContext.Provider value={saver.save}>
      <div class="page" data-role={page.view.commander.role} data-status={loaded.status}>
        <Header role={page.view.commander.role} setAside={kept.length > 0} />
        <main class="page-main">
          <Banner loaded={loaded} onRetry={retry} onSeen={() => saver.attempt(() => acknowledgeSetAside())} />
          {restoredAt === undefined ? null : <RestoredBanner onSeen={() => saver.attempt(acknowledgeRestored)} />}
          <UnsavedHint forms={unsaved.forms} />
          <ReadOnly.Provider value={loaded.status === 'newer' || loaded.status === 'failed'}>
            <CommanderSection page={page} />
            <EventSection page={page} />
            <UnsavedContext.Provider value={unsaved.report}>
              <LibrarySection page={page} />
            </UnsavedContext.Provider>
            <HistorySection page={page} />
            <BackupSection page={page} status={loaded.status} />
            <Changes>
              <ZoneSection page={page} />
              <RemindersSection page={page} />
              <BadgeSection page={page} />
            </Changes>
          </ReadOnly.Provider>
          <NotificationsSection />
          {kept.length > 0 ? <SetAsideSection page={page} setAside={kept} /> : null}
          <SyncSection page={page} status={loaded.status} replica={replica} attempt={saver.attempt} />
          <AboutSection />
          <DiagnosticsSection page={page} loaded={loaded} />
        </main>
        <SaveNotice saver={saver} />
      </div>
    </SaveContext.Provider>
  )
}
