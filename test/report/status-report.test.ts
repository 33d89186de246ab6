import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Link } from '../../src/domain/link.js'
import { toStatusJson } from '../../src/report/sync/status/status-json.js'
import { buildStatusText } from '../../src/report/sync/status/status-text.js'
import { buildStatusView, type StatusTab, type StatusView } from '../../src/report/sync/view/status-view.js'
import type { StatusPerson } from '../../src/run/by-hand/read-status.js'
import { aLink, companyId } from '../support/builders.js'
import { aFinding, namedLook, plainLook } from './run-builders.js'

const aStatusPerson = (
  differs: Partial<Omit<StatusPerson, 'subject'>> & { subject: string },
): StatusPerson => ({
  displayName: 'Noor Testveld',
  companyId,
  tab: 'not-connected',
  pairing: 'create',
  targetId: null,
  missing: [],
  planned: [],
  held: [],
  findings: [],
  candidates: [],
  toDo: [],
  ...differs,
  subject: toSourceEmployeeId(differs.subject),
})

const people: StatusPerson[] = [
  aStatusPerson({
    subject: 'a1',
    pairing: 'blocked',
    missing: [{ field: 'Birthday', path: 'employee.birthDate' }],
    findings: [aFinding({ code: 'required-field-missing', severity: 'error', remedy: 'Fill it in' })],
  }),
  aStatusPerson({
    subject: 'a2',
    pairing: 'ambiguous',
    candidates: [
      {
        targetId: toTargetEmployeeId('501'),
        displayName: 'N. Testveld',
        score: 70,
        agrees: ['birthDate', 'lastName'],
        differs: ['workEmail'],
      },
    ],
  }),
  aStatusPerson({ subject: 'a3', pairing: 'ignored' }),
  aStatusPerson({
    subject: 'a4',
    held: [
      { section: 'employee', reason: 'before-current-period' },
      { section: 'address', reason: 'depends-on-failed' },
    ],
  }),
  aStatusPerson({ subject: 'a5', tab: 'connected', pairing: 'connected', targetId: toTargetEmployeeId('1') }),
  aStatusPerson({
    subject: 'a6',
    tab: 'connected',
    pairing: 'connected',
    targetId: toTargetEmployeeId('2'),
    planned: ['personalInfo', 'address'],
    held: [{ section: 'salary', reason: 'first-contact' }],
  }),
  aStatusPerson({ subject: 'a7', tab: 'connected', pairing: 'dangling', targetId: toTargetEmployeeId('3') }),
]
const links: Link[] = [
  aLink({ sourceId: 'a5', targetId: '1', origin: 'rule:employeeNumber+birthDate' }),
  aLink({ sourceId: 'a7', targetId: '3' }),
  {
    status: 'ignored',
    sourceId: toSourceEmployeeId('a3'),
    companyId,
    reason: 'paid elsewhere',
    until: '2026-12-31',
  },
]
const viewOf = (tab: StatusTab): StatusView =>
  buildStatusView({
    connection: 'acme',
    status: {
      failure: null,
      counts: { read: 7, inScope: 7, linked: 3, notConnected: 3, ignored: 1, blocked: 1 },
      people,
    },
    links,
    tab,
  })

describe('the not-connected tab', () => {
  const text = buildStatusText(viewOf('not-connected'), namedLook)

  it.each([
    ['what is missing, and what to do', 'missing: birth date (employee.birthDate)'],
    ['the next step', 'Next: Fill it in'],
    [
      'candidates with score and what agrees',
      'candidate Nmbrs 501  N. Testveld  score 70  agrees: birth date, last name; differs: work',
    ],
    ['a word by hand with its reason', 'left out by hand until 2026-12-31: paid elsewhere'],
    ['that a creation is held', 'new, but creating this employee is held'],
    ['why a creation is held', 'held: employee (before the current payroll period)'],
    ['how many of the others have something waiting', 'Something waits or is held for 2 of the connected'],
  ])('shows %s', (_what, part) => {
    expect(text).toContain(part)
  })

  it('leaves out who is connected, and what only waits for a held creation', () => {
    expect(text).not.toContain('a5')
    expect(text).not.toContain('held: address')
  })

  it('shows no names outside the user\u2019s own terminal', () => {
    expect(buildStatusText(viewOf('all'), plainLook)).not.toContain('Testveld')
  })
})

describe('the connected tab', () => {
  it('shows the pair, how it came about, and what waits', () => {
    expect(buildStatusText(viewOf('connected'), plainLook).split('\n').slice(0, 5)).toEqual([
      'Connected (3)',
      '',
      '  a5  Nmbrs 1  matched by employeeNumber+birthDate  in step',
      '  a6  Nmbrs 2  will be connected by the next sync   waiting: personal info, address; held: salary',
      '                                                    (first contact)',
    ])
  })

  it('says when the Nmbrs employee is gone', () => {
    expect(buildStatusText(viewOf('connected'), plainLook)).toContain(
      'the Nmbrs employee is gone from the company',
    )
  })
})

describe('the tab with everybody', () => {
  it('shows both', () => {
    const text = buildStatusText(viewOf('all'), plainLook)

    expect(text).toContain('Not connected (4)')
    expect(text).toContain('Connected (3)')
  })
})

describe('the status document', () => {
  it('holds ids and codes, and no name', () => {
    const document = toStatusJson(viewOf('connected'))

    expect(document).toMatchObject({
      connection: 'acme',
      tab: 'connected',
      people: { linked: 3 },
      employees: [
        { subject: 'a5', targetId: '1', origin: 'rule:employeeNumber+birthDate', planned: [], held: [] },
        { subject: 'a6', origin: null, planned: ['personalInfo', 'address'] },
        { subject: 'a7', pairing: 'dangling', origin: 'manual' },
      ],
    })
    expect(JSON.stringify(toStatusJson(viewOf('all')))).not.toContain('Testveld')
  })
})
