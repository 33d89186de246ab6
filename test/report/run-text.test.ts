import { describe, expect, it } from '@jest/globals'

import { findingCodes } from '../../src/domain/findings/catalogue.js'
import { outcomes } from '../../src/domain/change.js'
import type { RunDocument } from '../../src/domain/run/run.js'
import { buildChangeList } from '../../src/report/sync/change-list.js'
import { toCallsSentence, toChangesSentence, toPeopleSentence } from '../../src/report/kit/count-words.js'
import { buildFindingList } from '../../src/report/sync/finding-list.js'
import { toLook } from '../../src/report/kit/look.js'
import { buildReviewText, buildRunText } from '../../src/report/sync/run-text.js'
import { toChangeViews } from '../../src/report/sync/view/change-view.js'
import { toCauses } from '../../src/report/sync/view/finding-causes.js'
import { buildReviewView, buildRunView } from '../../src/report/sync/view/run-view.js'
import { toReasonWords } from '../../src/report/kit/words.js'
import { aChange, aDocument, aFinding, namedLook, plainLook } from './run-builders.js'

const findName = (subject: string): string | undefined => (subject === 'a1' ? 'Noor Testveld' : undefined)
const toText = (document: RunDocument, shown: { listed?: number; reviewed?: boolean } = {}): string =>
  buildRunText(buildRunView(document, { findName }), shown, plainLook)

describe('the list of changes', () => {
  const changes = [
    aChange({
      subject: 'a2',
      kind: 'create',
      section: 'employee',
      targetId: null,
      fields: ['LastName', 'FirstName'],
    }),
    aChange({
      subject: 'a2',
      section: 'bankAccount',
      targetId: null,
      fields: ['BIC', 'IBAN'],
      outcome: 'held',
      reason: 'first-contact',
    }),
    aChange(),
  ]

  it('groups changes by person, in plain words', () => {
    expect(buildChangeList(toChangeViews(changes, { findName }), plainLook)).toEqual([
      'a1, Nmbrs 10023',
      '  change  address       to send  street, city',
      'a2, not in Nmbrs yet',
      '  create  employee      to send  first name, last name',
      '  change  bank account  held     IBAN, BIC (first contact)',
    ])
  })

  it('shows names only where names may be shown', () => {
    expect(buildChangeList(toChangeViews(changes, { findName }), namedLook)).toContain(
      'Noor Testveld  a1, Nmbrs 10023',
    )
  })

  it('adds the masked values when they are asked for', () => {
    const findValues = () => ({
      Street: { before: 'P**', after: 'N**' },
      City: { before: null, after: 'U**' },
    })

    const lines = buildChangeList(toChangeViews([aChange()], { findName, findValues }), plainLook)

    expect(lines.map((line) => line.trim())).toEqual([
      'a1, Nmbrs 10023',
      'change  address  to send  street, city',
      'street: P** → N**',
      'city: U**',
    ])
  })

  it('colours outcomes only when colour is on', () => {
    const coloured = toLook({ colour: true, width: 100, showNames: false })
    const every = outcomes.map((outcome) => aChange({ outcome }))

    expect(buildChangeList(toChangeViews(every, { findName }), coloured).join('')).toContain('\u001b[')
    expect(buildChangeList(toChangeViews(every, { findName }), plainLook).join('')).not.toContain('\u001b[')
  })

  it('has words for every code a change can be held for', () => {
    for (const code of findingCodes) expect(toReasonWords(code, 'en')).not.toBe(code)
  })
})

describe('the list of findings', () => {
  it('puts errors first and says the same of several people once', () => {
    const findings = [
      aFinding({ subject: 'a2', section: 'address', field: 'Street' }),
      aFinding({ subject: 'a1', section: 'address', field: 'Street' }),
      aFinding({
        code: 'iban-invalid',
        severity: 'error',
        section: 'bankAccount',
        message: 'Wrong',
        remedy: 'Correct it',
      }),
      aFinding({ code: 'person-ignored', severity: 'info', message: 'Left out', remedy: 'Nothing to do' }),
    ]

    expect(buildFindingList(toCauses(findings, findName), namedLook)).toEqual([
      'error    bank account: Wrong',
      '         Noor Testveld (a1)',
      '         Next: Correct it',
      'warning  address, street: Street was changed in Nmbrs; the Nmbrs value is kept',
      '         Noor Testveld (a1), a2',
      '         Next: Look at it: nmbrs-sync explain SOURCE',
      'info     Left out',
      '         Noor Testveld (a1)',
      '         Next: Nothing to do',
    ])
  })

  it('says one cause once: what is held of a bank account, and a number that two people have', () => {
    const account = { section: 'bankAccount', message: 'Another account' } as const
    const doubled = (subject: string, other: string) =>
      aFinding({
        subject,
        code: 'employee-number-duplicate',
        severity: 'error',
        message: `The same employee number is on ${other} in this company; none of these numbers is sent`,
        remedy: 'Give each of them a different number in AlexisHR. The next sync will pick this up.',
      })
    const lines = buildFindingList(
      toCauses(
        [
          aFinding({ ...account, code: 'bank-account-changed', severity: 'error' }),
          aFinding({ ...account, code: 'first-contact' }),
          aFinding({ ...account, code: 'first-contact', subject: 'a9', message: 'Was there before' }),
          ...[doubled('a2', 'a3'), doubled('a3', 'a2'), doubled('a4', 'a5'), doubled('a5', 'a4')],
        ],
        findName,
      ),
      plainLook,
    )

    expect(lines.filter((line) => /^(error|held|warning)/.test(line))).toEqual([
      ...['', ''].map(
        () =>
          'error    These people have the same employee number in one company; none of these numbers is sent',
      ),
      'held     bank account: Another account',
      'warning  bank account: Was there before',
    ])
    expect(lines).toContain('         a2, a3')
    expect(lines).toContain('         a4, a5')
  })

  it('shows ids alone where names may not be shown', () => {
    expect(buildFindingList(toCauses([aFinding()], findName), plainLook).join('\n')).not.toContain('Noor')
  })

  it('keeps to the width of the screen', () => {
    const narrow = toLook({ colour: false, width: 50, showNames: false })
    const finding = aFinding({ message: 'word '.repeat(40).trim() })

    for (const line of buildFindingList(toCauses([finding], findName), narrow))
      expect(line.length).toBeLessThanOrEqual(50)
  })
})

describe('the sentences of a run', () => {
  it.each([
    [
      { read: 1, inScope: 1, linked: 1, notConnected: 0, ignored: 0, blocked: 0 },
      '1 person read, 1 in scope: 1 connected, 0 not connected.',
    ],
    [
      { read: 9, inScope: 8, linked: 5, notConnected: 2, ignored: 1, blocked: 2 },
      '9 people read, 8 in scope: 5 connected, 2 not connected, 1 left out; 2 blocked by a missing required field.',
    ],
  ])('count people', (people, sentence) => {
    expect(toPeopleSentence(people, 'en')).toBe(sentence)
  })

  it('count changes by outcome, and leave out what did not happen', () => {
    const changes = [
      aChange({ outcome: 'applied' }),
      aChange({ outcome: 'applied' }),
      aChange({ outcome: 'held' }),
    ]

    expect(toChangesSentence(changes, 'en')).toBe('3 changes: 2 done, 1 held.')
    expect(toChangesSentence([], 'en')).toBe('')
  })

  it('count calls', () => {
    expect(toCallsSentence(aDocument().calls, 'en')).toBe('1 call to AlexisHR, 3 to Nmbrs.')
  })
})

describe('the text of a run', () => {
  it('says when there is nothing to do', () => {
    const text = toText(aDocument())

    expect(text).toBe(
      'Plan for acme  run run-1\n\n' +
        'Nothing to do: Nmbrs already holds what AlexisHR says.\n' +
        '4 people read, 3 in scope: 2 connected, 1 not connected.\n' +
        '1 call to AlexisHR, 3 to Nmbrs.\n',
    )
  })

  it('says when all that differs is held', () => {
    const document = aDocument({ changes: [aChange({ outcome: 'held', reason: 'conflict' })] })

    expect(toText(document)).toContain('Nothing to send: what differs is held')
  })

  it.each([60, 2000])('says of %i people what it comes to and why nothing goes, then lists 20', (count) => {
    const subjects = Array.from({ length: count }, (_, index) => `p${String(index).padStart(4, '0')}`)
    const changes = subjects.map((subject) =>
      aChange({ subject, outcome: 'held', reason: 'threshold-exceeded' }),
    )
    const findings = [
      aFinding({
        code: 'threshold-exceeded',
        severity: 'error',
        message: 'Too many changes',
        subject: 'p0000',
      }),
      ...subjects.map((subject) => aFinding({ subject, code: 'drift', message: 'Moved' })),
    ]
    const document = aDocument({ changes, findings })

    const lines = toText(document, { listed: 20 }).split('\n')

    const firstPerson = lines.findIndex((line) => line.startsWith('p0000'))
    const before = lines.slice(0, firstPerson).join('\n')
    expect(before).toContain('Nothing to send: what differs is held.')
    expect(before).toContain(`${count} changes: ${count} held.`)
    expect(before).toMatch(/Held because: .+ \(\d+\)\./)
    expect(before).toContain('Too many changes')
    expect(lines.filter((line) => /^p\d{4}, Nmbrs/.test(line))).toHaveLength(20)
    expect(lines.join('\n')).toContain(`${count - 20} more people`)
    expect(lines.join(' ')).toContain(`and ${count - 20} more`)
    expect(lines.length).toBeLessThan(80)
    const whole = toText(document).split('\n')
    expect(whole.filter((line) => /^p\d{4}, Nmbrs/.test(line))).toHaveLength(count)
  })

  it.each([
    [20, 1],
    [21, 2],
  ])(
    'says of a sync of %i people %i times what it came to, first of all where they are many',
    (count, times) => {
      const changes = Array.from({ length: count }, (_, index) =>
        aChange({ subject: `a${index}`, outcome: 'applied' }),
      )
      const text = toText(aDocument({ run: { mode: 'sync' }, changes }))

      expect(text.match(new RegExp(`^${count} changes: ${count} done`, 'gm'))).toHaveLength(times)
      expect(text.indexOf('people read') < text.indexOf('a1, Nmbrs')).toBe(times === 2)
      expect(text.match(/, Nmbrs 10023$/gm)).toHaveLength(count)
      expect(text.trimEnd().split('\n').at(-1)).toMatch(/^Result: /)
    },
  )

  it('names the sync as the next step of a plan with changes', () => {
    const text = toText(aDocument({ changes: [aChange()] }))

    expect(text).toContain('Next: nmbrs-sync sync --connection acme\n')
  })

  it.each(['failed', 'unknown', 'skipped'] as const)(
    'names another sync as the next step when a change is %s',
    (outcome) => {
      const document = aDocument({ run: { mode: 'sync', result: 'failed' }, changes: [aChange({ outcome })] })

      const text = toText(document)

      expect(text).toContain('Sync of acme')
      expect(text).toContain('Result: failed.')
      expect(text).toContain('Next: nmbrs-sync sync --connection acme, once the causes above are gone')
    },
  )

  it('never claims that nothing is to be done after a run that did not reach its end', () => {
    for (const result of ['failed', 'aborted'] as const) {
      expect(toText(aDocument({ run: { result } }))).not.toContain('Nothing to')
    }
  })

  it('leaves out what went as the user was shown before', () => {
    const document = aDocument({
      run: { mode: 'sync', result: 'failed' },
      changes: [
        aChange({ subject: 'a1', outcome: 'applied' }),
        aChange({ subject: 'a2', outcome: 'held', reason: 'first-contact' }),
        aChange({ subject: 'a3', outcome: 'held', reason: 'target-moved' }),
        aChange({ subject: 'a4', outcome: 'failed', reason: 'write-refused' }),
      ],
      findings: [
        aFinding(),
        aFinding({ subject: 'a4', code: 'write-refused', message: 'Nmbrs refused the change' }),
      ],
    })

    const text = toText(document, { reviewed: true })

    expect(text).not.toContain('a1, Nmbrs')
    expect(text).not.toContain('a2, Nmbrs')
    expect(text).toContain('a3, Nmbrs')
    expect(text).toContain('a4, Nmbrs')
    expect(text).toContain('Nmbrs refused the change')
    expect(text).not.toContain('Street was changed')
    expect(text).toContain('4 changes: 1 done, 2 held, 1 failed.')
  })
})

describe('the review before a question', () => {
  it('shows changes, findings and their number', () => {
    const review = { connection: 'acme', changes: [aChange()], findings: [aFinding()], links: [] }

    const text = buildReviewText(buildReviewView(review, { findName }), plainLook)

    expect(text).toContain('Plan for acme')
    expect(text).toContain('street, city')
    expect(text).toContain('Street was changed in Nmbrs')
    expect(text).toContain('1 change: 1 to send.')
  })
})
