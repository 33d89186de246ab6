import { describe, expect, it } from '@jest/globals'

import type { CheckInput, FactAnswer } from '../../src/onboarding/check/check-input.js'
import type { FactResult } from '../../src/onboarding/check/fact-result.js'
import { checkFacts } from '../../src/onboarding/facts/check-facts.js'
import { isSamePerson } from '../../src/onboarding/facts/same-person.js'
import { aCheck, lost, read, refused, text, unread } from './a-check.js'
import { aProfile } from './a-profile.js'

/** A profile that asks for one fact, of the id `one`. */
const asking = (fact: string, file = 'polis.yaml') =>
  aProfile(
    [
      'calls: { CompanyService: { read: [List_GetAll] } }',
      `facts: [{ id: one, label: { nl: een, en: one }, ${fact} }]`,
    ],
    file,
  )

/** What becomes of one fact, answered so. */
const check = (fact: string, answer?: FactAnswer | string, given: Partial<CheckInput> = {}): FactResult => {
  const known = typeof answer === 'string' ? text(answer) : answer
  const answers = new Map(known === undefined ? [] : [['one', known] as const])
  const [result] = checkFacts(aCheck({ profiles: [asking(fact)], answers, ...given }))
  if (result === undefined) throw new Error('no fact')
  return result
}

const problemOf = ({ outcome }: FactResult): string =>
  outcome.verdict === 'wrong' ? outcome.problem.problem : outcome.verdict

const someone: FactAnswer = {
  kind: 'dga',
  present: true,
  people: [{ name: 'Piet Jansen', employeeNumber: '12' }],
}
const directorOf = (name: string, employeeNumber: string): FactAnswer => ({
  kind: 'dga',
  present: true,
  people: [{ name, employeeNumber }],
})

const unreachable: Partial<CheckInput> = {
  readings: {},
  probes: new Map([['CompanyService:List_GetAll', lost]]),
}

describe('a fact that is only checked by its form', () => {
  it.each([
    ['type: text', ' Polis & Co ', 'Polis & Co'],
    ['type: text, choices: [Nmbrs, Loket]', 'nmbrs', 'Nmbrs'],
    ["type: text, pattern: '[A-Z]{2}[0-9]+'", 'AB12', 'AB12'],
    ['type: email', ' salaris@acme.example ', 'salaris@acme.example'],
    ['type: contract-number', 'RC-2024/001', 'RC-2024/001'],
    ['type: wage-tax-number', '1234.56.782 l 01', '123456782L01'],
  ])('is taken: { %s } answered %j', (fact, answer, value) => {
    expect(check(fact, answer)).toMatchObject({
      value: { kind: 'text', text: value },
      origin: 'answer',
      outcome: { verdict: 'given' },
      requiredBy: ['polis'],
    })
  })

  it.each([
    ['type: text, choices: [Nmbrs, Loket]', 'Excel', 'form'],
    ["type: text, pattern: '[A-Z]{2}[0-9]+'", 'xAB12', 'form'],
    ['type: text', 'x'.repeat(301), 'form'],
    ['type: email', 'salaris.acme.example', 'form'],
    ['type: contract-number', 'none', 'form'],
    ['type: contract-number', '12 <b>', 'form'],
    ['type: wage-tax-number', '123456782', 'form'],
    ['type: wage-tax-number', '123456789L01', 'check-digit'],
    ['type: yes-no', 'misschien', 'form'],
    ['type: payroll-frequency', 'daily', 'form'],
    ['type: nmbrs-domain', 'acme.example', 'form'],
    ['type: dga', 'ja', 'form'],
  ])('is wrong: { %s } answered %j', (fact, answer, problem) => {
    expect(problemOf(check(fact, answer))).toBe(problem)
  })

  it('says yes or no', () => {
    expect(check('type: yes-no', 'Nee')).toMatchObject({ value: { kind: 'yes-no', yes: false } })
  })

  it.each([undefined, '', '  '])(
    'is missing when it was answered %j, unless it may be left out',
    (answer) => {
      expect(check('type: text', answer)).toMatchObject({
        value: null,
        origin: null,
        outcome: { verdict: 'missing' },
      })
      expect(check('type: text, optional: true', answer).outcome).toEqual({ verdict: 'left-out' })
    },
  )

  it('falls back on what the profile says', () => {
    expect(check('type: text, standard: Visma Nmbrs')).toMatchObject({
      value: { kind: 'text', text: 'Visma Nmbrs' },
      origin: 'profile',
    })
  })
})

describe('the company name', () => {
  it('is right only when it is the same to the letter', () => {
    expect(check('type: company-name', 'Acme  B.V.').outcome).toEqual({ verdict: 'right' })
  })

  it('shows the first letter that differs', () => {
    expect(check('type: company-name', 'Acme B.V.').outcome).toMatchObject({
      verdict: 'wrong',
      problem: {
        problem: 'text-differs',
        difference: { position: 6, kind: 'blank', given: { letter: 'B' }, actual: { letter: ' ' } },
      },
    })
  })

  it('counts blanks around an answer too', () => {
    expect(problemOf(check('type: company-name', 'Acme  B.V. '))).toBe('text-differs')
  })

  it('is handed in as the account has it when nobody gave it', () => {
    expect(check('type: company-name')).toMatchObject({
      value: { kind: 'text', text: 'Acme  B.V.' },
      origin: 'account',
      outcome: { verdict: 'right' },
    })
  })

  it('of the connection is compared as well', () => {
    const { account } = aCheck()

    expect(
      check('type: company-name', undefined, { account: { ...account, companyName: 'acme  B.V.' } }),
    ).toMatchObject({ origin: 'connection', outcome: { verdict: 'wrong' } })
  })

  it('is unchecked, and not wrong, when the list of companies is switched off', () => {
    const call = { service: 'CompanyService', call: 'List_GetAll' } as const

    expect(
      check('type: company-name', 'Acme', { readings: { companies: unread(call, '1002') } }).outcome,
    ).toEqual({
      verdict: 'unchecked',
      call,
      because: 'inactive',
    })
  })

  it('is unchecked when the account does not see the company', () => {
    expect(check('type: company-name', 'Acme', { companyId: '99' }).outcome).toMatchObject({
      verdict: 'unchecked',
      because: 'outside-filter',
    })
  })
})

describe('the domain', () => {
  it('is read from a pasted address and compared with the environment', () => {
    expect(check('type: nmbrs-domain', 'https://Acme.nmbrs.nl/x')).toMatchObject({
      value: { text: 'acme' },
      outcome: { verdict: 'right' },
    })
    expect(check('type: nmbrs-domain', 'other').outcome).toEqual({
      verdict: 'wrong',
      problem: { problem: 'differs', actual: 'acme' },
    })
  })

  it('of the connection is right when the account was let in with it, though the environment cannot be asked', () => {
    const call = { service: 'DebtorService', call: 'Environment_Get' } as const

    expect(
      check('type: nmbrs-domain', undefined, { readings: { domain: unread(call, '1002') } }),
    ).toMatchObject({
      value: { text: 'acme' },
      origin: 'connection',
      outcome: { verdict: 'right' },
    })
  })

  it('is unchecked when nothing could be asked', () => {
    expect(check('type: nmbrs-domain', 'acme', unreachable).outcome).toMatchObject({ verdict: 'unchecked' })
  })
})

describe('the user name and the token', () => {
  it('are right when the account was let in with them', () => {
    expect(check('type: nmbrs-user', 'API@acme.example').outcome).toEqual({ verdict: 'right' })
    expect(check('type: api-token')).toMatchObject({
      value: { kind: 'present' },
      outcome: { verdict: 'right' },
    })
  })

  it('are only given when nothing was answered', () => {
    expect(check('type: nmbrs-user', undefined, unreachable).outcome).toEqual({ verdict: 'given' })
    expect(check('type: api-token', undefined, unreachable).outcome).toEqual({ verdict: 'given' })
  })

  it('are told apart from another user', () => {
    expect(check('type: nmbrs-user', 'else@acme.example').outcome).toMatchObject({
      problem: { problem: 'differs', actual: 'api@acme.example' },
    })
  })

  it('say that there is no token', () => {
    const { account } = aCheck()

    expect(check('type: api-token', undefined, { account: { ...account, hasToken: false } }).outcome).toEqual(
      {
        verdict: 'missing',
      },
    )
  })

  it('never repeat the token, not even when it was given as an answer', () => {
    expect(JSON.stringify(check('type: api-token', 'sesam-open-u'))).not.toContain('sesam')
  })
})

describe('the payroll frequency', () => {
  it.each([
    ['maandelijks', 'month', 'right'],
    ['4-wekelijks', 'four-weeks', 'right'],
    ['weekly', 'week', 'right'],
    ['maandelijks', 'four-weeks', 'differs'],
  ] as const)('answered %s is compared with a period of type %s: %s', (answer, type, expected) => {
    const readings = { period: read({ year: 2026, period: 11, type }) }

    expect(problemOf(check('type: payroll-frequency', answer, { readings }))).toBe(expected)
  })

  it('is taken from the current period when nobody gave it', () => {
    expect(check('type: payroll-frequency')).toMatchObject({
      value: { kind: 'frequency', frequency: 'monthly' },
      origin: 'account',
      outcome: { verdict: 'right' },
    })
  })

  it('is wrong when the consumer has no place for it, though the account has it', () => {
    const readings = { period: read({ year: 2026, period: 40, type: 'week' as const }) }

    expect(
      problemOf(check('type: payroll-frequency, choices: [monthly, four-weekly]', undefined, { readings })),
    ).toBe('form')
  })
})

describe('a director and major shareholder', () => {
  it('need not be there', () => {
    expect(check('type: dga', 'nee')).toMatchObject({
      value: { kind: 'dga', present: false },
      outcome: { verdict: 'given' },
    })
  })

  it('is looked up by employee number', () => {
    expect(check('type: dga', someone)).toMatchObject({ value: someone, outcome: { verdict: 'right' } })
  })

  it.each([
    [
      'nobody has the number',
      directorOf('Piet Jansen', '12'),
      { employees: new Map([['12', read([])]]) },
      'not-found',
    ],
    ['somebody else has the number', directorOf('Anna de Vries', '12'), aCheck().readings, 'other-person'],
    ['nobody looked', directorOf('Piet Jansen', '13'), aCheck().readings, 'unchecked'],
    ['the number is none', directorOf('Piet Jansen', 'twaalf'), aCheck().readings, 'form'],
    ['there is no name', directorOf(' ', '12'), aCheck().readings, 'form'],
  ])('is not right when %s', (_, answer, readings, expected) => {
    expect(problemOf(check('type: dga', answer, { readings }))).toBe(expected)
  })

  it('who is wrong counts for more than one who is right', () => {
    const both: FactAnswer = {
      kind: 'dga',
      present: true,
      people: [
        { name: 'Piet Jansen', employeeNumber: '12' },
        { name: 'Anna de Vries', employeeNumber: '12' },
      ],
    }

    expect(problemOf(check('type: dga', both))).toBe('other-person')
  })

  it.each([
    ['Jansen, P.', 'Piet Jansen', true],
    ['P. van den Berg', 'Van den Berg', true],
    ['Ömer Çelik', 'omer celik', true],
    // A first name alone is that of many.
    ['Ömer Çelik', 'omer', false],
    ['Piet Jansen', 'Piet de Vries', false],
    ['Jansen, Piet', 'Piet', false],
    ['Piet Jansen', 'Kees Jansen', false],
    ['Anna de Vries - Jansen', 'Anna Jansen', true],
    ['Jan van den Berg', 'Anna van den Bos', false],
    ['', 'Piet Jansen', true],
    ['P.', 'Piet Jansen', true],
  ])('called %j can be %j: %s', (left, right, expected) => {
    expect(isSamePerson(left, right)).toBe(expected)
  })
})

describe('the tag', () => {
  it('is found in any letter case', () => {
    expect(check('type: debtor-tag', ' A.S.R. ').outcome).toEqual({ verdict: 'right' })
  })

  it('that is not there is wrong, and those that are there are shown', () => {
    expect(check('type: debtor-tag', 'asr').outcome).toEqual({
      verdict: 'wrong',
      problem: { problem: 'tag-missing', tags: ['a.s.r.', 'Horeca'] },
    })
  })

  it('is unchecked when the tags could not be read', () => {
    const call = { service: 'DebtorService', call: 'Tags_Get' } as const

    expect(
      check('type: debtor-tag', 'a.s.r.', { readings: { debtor: unread(call, '1003') } }).outcome,
    ).toEqual({
      verdict: 'unchecked',
      call,
      because: 'outside-filter',
    })
  })
})

describe('the facts of several profiles', () => {
  it('are told once each, with everybody who asks for them', () => {
    const profiles = [asking('type: text', 'a.yaml'), { ...asking('type: text', 'b.yaml'), id: 'other' }]

    expect(checkFacts(aCheck({ profiles }))).toMatchObject([{ id: 'one', requiredBy: ['polis', 'other'] }])
  })

  it('are wrong when they are wrong for one of them', () => {
    const profiles = [asking('type: text'), { ...asking('type: text, choices: [Loket]'), id: 'other' }]
    const answers = new Map([['one', text('Nmbrs')]])

    expect(checkFacts(aCheck({ profiles, answers }))[0]?.outcome.verdict).toBe('wrong')
  })

  it('are missing when one of them cannot do without', () => {
    const profiles = [asking('type: text, optional: true'), { ...asking('type: text'), id: 'other' }]

    expect(checkFacts(aCheck({ profiles }))[0]?.outcome.verdict).toBe('missing')
  })

  it('never call a look-up that was refused wrong', () => {
    const call = { service: 'CompanyService', call: 'List_GetAll' } as const
    const codes = ['1001', '1002', '1003', '1004', '2003', '2004', '2009', '9999']
    const answers = new Map([['one', text('acme')]])

    for (const code of codes) {
      const gone = unread(call, code)
      const readings = { companies: gone, period: gone, domain: gone, debtor: gone }
      for (const type of ['company-name', 'nmbrs-domain', 'debtor-tag']) {
        const input = aCheck({
          profiles: [asking(`type: ${type}`)],
          answers,
          readings,
          probes: new Map([['x', refused(code)]]),
        })

        expect(checkFacts(input)[0]?.outcome.verdict).toBe('unchecked')
      }
    }
  })
})
