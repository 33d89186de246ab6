import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { importList, type ImportEnd, type ImportRequest } from '../../../src/access/import/import-list.js'
import { surpriseCodes } from '../../../src/access/import/surprise.js'
import { surpriseTexts } from '../../../src/access/import/surprise-texts.js'
import { noRequests, type KnownAccess } from '../../../src/access/work/order.js'
import type { AccessPerson } from '../../../src/access/person.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { ConfigError } from '../../../src/domain/errors.js'
import { aContact, aKnown, aLogin, anEmployee, anInput, anOrder, planWork, theLoginOf } from '../builders.js'
import { aPortal } from '../portal-texts.js'

const a = anEmployee('501')
const b = anEmployee('502')
const head = 'Employee number;E-mail;Template;Language;Status'
const lineOf = (
  number: string,
  differs: Partial<Record<'email' | 'template' | 'language' | 'status', string>> = {},
) =>
  [
    number,
    differs.email ?? `work.${number}@example.com`,
    differs.template ?? 'Employee login',
    differs.language ?? 'NL',
    differs.status ?? 'active',
  ].join(';')

interface World extends Partial<Omit<ImportRequest, 'bytes' | 'plan'>> {
  people?: readonly AccessPerson[]
  known?: readonly KnownAccess[]
  lines?: readonly string[]
  header?: string
}

const importing = ({
  people = [a, b],
  known = [],
  lines = [],
  header = head,
  ...differs
}: World): ImportEnd => {
  const input = differs.input ?? anInput({ people, known, requests: noRequests })
  const bytes = Buffer.from([header, ...lines].join('\n'))
  const request = {
    name: 'logins.csv',
    input,
    plan: planAccess(input),
    level: null,
    whole: false,
    gone: undefined,
  }
  return importList({ ...request, ...differs, bytes })
}

const codesOf = ({ surprises }: ImportEnd): string[] =>
  surprises.map(({ code, line, subject }) => `${line ?? '-'} ${code} ${subject ?? '?'}`)

/** Somebody for whom a new login was handed over. */
const handedOver = (person = a): KnownAccess => ({
  subject: person.subject,
  login: null,
  order: anOrder(planWork({ people: [person] })),
})

describe("a portal's own list", () => {
  it('confirms what was handed over', () => {
    const end = importing({ known: [handedOver()], lines: [lineOf('501')] })

    expect(end).toMatchObject({ confirmed: [a.subject], surprises: [], found: [] })
    expect(end.list.done).toEqual([{ subject: a.subject, work: handedOver().order!.work }])
    expect(end.list.logins).toMatchObject([{ login: { template: 'Employee login', active: true } }])
  })

  it.each([
    { what: 'another template', differs: { template: 'Payslip viewer' }, code: 'template-differs' },
    { what: 'another e-mail address', differs: { email: 'other@example.com' }, code: 'email-differs' },
    { what: 'another language', differs: { language: 'Duits' }, code: 'language-differs' },
  ])('does not confirm a login with $what; it is a surprise, and known from now on', ({ differs, code }) => {
    const end = importing({ known: [handedOver()], lines: [lineOf('501', differs)] })

    expect(end.confirmed).toEqual([])
    expect(codesOf(end)).toEqual([`2 ${code} 501`])
    expect(end.list.logins).toHaveLength(1)
  })

  it('takes over logins that were unknown and are as they should be', () => {
    const end = importing({ lines: [lineOf('501'), lineOf('502')] })

    expect(end).toMatchObject({ found: ['501', '502'], surprises: [], confirmed: [] })
  })

  it('finds a login that nobody wanted', () => {
    const unwanted = anInput({ people: [a] })
    const end = importing({
      input: { ...unwanted, policy: { ...unwanted.policy, otherwise: 'no-login' } },
      lines: [lineOf('501')],
    })

    expect(codesOf(end)).toEqual(['2 login-not-wanted 501'])
  })

  it('finds a login of someone who is not connected', () => {
    const end = importing({ people: [anEmployee('501', { targetId: null })], lines: [lineOf('501')] })

    expect(codesOf(end)).toEqual(['2 not-connected 501'])
  })

  it('finds an unknown login of somebody who left; a known one is as it is known', () => {
    const gone = anEmployee('501', { service: { state: 'left', since: '2026-10-31' } })

    expect(codesOf(importing({ people: [gone], lines: [lineOf('501')] }))).toEqual(['2 left-service 501'])
    expect(importing({ people: [gone], known: [aKnown('501')], lines: [lineOf('501')] })).toMatchObject({
      surprises: [],
      same: 1,
    })
  })

  it('finds a login that was ended', () => {
    const end = importing({ known: [aKnown('501')], lines: [lineOf('501', { status: 'Geblokkeerd' })] })

    expect(codesOf(end)).toEqual(['2 login-inactive 501'])
    expect(end.list.logins).toMatchObject([{ login: { active: false } }])
  })

  it('finds that a known login has another template', () => {
    const end = importing({ known: [aKnown('501')], lines: [lineOf('501', { template: 'Payslip viewer' })] })

    expect(codesOf(end)).toEqual(['2 template-differs 501'])
  })

  it('older than the work leaves a replacement in hands', () => {
    const work = planWork({
      people: [anEmployee('501', { workEmail: 'new@example.com' })],
      known: [aKnown('501')],
    })
    const known = { subject: a.subject, login: theLoginOf('501'), order: anOrder(work) }

    const old = importing({ known: [known], lines: [lineOf('501')] })
    const done = importing({ known: [known], lines: [lineOf('501', { email: 'new@example.com' })] })

    expect([old.confirmed, old.surprises, old.same]).toEqual([[], [], 1])
    expect(done.confirmed).toEqual(['501'])
  })

  it('without the column in which a replacement differs confirms nothing', () => {
    const work = planWork({
      people: [a],
      known: [aKnown('501', { login: theLoginOf('501', { template: 'Payslip viewer' }) })],
    })
    const login = theLoginOf('501', { template: 'Payslip viewer' })

    const end = importing({
      known: [{ subject: a.subject, login, order: anOrder(work) }],
      header: 'Employee number;E-mail',
      lines: ['501;work.501@example.com'],
    })

    expect([end.confirmed, end.same]).toEqual([[], 1])
    expect(end.list.logins).toMatchObject([{ login: { template: 'Payslip viewer', language: 'NL' } }])
  })
})

describe('whose a line is', () => {
  it('is found by the number, by the address, or by the address that the login has', () => {
    const moved = anEmployee('502', { workEmail: 'moved@example.com' })
    const end = importing({
      people: [a, moved],
      known: [aKnown('502')],
      header: 'Number;E-mail',
      lines: ['501;', ';work.502@example.com'],
    })

    expect(end.found).toEqual(['501'])
    expect(end.same).toBe(1)
  })

  it.each([
    {
      what: 'the number is nobody’s and so is the address',
      line: '777;nobody@example.com',
      code: 'person-unknown',
    },
    {
      what: 'the number and the address are of different people',
      line: '501;work.502@example.com',
      code: 'person-in-doubt',
    },
    {
      what: 'the number is nobody’s and the address somebody’s',
      line: '777;work.501@example.com',
      code: 'person-in-doubt',
    },
  ])('is not guessed when $what', ({ line, code }) => {
    const end = importing({ header: 'Number;E-mail', lines: [line] })

    expect(codesOf(end)).toEqual([`2 ${code} ?`])
    expect(end.list).toMatchObject({ logins: [], done: [] })
  })

  it('is not guessed when two people have the address', () => {
    const shared = [
      anEmployee('501', { workEmail: 'shop@example.com' }),
      anEmployee('502', { workEmail: 'shop@example.com' }),
    ]
    const end = importing({ people: shared, header: 'E-mail', lines: ['shop@example.com'] })

    expect(codesOf(end)).toEqual(['2 person-in-doubt ?'])
  })

  it('that is somebody who stands there twice settles nothing', () => {
    const end = importing({
      known: [handedOver()],
      lines: [lineOf('501'), lineOf('501', { email: 'x@example.com' })],
    })

    expect(codesOf(end)).toEqual(['2 listed-twice 501', '3 listed-twice 501'])
    expect(end.list).toMatchObject({ logins: [], done: [] })
  })

  it('is found by name and address together, where the portal file says so', () => {
    const contact = aContact('7')
    const input = anInput({ portal: aPortal('akken-css'), people: [contact] })

    const end = importing({
      input,
      header: 'First name,Last name,Email,Status',
      lines: ['bo,KLANT7,Contact.7@customer.example,Active', 'Ada,Klant7,contact.7@customer.example,Active'],
    })

    expect(codesOf(end)).toContain('3 person-unknown ?')
    expect(end.list.logins.map(({ subject }) => subject)).toEqual([contact.subject])
  })
})

describe('a list that says little', () => {
  it('never means that logins are gone unless somebody says that it is whole', () => {
    const end = importing({ known: [aKnown('501'), aKnown('502')], lines: [lineOf('501')] })

    expect(end.list).toMatchObject({ gone: [], whole: false })
    expect([end.surprises, end.missing]).toEqual([[], ['502']])
  })

  it('that is whole shows which logins are missing, and forgets them only when somebody says how many', () => {
    const world = { known: [aKnown('501'), aKnown('502')], lines: [lineOf('501')], whole: true }

    expect(codesOf(importing(world))).toEqual(['- login-missing 502'])
    expect(importing(world).list).toMatchObject({ gone: [], whole: true })
    expect(importing({ ...world, gone: 1 }).list.gone).toEqual(['502'])
    expect(() => importing({ ...world, gone: 2 })).toThrow('lacks 1 known logins, not 2')
  })

  it('of one level speaks of that level only', () => {
    const known = ['501', '502'].map((id, index) =>
      aKnown(id, { login: aLogin({ level: { kind: 'debtor', debtor: String(index) } }) }),
    )
    const end = importing({
      known,
      lines: [lineOf('501')],
      whole: true,
      level: { kind: 'debtor', debtor: '0' },
    })

    expect(end.missing).toEqual([])
    expect(end.list.whole).toBe(false)
  })

  it('is refused when it is empty', () => {
    const known = [aKnown('501')]

    expect(() => importing({ known })).toThrow('An empty list is not enough')
    expect(() => importing({ known, whole: true })).toThrow('An empty list is not enough')
    expect(importing({ known, whole: true, gone: 1 }).list.gone).toEqual(['501'])
  })

  it('is refused when nobody can be found by its columns', () => {
    expect(() => importing({ header: 'Template;Language', lines: ['Employee login;NL'] })).toThrow(
      'no column to find people by',
    )
  })

  it('is refused for a portal that gives none', () => {
    const input = anInput({ portal: aPortal('visma-customer-portal') })

    expect(() => importing({ input, lines: [lineOf('501')] })).toThrow(ConfigError)
  })

  it('takes over no login in a state that the portal file does not know', () => {
    const end = importing({ lines: [lineOf('501', { status: 'half asleep' })] })

    expect(codesOf(end)).toEqual(['2 status-unknown 501'])
    expect(end.list.logins).toEqual([])
  })
})

describe('importing', () => {
  it('gives the same in whatever order the lines stand', () => {
    const lines = ['501', '502', '503', '504'].map((number) => lineOf(number))
    const people = ['501', '502', '503'].map((id) => anEmployee(id))
    const sorted = importing({ people, known: [handedOver()], lines })

    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const end = importing({ people, known: [handedOver()], lines: shuffled })

        expect(new Set(end.list.logins)).toEqual(new Set(sorted.list.logins))
        expect(new Set(end.found)).toEqual(new Set(sorted.found))
        expect(end.confirmed).toEqual(sorted.confirmed)
      }),
      { numRuns: 30 },
    )
  })

  it('has words and a next step for every surprise, and names nobody', () => {
    expect(Object.keys(surpriseTexts)).toEqual([...surpriseCodes])
    const end = importing({ lines: [lineOf('999'), lineOf('501', { template: 'Own' })] })

    expect(JSON.stringify([end.surprises, end.list])).not.toMatch(/example\.com|Voorbeeld|Anna/)
  })
})
