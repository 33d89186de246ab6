import { describe, expect, it } from '@jest/globals'

import type { UntoldOrder } from '../../../src/access/access-book.js'
import { tellEmployees } from '../../../src/run/access/delivery/tell-employees.js'
import type { AccessPlanInput } from '../../../src/access/input.js'
import { DeliveryError } from '../../../src/delivery/delivery-error.js'
import type { Email } from '../../../src/delivery/email.js'
import { toAccessSubject } from '../../../src/domain/ids.js'
import { defaultRetryPolicy } from '../../../src/http/retry-policy.js'
import { aKnown, aLogin, anEmployee, anInput, emailDigest, theLoginOf } from '../builders.js'

const untoldOf = (id: string, kind: UntoldOrder['kind'] = 'create'): UntoldOrder => ({
  subject: toAccessSubject(id),
  kind,
  work: `work-${id}`,
  answeredAt: '2026-11-22T08:00:00Z',
})

/** Runs it once with these untold; `refuse` says for which addresses the server fails. */
const tell = async (
  untold: readonly UntoldOrder[],
  differs: Partial<AccessPlanInput>,
  refuse: (email: Email) => DeliveryError | undefined = () => undefined,
  elsewhere: readonly string[] = [],
) => {
  const sent: Email[] = []
  const noted: string[] = [...elsewhere]
  const claim = (text: string): boolean => !noted.includes(text) && noted.push(text) > 0
  const lines: unknown[] = []
  const write = (message: string, fields?: object): void => void lines.push([message, fields])
  const told = await tellEmployees(
    {
      book: {
        readUntold: () => Promise.resolve(untold),
        noteTold: (subject, work) => Promise.resolve(claim(`${subject} ${work}`)),
        noteUntold: (subject, work) =>
          Promise.resolve(void noted.splice(noted.indexOf(`${subject} ${work}`), 1)),
      },
      send: (email) => {
        sent.push(email)
        const error = refuse(email)
        return error === undefined ? Promise.resolve('accepted') : Promise.reject(error)
      },
      policy: { ...defaultRetryPolicy, sleep: () => Promise.resolve() },
      log: { error: write, warn: write, info: write, debug: write },
      closing: new AbortController().signal,
    },
    anInput(differs),
    '2026-11-08T09:00:00Z',
  )
  return { told, sent, noted, lines }
}

describe('telling people of their new logins', () => {
  it('writes to the address of the login, in its language, and remembers it', async () => {
    const login = theLoginOf('1', {
      language: 'DE',
      email: { kind: 'private', digest: emailDigest('private.1@example.net') },
    })

    const { told, sent, noted } = await tell([untoldOf('1')], {
      people: [anEmployee('1')],
      known: [aKnown('1', { login })],
    })

    expect(told).toEqual({ told: 1, passed: 0, failed: 0, unsure: 0 })
    expect(sent).toMatchObject([
      {
        to: ['private.1@example.net'],
        subject: expect.stringContaining('Zugang'),
        messageId: expect.stringContaining('work-1'),
      },
    ])
    expect(noted).toEqual(['1 work-1'])
  })

  it('tells of a replaced login as of a new one', async () => {
    const { told } = await tell([untoldOf('1', 'replace')], {
      people: [anEmployee('1')],
      known: [aKnown('1')],
    })

    expect(told.told).toBe(1)
  })

  it.each<[string, Partial<AccessPlanInput>, UntoldOrder['kind']]>([
    ['who was not read', { known: [aKnown('1')] }, 'create'],
    [
      'who left',
      { people: [anEmployee('1', { service: { state: 'left', since: undefined } })], known: [aKnown('1')] },
      'create',
    ],
    [
      'who has another address by now',
      { people: [anEmployee('1', { workEmail: 'new.1@example.com' })], known: [aKnown('1')] },
      'create',
    ],
    [
      'whose login has no address that is known',
      { people: [anEmployee('1')], known: [aKnown('1', { login: aLogin() })] },
      'create',
    ],
    ['whose login is gone', { people: [anEmployee('1')], known: [aKnown('1', { login: null })] }, 'create'],
    [
      'whose login was switched off',
      { people: [anEmployee('1')], known: [aKnown('1', { login: theLoginOf('1', { active: false }) })] },
      'create',
    ],
    ['for whom something else was done', { people: [anEmployee('1')], known: [aKnown('1')] }, 'change'],
  ])('passes over somebody %s', async (_, differs, kind) => {
    const { told, sent, noted } = await tell([untoldOf('1', kind)], differs)

    expect(told).toEqual({ told: 0, passed: 1, failed: 0, unsure: 0 })
    expect([sent, noted]).toEqual([[], []])
  })

  it('goes on with the others when one does not arrive, which a later run sends', async () => {
    const refuse = ({ to }: Email) =>
      to[0] === 'work.1@example.com'
        ? new DeliveryError('refused', 'the server refuses it', false, undefined, 'no')
        : undefined

    const { told, noted } = await tell(
      [untoldOf('1'), untoldOf('2')],
      { people: [anEmployee('1'), anEmployee('2')], known: [aKnown('1'), aKnown('2')] },
      refuse,
    )

    expect(told).toEqual({ told: 1, passed: 0, failed: 1, unsure: 0 })
    expect(noted).toEqual(['2 work-2'])
  })

  it('writes no name and no address into the log', async () => {
    const refuse = () => new DeliveryError('refused', 'the server refuses it', false, undefined, 'no')

    const { lines } = await tell([untoldOf('1')], { people: [anEmployee('1')], known: [aKnown('1')] }, refuse)

    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/example|Anna|Voorbeeld/)
  })

  it('sends no second message, in this run or a later one, when the first may have arrived', async () => {
    const late = () => new DeliveryError('timeout', 'too late', true)

    const { told, sent, noted } = await tell(
      [untoldOf('1')],
      { people: [anEmployee('1')], known: [aKnown('1')] },
      late,
    )

    expect(sent).toHaveLength(1)
    expect(told).toEqual({ told: 0, passed: 0, failed: 0, unsure: 1 })
    expect(noted).toEqual(['1 work-1'])
  })

  it('leaves whom another run is telling to that one', async () => {
    const people = { people: [anEmployee('1')], known: [aKnown('1')] }

    const { told, sent } = await tell([untoldOf('1')], people, undefined, ['1 work-1'])

    expect(sent).toEqual([])
    expect(told).toEqual({ told: 0, passed: 0, failed: 0, unsure: 0 })
  })

  it('asks a server that is away three times in a row no more, and leaves the others to a later run', async () => {
    const ids = ['1', '2', '3', '4', '5', '6']
    const away = () => new DeliveryError('unreachable', 'away', true, undefined, 'no')

    const { told, sent, noted } = await tell(
      ids.map((id) => untoldOf(id)),
      { people: ids.map((id) => anEmployee(id)), known: ids.map((id) => aKnown(id)) },
      away,
    )

    expect(new Set(sent.map(({ to }) => to[0])).size).toBe(3)
    expect(told).toMatchObject({ told: 0, failed: 6 })
    expect(noted).toEqual([])
  })
})
