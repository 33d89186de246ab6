import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { toTargetEmployeeId } from '../../../src/domain/ids.js'
import { toTaskFinding } from '../../../src/run/worklist/open-tasks.js'
import { readStatus } from '../../../src/run/by-hand/read-status.js'
import { readWorklist } from '../../../src/run/by-hand/read-worklist.js'
import { chooseTasks } from '../../../src/run/worklist/answer-work.js'
import { aTarget, companyId, asTester } from '../../support/builders.js'
import { aCompensation, apart, openWorld, sourceValues, type World } from '../../support/world.js'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const hire = (index: number, differs: Record<string, string> = {}): void => {
  world.source.set(
    `a${index}`,
    sourceValues({
      ...apart(index),
      'employee.firstName': `Bas${'x'.repeat(index)}`,
      'employee.lastName': `Proef${'y'.repeat(index)}`,
      'employee.employeeNumber': `${600 + index}`,
      'employee.workEmail': '',
      'employee.bankAccount.iban': '',
      ...differs,
    }),
  )
}
const listed = async (): Promise<string[]> =>
  (await readWorklist(world.deps)).items.map(({ subject, reason }) => `${subject} ${reason}`)
const tasks = () => world.deps.store.work.readPayrollTasks()
const say = async (word: 'done' | 'open', ...ids: string[]): Promise<void> =>
  world.deps.store.work.settlePayrollTasks(chooseTasks(await tasks(), ids, word), word)

describe('an employee whom this program created', () => {
  it('is on the worklist with what payroll fills in, until a person says that it is done', async () => {
    hire(1)
    hire(2)
    const first = await world.run()
    expect(first.document.findings).toEqual([])
    expect(first.document.run.result).toBe('ok')

    const { items } = await readWorklist(world.deps)
    expect(items).toMatchObject([
      {
        subject: 'a1',
        displayName: 'Basx Proefy',
        section: 'employee',
        reason: 'employee-to-complete',
        todo: expect.stringContaining('nmbrs-sync worklist done a1'),
      },
      { subject: 'a2' },
    ])
    expect(items[0]?.fields.map(({ field }) => field)).toEqual([
      'BSN',
      'TaxTable',
      'IdentityDocument',
      'WorkSchedule',
      'PartTimePercentage',
    ])

    await world.run()
    const sealed = await world.run()
    expect(sealed.document).toMatchObject({ run: { result: 'ok' }, findings: [], worklist: { open: 2 } })
    expect(await listed()).toEqual(['a1 employee-to-complete', 'a2 employee-to-complete'])
    await say('done', 'a1')
    expect(await listed()).toEqual(['a2 employee-to-complete'])
    expect((await world.run()).document.worklist).toEqual({ open: 1 })
    await say('open', 'a1')
    expect(await listed()).toEqual(['a1 employee-to-complete', 'a2 employee-to-complete'])
  })

  it('is shown so in status, beside being in step', async () => {
    hire(1)
    await world.run()

    const { people } = await readStatus(world.deps)

    expect(people).toMatchObject([
      {
        subject: 'a1',
        toDo: ['employee-to-complete'],
        findings: [{ code: 'employee-to-complete', severity: 'info' }],
      },
    ])
  })

  it('is on it after the answer to the creation was lost and the employee was found', async () => {
    hire(1)
    world.target.faults = [{ operation: 'createEmployee', nth: 1, carried: 'unknown' }]
    await world.run()
    expect(await listed()).toEqual([])

    await world.run()

    expect(world.target.employees.size).toBe(1)
    expect(await listed()).toEqual(['a1 employee-to-complete'])
  })

  it('waits for nobody while the link is ended, and does again once it is there again', async () => {
    hire(1)
    await world.run()
    const [link] = await world.deps.store.links.readLinks()
    if (link?.status !== 'connected') throw new Error('nobody is connected')
    const { sourceId, targetId } = link

    await world.deps.store.links.writeLink({
      status: 'disconnected',
      sourceId,
      companyId,
      formerTargetId: targetId,
    })
    expect(await tasks()).toEqual([])
    await world.deps.store.links.writeLink({
      status: 'connected',
      sourceId,
      companyId,
      targetId,
      origin: 'manual',
    })

    expect(await listed()).toEqual(['a1 employee-to-complete'])
  })

  it('is not asked about who was in Nmbrs before', async () => {
    world.source.set('a1', sourceValues())
    world.target.add(
      aTarget({
        personalInfo: {
          FirstName: 'Noor',
          LastName: 'Testveld',
          Birthday: '1990-05-17',
          EmployeeNumber: '501',
        },
        employment: { InitialStartDate: '2026-11-02' },
      }),
    )
    await world.run()

    expect(await tasks()).toEqual([])
  })

  it('says of a full-time amount that was sent that the percentage is to be checked', async () => {
    expect(
      toTaskFinding({
        companyId,
        subject: 'a1' as never,
        targetId: toTargetEmployeeId('1'),
        code: 'salary-full-time-rate',
        openedAt: '2026-11-22T08:00:00.000Z',
        doneAt: null,
      }),
    ).toMatchObject({ code: 'salary-full-time-rate', severity: 'warning', section: 'salary' })
    world.source.set('a1', sourceValues(), [aCompensation('2026-11-02', '3000')])
    await world.run()
    expect(await listed()).toEqual(['a1 employee-to-complete'])
  })
})

describe('a word about what payroll did', () => {
  it.each([
    ['somebody unknown', 'a9', 'done', 'Nothing about a9 waits for an answer'],
    ['somebody for whom nothing is open', 'a1', 'done', 'was marked as done on 2026-11-22'],
    ['somebody of whom nothing was said', 'a2', 'open', 'Nothing about a2 was marked as done'],
  ] as const)('is refused about %s', async (_who, id, word, message) => {
    hire(1)
    hire(2)
    await world.run()
    await say('done', 'a1')

    await expect(say(word, id)).rejects.toThrow(message)
    await expect(say(word, 'a1', 'a2')).rejects.toThrow()
    expect(await listed()).toEqual(['a2 employee-to-complete'])
  })

  it('takes the Nmbrs id too, unless it is the id of another person', async () => {
    hire(1)
    hire(2)
    await world.run()
    const [one, two] = await tasks()
    if (one === undefined || two === undefined) throw new Error('nobody is to be completed')
    const same = [{ ...one, subject: two.targetId as never }, two]

    expect(chooseTasks([one, two], [one.targetId], 'done')).toEqual([one])
    expect(chooseTasks([one, two], 'all', 'done')).toEqual([one, two])
    expect(() => chooseTasks(same, [two.targetId], 'done')).toThrow('is the id of several people')
  })

  it('stands for one connection, and is on record with who said it', async () => {
    hire(1)
    await world.run()
    expect(await world.state.store('birch', asTester).work.readPayrollTasks()).toEqual([])

    await say('done', 'a1')

    expect(await world.state.audit.read({ limit: 1 })).toMatchObject([
      {
        kind: 'payroll-work-done',
        subject: 'a1',
        connection: 'acme',
        code: 'employee-to-complete',
        actor: 'tester',
      },
    ])
  })
})
