import { describe, expect, it } from '@jest/globals'

import type { TargetEmployee } from '../../../src/domain/employee.js'
import { RemoteError } from '../../../src/domain/errors.js'
import type { FindingCode } from '../../../src/domain/finding.js'
import {
  toSourceCompanyId,
  toSourceEmployeeId,
  toTargetCompanyId,
  toTargetEmployeeId,
} from '../../../src/domain/ids.js'
import type { SourceServiceFacts } from '../../../src/domain/service.js'
import { linkByHand } from '../../../src/run/by-hand/link-by-hand.js'
import { readStatus } from '../../../src/run/by-hand/read-status.js'
import { readWorklist } from '../../../src/run/by-hand/read-worklist.js'
import type { RunEnd } from '../../../src/run/run-connection.js'
import { aCompensation, apart, sourceValues, withWorld, type World } from '../../support/world.js'

const today = '2026-11-22'
const raise = { 'compensation.amount': '3100', 'compensation.effectiveDate': '2026-11-16' }
const open = { spans: '2026-11-02/' }

/** Two people who are connected and in step, and what the target shows of everyone's service. */
const connected = async (world: World, shown: Partial<TargetEmployee> = open): Promise<void> => {
  const { source, target } = world
  target.show = (employee) => ({ ...employee, ...shown })
  source.activeOnly = true
  source.set('s1', sourceValues())
  source.set(
    's2',
    sourceValues({
      ...apart(2),
      'employee.firstName': 'Bas',
      'employee.lastName': 'Voorbeeld',
      'employee.employeeNumber': '502',
      'employee.workEmail': 'bas@tulp.example',
      'employee.bankAccount.iban': '',
    }),
  )
  await world.run()
}

const inService = (world: World, facts: Partial<SourceServiceFacts>, id = 's1'): void => {
  const employee = world.source.employees.get(id)
  if (employee === undefined) throw new Error('no such person')
  const active = facts.active ?? true
  world.source.employees.set(id, { ...employee, active, service: { active, ...facts } })
}

const codesOf = ({ document }: RunEnd, id = 's1'): FindingCode[] =>
  document.findings.filter(({ subject }) => subject === id).map(({ code }) => code)

const severityOf = ({ document }: RunEnd, code: FindingCode): string | undefined =>
  document.findings.find((finding) => finding.code === code)?.severity

describe('a connected person who left', () => {
  const gone: [string, (world: World) => void, FindingCode][] = [
    [
      'is inactive',
      (world) => {
        inService(world, { active: false, endDay: '2026-11-20' })
      },
      'left-service',
    ],
    [
      'is inactive without an end',
      (world) => {
        inService(world, { active: false })
      },
      'left-service',
    ],
    [
      'is active past the last day',
      (world) => {
        inService(world, { endDay: '2026-11-20' })
      },
      'left-service',
    ],
    ['vanished', (world) => world.source.employees.delete('s1'), 'gone-from-source'],
    [
      'is in a company of no connection',
      (world) => {
        const employee = world.source.employees.get('s1')
        if (employee) world.source.employees.set('s1', { ...employee, companyId: toSourceCompanyId('c9') })
      },
      'left-scope',
    ],
    [
      'is outside the pilot list',
      (world) => {
        world.deps.settings = {
          ...world.deps.settings,
          scope: { active: true, employees: [toSourceEmployeeId('s2')] },
        }
      },
      'left-scope',
    ],
  ]

  it.each(gone)(
    'is listed in every run, in status and on the worklist when they %s',
    async (_how, leave, code) => {
      await withWorld(async (world) => {
        await connected(world)
        leave(world)

        const runs = [await world.run(), await world.run({ mode: 'plan' }), await world.run()]

        for (const run of runs) {
          expect(codesOf(run)).toEqual([code])
          expect(run.document.run.result).toBe('ok')
        }
        const status = await readStatus(world.deps)
        const person = status.people.find(({ subject }) => subject === 's1')
        expect(person?.findings.map((finding) => finding.code)).toContain(code)
        const { items: work } = await readWorklist(world.deps)
        expect(work.map(({ subject, reason }) => [subject, reason])).toContainEqual(['s1', code])
      })
    },
  )

  it.each(gone)('is not listed any more once payroll entered an end, when they %s', async (_how, leave) => {
    await withWorld(async (world) => {
      await connected(world)
      leave(world)
      world.target.show = (employee) => ({ ...employee, spans: '2026-11-02/2026-11-30' })

      expect(codesOf(await world.run())).toEqual([])
    })
  })

  it.each(gone)(
    'is not listed any more once someone said to ignore them, when they %s',
    async (_how, leave) => {
      await withWorld(async (world) => {
        await connected(world)
        leave(world)
        const sourceId = toSourceEmployeeId('s1')

        await linkByHand(world.deps, { order: 'ignore', sourceId, reason: 'known' }, today)

        const findings = codesOf(await world.run())
        expect(findings.filter((code) => code !== 'person-ignored')).toEqual([])
      })
    },
  )

  it('is an error once payroll pays a period after the last day, and before that a warning', async () => {
    await withWorld(async (world) => {
      await connected(world)
      inService(world, { active: false, endDay: '2026-11-20' })
      const before = await world.run()
      world.target.period = '2026-12-M'
      const after = await world.run()

      expect([severityOf(before, 'left-service'), before.document.run.result]).toEqual(['warning', 'ok'])
      expect([severityOf(after, 'left-service'), after.document.run.result]).toEqual(['error', 'held'])
    })
  })

  it('is not listed while the record is not readable, or may be theirs', async () => {
    await withWorld(async (world) => {
      await connected(world)
      world.source.employees.delete('s1')
      world.source.unreadable = [{ id: undefined, problems: ['id: expected text, found nothing'] }]

      expect(codesOf(await world.run())).toEqual([])
    })
  })

  it('is not called gone where the record among those who are not active is not readable', async () => {
    await withWorld(async (world) => {
      await connected(world)
      const { source } = world
      source.employees.delete('s1')
      const read = source.readSnapshot.bind(source)
      const unreadable = [
        { id: toSourceEmployeeId('s1'), problems: ['active: expected boolean, found nothing'] },
      ]
      source.readSnapshot = async (query, keep) => ({
        ...(await read(query, keep)),
        ...(query.activeOnly ? {} : { unreadable }),
      })

      const end = await world.run()

      expect(codesOf(end)).toEqual(['source-record-unreadable'])
      expect(end.document.run.result).toBe('ok')
    })
  })

  it('stays connected by ignore while they work on', async () => {
    await withWorld(async (world) => {
      await connected(world)
      const sourceId = toSourceEmployeeId('s1')

      const ignoring = linkByHand(world.deps, { order: 'ignore', sourceId, reason: 'no' }, today)

      await expect(ignoring).rejects.toThrow('is connected')
    })
  })
})

describe('an employee whose employment in the target ended', () => {
  const ended = { spans: '2026-11-02/2026-11-15' }

  it('gets nothing of its own accord, and a salary from after the end not even by release', async () => {
    await withWorld(async (world) => {
      await connected(world)
      const written = world.target.writes().length
      world.target.show = (employee) => ({ ...employee, ...ended })
      world.source.edit('s1', {
        ...raise,
        'employee.homeAddress.city': 'Delft',
        'employee.firstName': 'Noortje',
      })
      inService(world, { employment: { startDay: '2026-11-02', terminated: false } })

      const held = await world.run()
      const sent = world.target.writes().length
      await world.release()
      const released = await world.run()

      expect(sent).toBe(written)
      const reasonOf = ({ document }: RunEnd) =>
        Object.fromEntries(
          document.changes.map(({ section, outcome, reason }) => [section, [outcome, reason]]),
        )
      expect(reasonOf(held)).toEqual({
        personalInfo: ['held', 'employment-ended'],
        address: ['held', 'employment-ended'],
        salary: ['held', 'salary-after-end'],
      })
      expect(reasonOf(released)).toEqual({
        personalInfo: ['applied', null],
        address: ['applied', null],
        salary: ['held', 'salary-after-end'],
      })
    })
  })

  it('stays as it is while nothing moves', async () => {
    await withWorld(async (world) => {
      await connected(world)
      world.target.show = (employee) => ({ ...employee, ...ended })

      const run = await world.run()

      expect([run.document.findings, run.document.changes, run.document.run.result]).toEqual([[], [], 'ok'])
    })
  })

  it('waits for the new employment when the person is back, and goes on by itself then', async () => {
    await withWorld(async (world) => {
      await connected(world)
      world.target.show = (employee) => ({ ...employee, ...ended })
      world.source.edit('s1', { 'employee.homeAddress.city': 'Delft' })
      inService(world, { employment: { startDay: '2026-11-20', terminated: false } })
      const held = await world.run()
      world.target.show = (employee) => ({ ...employee, spans: '2026-11-02/2026-11-15 2026-11-20/' })
      const entered = await world.run()

      expect(held.document.changes).toMatchObject([
        { section: 'address', outcome: 'held', reason: 'rehired' },
      ])
      expect(entered.document.changes).toMatchObject([{ section: 'address', outcome: 'applied' }])
    })
  })

  it('is sent what changed while the first day lies ahead', async () => {
    await withWorld(async (world) => {
      await connected(world, { spans: '2026-12-01/' })
      world.source.edit('s1', { 'employee.homeAddress.city': 'Delft' })

      expect((await world.run()).document.changes).toMatchObject([{ section: 'address', outcome: 'applied' }])
    })
  })
})

describe('an employee who is not on the payroll', () => {
  it.each(['applicant', 'new-hire', 'external'] as const)(
    'waits with the salary alone as %s',
    async (kind) => {
      await withWorld(async (world) => {
        await connected(world)
        const { target } = world
        const list = await target.readEmployeeList()
        target.readEmployeeList = () => Promise.resolve(list.map((entry) => ({ ...entry, kind })))
        await world.deps.store.kinds.writeKinds(
          world.deps.settings.companies[0]!.targetId,
          new Map(list.map(({ id }) => [id, kind])),
        )
        world.source.set('s1', sourceValues({ ...raise, 'employee.homeAddress.city': 'Delft' }), [
          aCompensation('2026-11-02', '3000'),
        ])

        const run = await world.run()

        expect(run.document.changes).toMatchObject([
          { section: 'address', outcome: 'applied' },
          { section: 'salary', outcome: 'held', reason: 'salary-off-payroll' },
        ])
        expect(codesOf(run)).toContain('not-on-payroll')
      })
    },
  )

  it('is said of somebody who died, by the date of death alone', async () => {
    await withWorld(async (world) => {
      await connected(world)
      world.target.show = (employee) => ({ ...employee, ...open, deceasedOn: '2026-11-10' })

      expect(codesOf(await world.run())).toContain('not-on-payroll')
    })
  })

  it('is read again after a week, and not in between', async () => {
    await withWorld(async (world) => {
      await connected(world)
      const lists = () => world.target.calls.filter((call) => call === 'readEmployeeList').length
      const first = lists()
      await world.run()
      const second = lists()
      const { now } = world.deps
      world.deps.now = () => now() + 8 * 24 * 60 * 60 * 1000
      await world.run()

      expect([second - first, lists() - second]).toEqual([0, 1])
    })
  })

  it('leaves what was known when the lists cannot be read', async () => {
    await withWorld(async (world) => {
      await connected(world)
      const { now } = world.deps
      world.deps.now = () => now() + 8 * 24 * 60 * 60 * 1000
      world.target.readEmployeeList = () =>
        Promise.reject(
          new RemoteError('no', {
            remote: 'nmbrs',
            operation: 'List_GetByCompany',
            code: 'right-missing',
            retryable: false,
            carried: 'no',
            remedy: '',
          }),
        )

      expect((await world.run()).document.run.result).toBe('ok')
    })
  })
})

it('reports two running employments of one person in one company', async () => {
  await withWorld(async (world) => {
    await connected(world, { spans: '2026-11-02/ 2026-11-09/' })

    expect(codesOf(await world.run())).toEqual(['employments-overlap'])
  })
})

describe('somebody who moved to another company of the connection', () => {
  const [sourceId, there] = [toSourceEmployeeId('s1'), toTargetCompanyId('1235')]
  const moved = async (world: World): Promise<void> => {
    await connected(world)
    const newCompany = toSourceCompanyId('c2')
    const { companies } = world.deps.settings
    const pair = { sourceId: newCompany, targetId: there, targetName: 'Tweede B.V.' }
    world.deps.settings = { ...world.deps.settings, companies: [...companies, pair] }
    world.source.differ('s1', { companyId: newCompany })
  }
  const pairsOf = async (world: World): Promise<string[]> =>
    (await world.deps.store.links.readLinks())
      .filter((link) => link.sourceId === sourceId)
      .map((link) => `${link.companyId} ${link.status}`)
      .sort()

  it('can be called new there or matched there, and keeps the pair that payroll has to end', async () => {
    await withWorld(async (world) => {
      await moved(world)
      const created = await linkByHand(
        world.deps,
        { order: 'create', sourceId, seen: [toTargetEmployeeId('1')] },
        today,
      )
      const again = await linkByHand(world.deps, { order: 'create', sourceId, seen: [] }, today)
      expect(await pairsOf(world)).toEqual(['1234 connected', '1235 create-wanted'])
      // Whom the first word covered looks like nobody when it is said again.
      expect(again).toEqual(created)

      const targetId = toTargetEmployeeId('77')
      await linkByHand(world.deps, { order: 'match', sourceId, targetId, companyId: there }, today)
      expect(await pairsOf(world)).toEqual(['1234 connected', '1235 connected'])
      await expect(linkByHand(world.deps, { order: 'create', sourceId }, today)).rejects.toThrow(
        'employee 77',
      )
    })
  })

  it('loses the pair of the company they are in now by a disconnect, and the former one by ignore', async () => {
    await withWorld(async (world) => {
      await moved(world)
      const targetId = toTargetEmployeeId('77')
      await linkByHand(world.deps, { order: 'match', sourceId, targetId, companyId: there }, today)
      await linkByHand(world.deps, { order: 'disconnect', sourceId }, today)
      expect(await pairsOf(world)).toEqual(['1234 connected', '1235 disconnected'])

      await linkByHand(world.deps, { order: 'ignore', sourceId, reason: 'known' }, today)
      await linkByHand(world.deps, { order: 'ignore', sourceId, reason: 'known' }, today)
      expect(await pairsOf(world)).toEqual(['1234 ignored', '1235 ignored'])
      await linkByHand(world.deps, { order: 'take-in-again', sourceId }, today)
      expect(await pairsOf(world)).toEqual([])
    })
  })
})
