import { describe, expect, it } from '@jest/globals'

import type { Actor } from '../../src/domain/audit/actor.js'
import { auditKinds, type AuditEntry, type AuditKind } from '../../src/domain/audit/audit.js'
import { formatAuditHead, parseAuditHead } from '../../src/domain/audit/audit-head.js'
import { toRunId, toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { buildAuditList, buildVerdictText } from '../../src/report/operations/audit-text.js'
import { buildAuditView } from '../../src/report/operations/audit-view.js'
import { toAuditWords } from '../../src/report/operations/audit-words.js'
import { toLook } from '../../src/report/kit/look.js'

const look = toLook({ colour: false, width: 200, showNames: false, timeZone: 'Europe/Amsterdam' })

const hash = 'h'.repeat(43)

const anEntry = (differs: Partial<AuditEntry> = {}): AuditEntry => ({
  number: 1,
  at: '2026-11-22T08:00:00.000Z',
  actor: 'Ann' as Actor,
  connection: 'acme',
  runId: toRunId('run-1'),
  kind: 'write-ended',
  companyId: toTargetCompanyId('1234'),
  subject: toSourceEmployeeId('a1'),
  targetId: toTargetEmployeeId('501'),
  section: 'address',
  operation: 'update',
  fields: ['City', 'Street'],
  code: 'applied',
  detail: null,
  reason: null,
  reference: '7',
  hash,
  ...differs,
})

const aLink = (differs: Partial<AuditEntry>): AuditEntry =>
  anEntry({ kind: 'link-changed', section: null, operation: null, fields: null, reference: null, ...differs })

describe('the words of an audit entry', () => {
  it.each<[string, AuditEntry]>([
    [
      'about to change address (street, city) of Nmbrs employee 501',
      anEntry({ kind: 'write-begun', code: null }),
    ],
    ['change address (street, city) of Nmbrs employee 501: done', anEntry()],
    [
      'change address (street, city) of Nmbrs employee 501: unknown (the answer was lost)',
      anEntry({ code: 'unknown', detail: 'write-unknown' }),
    ],
    [
      'create employee: looked up later, it was not done',
      anEntry({
        kind: 'write-settled',
        operation: 'create',
        section: 'employee',
        fields: null,
        targetId: null,
        code: 'found-not-applied',
      }),
    ],
    [
      'about to replace bank account 71 of Nmbrs employee 501',
      anEntry({ kind: 'bank-account-ending', detail: '71', code: null }),
    ],
    ['bank account 71 of Nmbrs employee 501 ended', anEntry({ kind: 'bank-account-ended', detail: '71' })],
    [
      'connected to Nmbrs employee 501, matched by workEmail+birthDate',
      aLink({ code: 'connected', detail: 'rule:workEmail+birthDate' }),
    ],
    ['disconnected from Nmbrs employee 501', aLink({ code: 'disconnected' })],
    [
      'left out until 2026-12-31 "paid elsewhere"',
      aLink({ code: 'ignored', targetId: null, detail: '2026-12-31', reason: 'paid elsewhere' }),
    ],
    ['to be created', aLink({ code: 'create-wanted', targetId: null })],
    ['no longer left out', aLink({ kind: 'link-forgotten', code: 'ignored', targetId: null })],
    [
      'allowed for this run: past-periods',
      aLink({ kind: 'allowed-once', code: 'past-periods', targetId: null }),
    ],
    [
      'settings: changed, (nmbrs.token, thresholds.create.max)',
      aLink({
        kind: 'setting-changed',
        code: 'changed',
        fields: ['nmbrs.token', 'thresholds.create.max'],
        targetId: null,
      }),
    ],
    [
      'hold 12 released of Nmbrs employee 501: bank-account-changed, bank account (IBAN) "asked him"',
      anEntry({
        kind: 'hold-released',
        section: 'bankAccount',
        fields: ['IBAN'],
        code: 'bank-account-changed',
        reference: '12',
        reason: 'asked him',
      }),
    ],
  ])('are: %s', (words, entry) => {
    expect(toAuditWords(entry, 'en')).toBe(words)
  })

  it.each(Object.keys(auditKinds) as AuditKind[])('are never empty: %s', (kind) => {
    const bare = anEntry({ kind, code: null, detail: null, fields: null, section: null, operation: null })

    expect(toAuditWords(bare, 'en')).toMatch(/\w{4}/)
  })

  it('let no typed text move the cursor or begin a line', () => {
    const entry = aLink({ code: 'ignored', targetId: null, reason: 'a\u001b[2Jb\r\nc\u2028d' })

    expect(toAuditWords(entry, 'en')).toBe('left out "a [2Jb c d"')
  })
})

describe('the list of audit entries', () => {
  it('says when, who, for whom, in which run and what, and leaves out beginnings that have an end', () => {
    const begun = anEntry({ kind: 'write-begun', code: null })
    const unfinished = anEntry({ number: 3, kind: 'write-begun', code: null, reference: '8' })

    const lines = buildAuditList(buildAuditView([begun, anEntry({ number: 2 }), unfinished]), look).split(
      '\n',
    )

    expect(lines).toEqual([
      'no.  time                 who  connection  person  run    what',
      '2    2026-11-22 09:00:00  Ann  acme        a1      run-1  change address (street, city) of Nmbrs employee 501: done',
      '3    2026-11-22 09:00:00  Ann  acme        a1      run-1  about to change address (street, city) of Nmbrs employee 501',
      '',
    ])
  })

  it.each([
    ['has its number and came before it', [{ kind: 'write-ended' }, { kind: 'write-begun' }]],
    ['is about someone else', [{ kind: 'write-begun' }, { kind: 'write-ended', subject: 'a2' }]],
    ['is about another section', [{ kind: 'write-begun' }, { kind: 'write-ended', section: 'salary' }]],
    ['is of another connection', [{ kind: 'write-begun' }, { kind: 'write-ended', connection: 'noord' }]],
  ] as const)('shows the beginning of a write where the end that is listed %s', (_, differs) => {
    const entries = differs.map((one, index) =>
      anEntry({ number: index + 1, ...(one as Partial<AuditEntry>) }),
    )

    const shown = buildAuditView(entries).entries.filter(({ endIsListed }) => !endIsListed)

    expect(shown).toHaveLength(2)
  })

  it('says that there are none', () => {
    expect(buildAuditList(buildAuditView([]), look)).toBe('No such entries.\n')
  })
})

describe('the verdict on the audit record', () => {
  const head = { number: 2, at: '2026-11-22T08:00:00.000Z', hash }

  it('tells how to see whether the end was cut off, as long as nobody kept a line', () => {
    const text = buildVerdictText({ entries: 2, head, flaw: undefined }, false, look)

    expect(text).toContain('is whole: 2 entries, the last of 2026-11-22 09:00:00')
    expect(text).toContain('nmbrs-sync audit head')
    expect(buildVerdictText({ entries: 2, head, flaw: undefined }, true, look)).toContain(
      'holds the entry that you kept',
    )
  })

  it.each(['changed', 'missing', 'cut-off', 'other-chain'] as const)(
    'names the entry and the next step: %s',
    (problem) => {
      const text = buildVerdictText({ entries: 2, head, flaw: { number: 17, problem } }, true, look)

      expect(text).toContain('entry 17')
      expect(text).toMatch(/\nNext: .*nmbrs-sync audit list/)
    },
  )
})

describe('the line of the head', () => {
  const head = { number: 57, at: '2026-11-22T08:00:00.000Z', hash: 'Ab_-'.repeat(10) + 'xyz' }

  it('is read as it was written, also when a file or a mail added blanks and line ends', () => {
    expect(parseAuditHead(formatAuditHead(head))).toEqual(head)
    expect(parseAuditHead(`  ${formatAuditHead(head).replaceAll(' ', '\n  ')}\r\n`)).toEqual(head)
  })

  it.each(['', '57', '57 2026-11-22 abc', `0 ${head.at} ${head.hash}`, `57 ${head.at} ${head.hash}x`])(
    'is not taken from %j',
    (text) => {
      expect(parseAuditHead(text)).toBeUndefined()
    },
  )
})
