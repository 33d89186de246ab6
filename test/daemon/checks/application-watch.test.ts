import { describe, expect, it } from '@jest/globals'

import { ApplicationWatch, type WatchedApplication } from '../../../src/daemon/checks/application-watch.js'
import { silentLog } from '../../../src/domain/log.js'
import { noProgress, type Progress } from '../../../src/onboarding/progress/progress.js'
import { toStanding } from '../../../src/onboarding/progress/standing.js'

/** A daemon that is asked to look on one day after another, every hour of it. */
const watch = async (
  recorded: Partial<Progress>,
  days: readonly string[],
  failing: readonly string[] = [],
) => {
  const seen: string[] = []
  let today = days[0] ?? ''
  let progress: Progress = { ...noProgress, ...recorded }
  let wake: () => void = () => undefined
  const read = (): WatchedApplication[] => [
    {
      connection: 'acme',
      companyId: '1234',
      standing: toStanding({ id: 'asr', consumer: 'a.s.r.' }, progress, { today, remindAfterDays: 14 }),
    },
  ]
  const watcher = new ApplicationWatch({
    today: () => today,
    setTimer: (_, work) => {
      wake = work
      return () => undefined
    },
    read: () => Promise.resolve(read()),
    remind: () => seen.push(`${today} reminded`),
    check: () => {
      seen.push(`${today} checked`)
      if (!failing.includes(today)) progress = { ...progress, checkedOn: progress.exchangeOn }
      return Promise.resolve()
    },
    log: silentLog,
  })
  watcher.start()
  for (const day of days) {
    today = day
    for (let hour = 0; hour < 3; hour += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      wake()
    }
  }
  await watcher.stop()
  return seen
}

describe('the watch over applications', () => {
  it('reminds of a consumer that says nothing, once a day from the day on that is set', async () => {
    expect(await watch({ sentOn: '2026-11-01' }, ['2026-11-14', '2026-11-15', '2026-11-16'])).toEqual([
      '2026-11-15 reminded',
      '2026-11-16 reminded',
    ])
  })

  it('says nothing once the consumer said all, nor of what was never handed in', async () => {
    expect(await watch({}, ['2026-11-14', '2027-11-15'])).toEqual([])
    expect(
      await watch({ sentOn: '2026-01-01', exchangeOn: '2026-12-24' }, ['2026-11-14', '2026-11-15']),
    ).toEqual([])
  })

  it('looks at the account once on the day of the first exchange, and on no other day', async () => {
    const exchange = { sentOn: '2026-11-01', exchangeOn: '2026-11-15' }

    expect(await watch(exchange, ['2026-11-14', '2026-11-15', '2026-11-16'])).toEqual(['2026-11-15 checked'])
  })

  it('tries again that day when the account could not be looked at', async () => {
    const exchange = { sentOn: '2026-11-01', exchangeOn: '2026-11-15' }
    const seen = await watch(exchange, ['2026-11-15'], ['2026-11-15'])

    expect(seen.length).toBeGreaterThan(1)
  })
})
