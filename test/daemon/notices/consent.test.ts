import { describe, expect, it } from '@jest/globals'

import type { DaemonEvent } from '../../../src/daemon/events.js'
import { decideTelling, type Remembered, toRemembered } from '../../../src/daemon/notices/decide-telling.js'
import { noticeKinds } from '../../../src/daemon/notices/notice.js'
import { toSituations } from '../../../src/daemon/notices/situation.js'

type Consent = Extract<DaemonEvent, { type: 'consent-seen' }>['consent']

/** What is told over so many hourly looks, by the hour of the look. */
const tellHourly = (hours: number, repeat: 'always' | 'changes', consentAt: (hour: number) => Consent) => {
  let memory: Remembered | undefined
  return Array.from({ length: hours }, (_, hour) => {
    const [situation] = toSituations({
      type: 'consent-seen',
      at: new Date(Date.UTC(2026, 5, 1, hour)).toISOString(),
      connection: 'main',
      consent: consentAt(hour),
      daysLeft: 10,
    })
    const wasBad = memory?.kind === 'failed' && memory.toldAt !== null
    const telling = decideTelling(situation!, memory, wasBad, { on: noticeKinds, repeat })
    memory = toRemembered(situation!, memory, telling)
    return telling.tell === undefined ? undefined : `${hour}: ${telling.tell}`
  }).filter((told) => told !== undefined)
}

describe('a consent that ends soon', () => {
  it('is told once a day where everything is told at every run', () => {
    expect(tellHourly(72, 'always', () => 'ends-soon')).toEqual([
      '0: failed',
      '23: failed',
      '46: failed',
      '69: failed',
    ])
  })

  it('is told once a week otherwise', () => {
    expect(tellHourly(170, 'changes', () => 'ends-soon')).toEqual(['0: failed', '167: failed'])
  })

  it('is told at once when it is gone, and when it is there again', () => {
    const consentAt = (hour: number) => (hour < 5 ? 'ends-soon' : hour < 9 ? 'gone' : 'ok')
    expect(tellHourly(24, 'always', consentAt)).toEqual(['0: failed', '5: failed', '9: recovered'])
  })
})
