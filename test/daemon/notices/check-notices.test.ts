import { describe, expect, it } from '@jest/globals'

import type { CheckDigest } from '../../../src/daemon/checks/compare-check.js'
import type { DaemonEvent } from '../../../src/daemon/events.js'
import type { MemoryKey, Remembered } from '../../../src/daemon/notices/decide-telling.js'
import { toNoticeHtml } from '../../../src/daemon/notices/notice-page.js'
import { noticeKinds, type Notice } from '../../../src/daemon/notices/notice.js'
import { toNoticeText, toSubjectLine } from '../../../src/daemon/notices/notice-text.js'
import { createNotices } from '../../../src/daemon/notices/notices.js'
import { silentLog } from '../../../src/domain/log.js'
import { timedOut } from './a-notice.js'

const address = 'EmployeeService:Address_GetListCurrent'
const partner = 'EmployeeService:Partner_Get'

const aCheck = (differs: Partial<CheckDigest> = {}): CheckDigest => ({
  companyId: '1234',
  profiles: ['asr-per-debtor'],
  readiness: 'ready',
  reasons: [],
  lost: [],
  newlyLost: [],
  regained: [],
  ...differs,
})

const checked = (
  day: number,
  differs: Partial<CheckDigest> = {},
  failure?: typeof timedOut,
): DaemonEvent => ({
  type: 'account-checked',
  at: `2026-11-${String(day).padStart(2, '0')}T06:00:00.000Z`,
  connection: 'acme',
  check: aCheck(differs),
  failure,
})

const notOpen = (call: string): CheckDigest['reasons'][number] => ({
  reason: 'call-not-open',
  call: { service: 'EmployeeService', call },
})
const shut: Partial<CheckDigest> = {
  readiness: 'not-ready',
  reasons: [notOpen('Address_GetListCurrent')],
  lost: [address],
}

/** The subject lines that the events lead to, in order. */
const tell = async (...events: readonly DaemonEvent[]): Promise<{ subjects: string[]; sent: Notice[] }> => {
  const sent: Notice[] = []
  const rows = new Map<string, Remembered>()
  const toKey = (key: MemoryKey): string => JSON.stringify(key)
  const send = (notice: Notice): Promise<string> => {
    sent.push(notice)
    return Promise.resolve('accepted')
  }
  const notices = createNotices({
    settings: () => ({
      rules: { on: noticeKinds, repeat: 'changes' },
      channels: [{ name: 'email', send }],
    }),
    memory: {
      read: (key) => Promise.resolve(rows.get(toKey(key))),
      write: (key, remembered) => Promise.resolve(void rows.set(toKey(key), remembered)),
    },
    kept: { keep: () => Promise.resolve(), take: () => Promise.resolve([]) },
    log: silentLog,
  })
  for (const event of events) notices.onEvent(event)
  await notices.settle()
  return { subjects: sent.map((one) => toSubjectLine(one, 'en')), sent }
}

describe('notices about onboarding checks', () => {
  it('say nothing while the account is ready', async () => {
    expect((await tell(checked(1), checked(8))).subjects).toEqual([])
  })

  it('tell once that a call was switched off, and that it is back', async () => {
    const { subjects } = await tell(
      checked(1),
      checked(8, { ...shut, newlyLost: [address] }),
      checked(9, shut),
      checked(10, { regained: [address] }),
      checked(11),
    )

    expect(subjects).toEqual([
      'nmbrs-sync acme: 1 call that was open is switched off (asr-per-debtor)',
      'nmbrs-sync acme: ready again for asr-per-debtor',
    ])
  })

  it('tell of a call that nobody demands, because it was open', async () => {
    const { subjects } = await tell(checked(1), checked(2, { lost: [partner], newlyLost: [partner] }))

    expect(subjects).toEqual(['nmbrs-sync acme: 1 call that was open is switched off (asr-per-debtor)'])
  })

  it('tell again when another call goes', async () => {
    const both = { ...shut, reasons: [notOpen('Address_GetListCurrent'), notOpen('Partner_Get')] }
    const { subjects } = await tell(checked(8, shut), checked(9, { ...both, lost: [address, partner] }))

    expect(subjects.at(-1)).toBe('nmbrs-sync acme: 2 calls that were open are switched off (asr-per-debtor)')
  })

  it('tell of an account that is not ready for another reason, and remind after a week', async () => {
    const missing: Partial<CheckDigest> = {
      readiness: 'not-ready',
      reasons: [{ reason: 'fact-wrong', fact: 'companyName' }],
    }
    const { subjects, sent } = await tell(checked(1, missing), checked(2, missing), checked(8, missing))

    expect(subjects).toEqual([
      'nmbrs-sync acme: not ready for asr-per-debtor',
      'nmbrs-sync acme: not ready for asr-per-debtor',
    ])
    expect(sent[1]?.unchangedSince).toBe('2026-11-01T06:00:00.000Z')
  })

  it('tell once that it could not be checked, which ends no readiness and no lack of it', async () => {
    const away = { readiness: 'could-not-check' } as const
    const { subjects } = await tell(
      checked(1, shut),
      checked(2, away, timedOut),
      checked(3, away, timedOut),
      checked(4, shut),
    )

    expect(subjects).toEqual([
      'nmbrs-sync acme: 1 call that was open is switched off (asr-per-debtor)',
      'nmbrs-sync acme: the account could not be checked for asr-per-debtor',
      'nmbrs-sync acme: the account can be checked again for asr-per-debtor',
    ])
  })

  it('keep profiles and companies apart', async () => {
    const { subjects } = await tell(
      checked(1, shut),
      checked(1, { profiles: ['shiftbase'] }),
      checked(1, { companyId: '1235' }),
    )

    expect(subjects).toHaveLength(1)
  })

  it('name the calls, the reason and the next command', async () => {
    const { sent } = await tell(checked(8, { ...shut, newlyLost: [address], regained: [partner] }))
    const [notice] = sent
    if (notice === undefined) throw new Error('nothing was told')

    expect(toNoticeText(notice, { language: 'en', timeZone: 'Europe/Amsterdam' }))
      .toBe(`nmbrs-sync acme: 1 call that was open is switched off (asr-per-debtor)

Onboarding check
  asr-per-debtor for company 1234
  Not ready: 1 call is not open

Switched off since it was open
  ${address}

Open again
  ${partner}

Next
  nmbrs-sync onboarding check asr-per-debtor --connection acme --company 1234

Sent by nmbrs-sync. It holds counts and codes only; who is concerned, the commands show.
`)
    expect(
      toNoticeHtml(notice, { language: 'en', timeZone: 'Europe/Amsterdam' }).replaceAll('<wbr/>', ''),
    ).toContain(`<li>${address}</li>`)
  })
})

describe('a consumer that says nothing', () => {
  const silent = (day: number, days: number): DaemonEvent => ({
    type: 'consumer-silent',
    at: `2026-11-${String(day).padStart(2, '0')}T06:00:00.000Z`,
    connection: 'acme',
    application: {
      companyId: '1234',
      profile: 'asr-umbrella',
      consumer: 'a.s.r.',
      for: 'confirmation',
      since: '2026-11-01',
      days,
    },
  })

  it('is told once, and again after a week, with how to record the answer', async () => {
    const { subjects, sent } = await tell(silent(15, 14), silent(16, 15), silent(17, 16), silent(22, 21))

    expect(subjects).toEqual([
      'nmbrs-sync acme: nothing heard from a.s.r. for 14 days',
      'nmbrs-sync acme: nothing heard from a.s.r. for 21 days',
    ])
    const text = toNoticeText(sent[0]!, { language: 'en', timeZone: 'Europe/Amsterdam' })
    expect(text).toContain(
      'a.s.r. (asr-umbrella) for company 1234: no message yet that the connection is made',
    )
    expect(text).toContain(
      'nmbrs-sync onboarding confirmed asr-umbrella --connection acme --company 1234 --first-exchange DATE',
    )
  })

  it.each([
    [
      'nl',
      'nmbrs-sync acme: 14 dagen niets gehoord van a.s.r.',
      'voor bedrijf 1234: nog geen bericht dat de koppeling er is, sinds 1 november 2026',
    ],
    [
      'sv',
      'nmbrs-sync acme: inget hört från a.s.r. på 14 dagar',
      'för företag 1234: inget besked ännu om att kopplingen är klar, sedan den 1 november 2026',
    ],
    [
      'da',
      'nmbrs-sync acme: intet hørt fra a.s.r. i 14 dage',
      'for virksomhed 1234: ingen besked endnu om, at forbindelsen er oprettet, siden den 1. november 2026',
    ],
  ] as const)('is told in %s, in the subject, the text and the page', async (language, subject, line) => {
    const { sent } = await tell(silent(15, 14))
    const look = { language, timeZone: 'Europe/Amsterdam' }

    expect(toSubjectLine(sent[0]!, language)).toBe(subject)
    for (const text of [toNoticeText(sent[0]!, look), toNoticeHtml(sent[0]!, look)]) {
      expect(text).toContain(subject)
      expect(text).toContain(line)
      expect(text).not.toContain('nothing heard')
    }
  })
})
