import { describe, expect, it } from '@jest/globals'

import { buildTestNotice } from '../../../src/daemon/notices/build-notice.js'
import { toNoticeHtml } from '../../../src/daemon/notices/notice-page.js'
import { toNoticeJson } from '../../../src/daemon/notices/notice-json.js'
import { toNoticeText, toSubjectLine } from '../../../src/daemon/notices/notice-text.js'
import { toHoldId } from '../../../src/domain/ids.js'
import { aChange, aFinding } from '../../report/run-builders.js'
import { aRunEnded, heldDocument, heldNotice, night, noticeOf, timedOut } from './a-notice.js'

const zone = { language: 'en', timeZone: 'Europe/Amsterdam' } as const

describe('the subject line of a notice', () => {
  it.each([
    { notice: heldNotice, line: 'nmbrs-sync acme: 2 changes wait, 1 person is blocked' },
    {
      notice: noticeOf(aRunEnded({ run: { result: 'failed' } }, { failure: timedOut }), 'failed'),
      line: 'nmbrs-sync acme: the run failed (nmbrs-timeout)',
    },
    {
      notice: noticeOf(aRunEnded({ ...heldDocument, run: { result: 'failed' } }), 'failed'),
      line: 'nmbrs-sync acme: some writes failed, 2 changes wait, 1 person is blocked',
    },
    { notice: noticeOf(aRunEnded(), 'recovered'), line: 'nmbrs-sync acme: works again' },
    {
      notice: noticeOf(
        {
          type: 'quarantined',
          at: night,
          connection: 'acme',
          failures: 5,
          failure: timedOut,
          nextTryAt: '2026-11-23T01:00:00.000Z',
        },
        'quarantined',
      ),
      line: 'nmbrs-sync acme: tried less often after 5 failed runs in a row (nmbrs-timeout)',
    },
    {
      notice: noticeOf({ type: 'config-rejected', at: night, message: 'not usable', problems: [] }, 'failed'),
      line: 'nmbrs-sync: the changed configuration is not usable',
    },
    { notice: buildTestNotice(night), line: 'nmbrs-sync: this is a test' },
  ])('is "$line"', ({ notice, line }) => {
    expect(toSubjectLine(notice, 'en')).toBe(line)
  })
})

describe('the text of a notice', () => {
  it('says what waits, what was done and what to do, in counts, codes and commands', () => {
    expect(toNoticeText(heldNotice, zone)).toBe(`nmbrs-sync acme: 2 changes wait, 1 person is blocked

Run
  run-1: done, with something held
  from 22 November 2026, 02:00 (Europe/Amsterdam) to 22 November 2026, 02:05 (Europe/Amsterdam)
  8 people read, 7 in scope, 5 connected, 1 not connected, 0 left out, 1 blocked

Waiting for a person
  2 changes: first contact (first-contact)

Changes
  2 × change address: done
  2 × change bank account: held

Findings
  2 × held: first contact (first-contact)
  1 × error: a required field is missing (required-field-missing)
  1 × warning: changed in Nmbrs (drift)

Next
  nmbrs-sync runs show run-1 --connection acme
  nmbrs-sync status --not-connected --connection acme

Sent by nmbrs-sync. It holds counts and codes only; who is concerned, the commands show.
`)
  })

  it('says what went wrong and how to go on', () => {
    const notice = noticeOf(aRunEnded({ run: { result: 'failed' } }, { failure: timedOut }), 'failed')

    const text = toNoticeText(notice, zone)

    expect(text).toContain(`What went wrong\n  ${timedOut.message}\n  ${timedOut.remedy ?? ''}`)
    expect(text).toContain('nmbrs-sync doctor --connection acme')
  })

  it('says since when nothing changed', () => {
    const notice = noticeOf(aRunEnded(heldDocument), 'held', '2026-11-15T01:05:00.000Z')

    expect(toNoticeText(notice, zone)).toContain(
      'Unchanged since 15 November 2026, 02:05 (Europe/Amsterdam).',
    )
  })

  it('names the holds that a person can release, and the command that lists them', () => {
    const changes = Array.from({ length: 22 }, () =>
      aChange({ section: 'bankAccount', outcome: 'held', reason: 'bank-account-changed' }),
    )
    const findings = changes.map((_, index) =>
      aFinding({ code: 'bank-account-changed', severity: 'error', hold: toHoldId(`K7M2${index + 10}`) }),
    )

    const text = toNoticeText(
      noticeOf(aRunEnded({ run: { result: 'held' }, changes, findings }), 'held'),
      zone,
    )

    expect(text).toMatch(
      /22 changes: .+ \(bank-account-changed\), held as K7M210, K7M211, .+, K7M229 and 2 more\n/,
    )
    expect(text).toContain('nmbrs-sync holds --connection acme\n')
  })

  it('says which limit was reached, and the command that lifts it', () => {
    const over = aFinding({
      code: 'threshold-exceeded',
      severity: 'error',
      message: '50 people would be created, the limit is 10',
      remedy: 'nmbrs-sync sync --connection acme --allow create=50',
    })

    const text = toNoticeText(
      noticeOf(aRunEnded({ run: { result: 'held' }, findings: [over] }), 'held'),
      zone,
    )

    expect(text).toContain(
      'Limits\n  50 people would be created, the limit is 10. nmbrs-sync sync --connection acme --allow create=50\n',
    )
  })

  it('gives a program what to do about a failure as actions beside the words', () => {
    const failure = { ...timedOut, remedy: 'Look at the account: nmbrs-sync doctor --connection acme' }
    const failureOf = (one: typeof timedOut): unknown =>
      toNoticeJson(noticeOf(aRunEnded({ run: { result: 'failed' } }, { failure: one }), 'failed'), 'nl')

    expect(failureOf(failure)).toMatchObject({
      failure: {
        code: 'nmbrs-timeout',
        remedy: failure.remedy,
        actions: [{ command: 'doctor', arguments: ['--connection', 'acme'], asks: [] }],
      },
    })
    expect(failureOf(timedOut)).toMatchObject({ failure: { remedy: timedOut.remedy, actions: [] } })
  })

  it('names no person', () => {
    const everywhere = [
      toNoticeText(heldNotice, zone),
      toNoticeHtml(heldNotice, zone),
      JSON.stringify(toNoticeJson(heldNotice, 'en')),
    ]

    for (const text of everywhere) expect(text).not.toMatch(/\ba[1-7]\b|10023/)
  })

  it('takes out what looks like personal data, should a message hold it', () => {
    const failure = { ...timedOut, message: 'broke at NL91ABNA0417164300 of jan.geheim@example.nl' }

    const text = toNoticeText(noticeOf(aRunEnded({ run: { result: 'failed' } }, { failure }), 'failed'), zone)

    expect(text).not.toMatch(/ABNA|geheim/)
  })
})

describe('the page of a notice', () => {
  it('holds nothing that is fetched or run', () => {
    const html = toNoticeHtml(heldNotice, zone)

    expect(html).not.toMatch(/<(?:img|script|link|iframe|a)\b|https?:|url\(/i)
    expect(html).toContain('<pre>nmbrs-sync runs show run-1 --connection acme\n')
  })

  it.each([
    ['nl', 'Koppeling', '22 november 2026, 02:05 (Europe/Amsterdam)', 'Volgende stap'],
    ['sv', 'Koppling', '22 november 2026, 02:05 (Europe/Amsterdam)', 'Nästa steg'],
    ['da', 'Forbindelse', '22. november 2026, 02.05 (Europe/Amsterdam)', 'Næste trin'],
  ] as const)(
    'says connection, moment and next step in %s, in the style of every page',
    (language, ...words) => {
      const html = toNoticeHtml(heldNotice, { ...zone, language })

      for (const word of words) expect(html).toContain(word)
      expect(html).toContain('<table class="pairs">')
      expect(html).not.toContain('style="')
    },
  )

  it('shows signs of HTML as text', () => {
    const failure = { ...timedOut, message: `company "A & B" <b>'` }

    const html = toNoticeHtml(noticeOf(aRunEnded({ run: { result: 'failed' } }, { failure }), 'failed'), zone)

    expect(html).toContain('company &quot;A &amp; B&quot; &lt;b&gt;&#39;')
  })
})

describe('a notice in another language', () => {
  it.each([
    ['nl', 'nmbrs-sync acme: 2 wijzigingen wachten, 1 persoon is geblokkeerd', 'Wacht op akkoord'],
    ['sv', 'nmbrs-sync acme: 2 ändringar väntar, 1 person är spärrad', 'Väntar på godkännande'],
    ['da', 'nmbrs-sync acme: 2 ændringer venter, 1 person er spærret', 'Venter på godkendelse'],
  ] as const)('says the same in %s, in its subject and in its parts', (language, subject, heading) => {
    const look = { ...zone, language }
    const text = toNoticeText(heldNotice, look)

    expect(toSubjectLine(heldNotice, language)).toBe(subject)
    expect(text).toContain(`\n${heading}\n`)
    expect(toNoticeHtml(heldNotice, look)).toContain(`<html lang="${language}">`)
    // Commands are to be pasted, and what programs read does not change.
    expect(text).toContain('  nmbrs-sync runs show run-1 --connection acme')
    expect(toNoticeJson(heldNotice, language)).toEqual({
      ...toNoticeJson(heldNotice, 'en'),
      language,
      subject,
    })
  })
})

describe('a limit that was reached', () => {
  it.each([
    ['nl', '12 personen zouden worden aangemaakt', 'Klopt dat, sta het dan toe'],
    ['sv', '12 personer skulle skapas', 'Om det stämmer'],
    ['da', '12 personer ville blive oprettet', 'Hvis det er rigtigt'],
  ] as const)('is said in %s, with the command as it is', (language, ...words) => {
    const over = aFinding({
      code: 'threshold-exceeded',
      severity: 'error',
      message:
        '12 people would be created or filled in for the first time; the limit of create is 10 with 5 connected, so none of it is sent',
      remedy: 'If that is right, allow it for one run: nmbrs-sync sync --connection acme --allow create=12',
    })
    const notice = noticeOf(aRunEnded({ run: { result: 'held' }, findings: [over] }), 'held')

    const text = toNoticeText(notice, { ...zone, language })

    for (const word of words) expect(text).toContain(word)
    expect(text).toContain('nmbrs-sync sync --connection acme --allow create=12')
    expect(text).not.toMatch(/would be created|If that is right/)
  })
})

describe('the document of a notice', () => {
  it('has the same keys whatever it is about', () => {
    const keys = Object.keys(toNoticeJson(heldNotice, 'en'))

    expect(Object.keys(toNoticeJson(buildTestNotice(night), 'en'))).toEqual(keys)
    expect(JSON.parse(JSON.stringify(toNoticeJson(buildTestNotice(night), 'en')))).toEqual({
      version: 1,
      kind: 'test',
      connection: null,
      at: night,
      headline: 'this is a test',
      run: null,
      soapEnd: null,
      failure: null,
      quarantine: null,
      check: null,
      application: null,
      unchangedSince: null,
      commands: [],
      language: 'en',
      subject: 'nmbrs-sync: this is a test',
    })
  })
})
