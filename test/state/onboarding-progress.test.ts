import { describe, expect, it } from '@jest/globals'

import { aFolder, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const key = { companyId: '1234', profile: 'asr-per-debtor' }
const sent = [{ milestone: 'sent' as const, on: '2026-11-20' }]

describe('what is recorded of applications', () => {
  it('is there after the file was closed, apart by connection, company and profile', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    await first.store('acme', asTester).applications.noteMilestones(key, sent)
    await first.store('acme', asTester).applications.noteMilestones({ ...key, companyId: '1235' }, sent)
    await first
      .store('other', asTester)
      .applications.noteMilestones({ ...key, profile: 'asr-umbrella' }, sent)
    await first.close()

    const again = await openState(folder)

    expect(await again.store('acme', asTester).applications.readOnboardingProgress()).toEqual([
      { ...key, progress: { sentOn: '2026-11-20', confirmedOn: null, exchangeOn: null, checkedOn: null } },
      {
        ...key,
        companyId: '1235',
        progress: { sentOn: '2026-11-20', confirmedOn: null, exchangeOn: null, checkedOn: null },
      },
    ])
    expect(await again.store('other', asTester).applications.readOnboardingProgress()).toHaveLength(1)
  })

  it('grows day by day, can be taken back, and forgets the look on the day when the day moves', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.applications.noteMilestones(key, sent)
    await store.applications.noteMilestones(key, [
      { milestone: 'confirmed', on: '2026-11-21' },
      { milestone: 'exchange', on: '2026-12-01' },
    ])
    await store.applications.noteExchangeChecked(key, '2026-12-01')
    const whole = await store.applications.readOnboardingProgress()
    await store.applications.noteMilestones(key, [{ milestone: 'exchange', on: '2026-12-08' }])
    await store.applications.noteMilestones(key, [{ milestone: 'confirmed', on: null }])

    expect(whole[0]?.progress).toEqual({
      sentOn: '2026-11-20',
      confirmedOn: '2026-11-21',
      exchangeOn: '2026-12-01',
      checkedOn: '2026-12-01',
    })
    expect((await store.applications.readOnboardingProgress())[0]?.progress).toEqual({
      sentOn: '2026-11-20',
      confirmedOn: null,
      exchangeOn: '2026-12-08',
      checkedOn: null,
    })
  })
})
