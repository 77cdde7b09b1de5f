import { useEffect, useState } from 'preact/hooks'
import { language } from '../../utils/i18n/messages.ts'
import type { Labels } from '../../utils/time/labels.ts'
import { labelsFit } from '../../utils/time/labels-fit.ts'
import { later } from './later.ts'

/**
 * Instants in words. Those that are stored are there at once; others are worked out after the first paint, because the
 * first use of `Intl` takes longer than all the drawing.
 *
 * @param stored what the background worked out ahead
 * @param timeZone the setting
 * @param instants epoch ms
 * @param now epoch ms
 * @returns undefined until they are known
 */
export function useLabels(
  stored: Labels | undefined,
  timeZone: string,
  instants: readonly number[],
  now: number,
): Labels | undefined {
  const [own, setOwn] = useState<Labels>()
  const locale = language()
  const demand = { instants, timeZone, locale, now, hostOffsetAt }
  const fitting = [stored, own].find((labels) => labels && labelsFit(labels, demand))
  // Once for each demand: for a zone that this browser does not know no labels ever fit.
  const key = instants.length > 0 && !fitting && [timeZone, locale, hostOffsetAt(now), ...instants].join()
  useEffect(() => {
    if (!key) return
    const work = async () => {
      const { labelsFor, timeZoneOf } = await later()
      setOwn(labelsFor({ instants, timeZone: timeZoneOf(timeZone), locale, now }))
    }
    // Where the second bundle cannot be had, the click that needs it says so.
    work().catch(() => {})
  }, [key])
  // While new ones are worked out the old ones are still true of the instants that they name.
  return fitting ?? own
}

function hostOffsetAt(instant: number): number {
  return -new Date(instant).getTimezoneOffset()
}
