import { describe, expect, it } from '@jest/globals'

import type { KnownEmployees } from '../../src/apply/newcomers/company-look.js'
import { createNewcomerWatch, type NewcomerWatchOptions } from '../../src/apply/newcomers/newcomer-watch.js'
import type { CreateChange } from '../../src/domain/change.js'
import { AuthError, RemoteError } from '../../src/domain/errors.js'
import { toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { TargetCompanyId, TargetEmployeeId } from '../../src/domain/ids.js'
import { aTarget } from '../support/builders.js'

const [here, there] = [toTargetCompanyId('1'), toTargetCompanyId('2')]

const creation = (subject = 'a1', companyId = here): CreateChange => ({
  kind: 'create',
  section: 'employee',
  subject: toSourceEmployeeId(subject),
  companyId,
  firstName: 'Noor',
  lastName: 'Testveld',
  startDate: '2026-11-02',
})

const anError = (): RemoteError =>
  new RemoteError('failed', {
    remote: 'nmbrs',
    operation: 'List_GetByCompany',
    code: 'http-failed',
    retryable: true,
    carried: 'no',
    remedy: '',
  })

/**
 * Two companies with nobody in them, and whoever comes. Everybody whose id is of the form `alike…` may be the
 * person.
 */
const setUp = (differs: Partial<NewcomerWatchOptions> = {}) => {
  const world = {
    time: 0,
    lists: new Map<string, string[]>([
      ['1', ['old']],
      ['2', []],
    ]),
    reads: [] as string[],
    stopped: [] as Error[],
    failure: undefined as Error | undefined,
  }
  const watch = createNewcomerWatch({
    target: {
      readEmployeeList: (companyId) => {
        world.reads.push(`list ${companyId}`)
        if (world.failure !== undefined) return Promise.reject(world.failure)
        const ids = world.lists.get(companyId) ?? []
        return Promise.resolve(ids.map((id) => ({ id: toTargetEmployeeId(id), displayName: '' })))
      },
      readEmployee: ({ id }) => {
        world.reads.push(`employee ${id}`)
        return Promise.resolve(aTarget({ id }))
      },
    },
    companies: new Map<TargetCompanyId, KnownEmployees>([
      [here, { has: (id) => id === toTargetEmployeeId('old'), listed: new Set([toTargetEmployeeId('old')]) }],
      [there, { has: () => false, listed: undefined }],
    ]),
    findAlike: (_, newcomers) => newcomers.map(({ id }) => id).filter((id) => id.startsWith('alike')),
    query: { sections: new Set(['personalInfo']), today: '2026-11-22' },
    now: () => world.time,
    stop: (error) => world.stopped.push(error),
    ...differs,
  })
  const made: string[] = []
  const create = (id: string) => (): Promise<TargetEmployeeId | null> => {
    made.push(id)
    return Promise.resolve(toTargetEmployeeId(id))
  }
  return { world, watch, made, create }
}

const listsOf = (reads: readonly string[], company: string): number =>
  reads.filter((read) => read === `list ${company}`).length

describe('a look before a creation', () => {
  it('lets it go while nobody came', async () => {
    const { world, watch, made, create } = setUp()

    expect(await watch.admit(creation(), create('n1'))).toEqual({ verdict: 'nobody-alike' })
    expect(made).toEqual(['n1'])
    expect(world.reads).toEqual(['list 1', 'list 2'])
  })

  it.each([
    ['the same company', '1'],
    ['another company of the connection', '2'],
  ])('keeps it back when somebody alike came in %s', async (_, company) => {
    const { world, watch, made, create } = setUp()
    world.lists.get(company)?.push('alike7')

    expect(await watch.admit(creation(), create('n1'))).toEqual({ verdict: 'alike', targetIds: ['alike7'] })
    expect(made).toEqual([])
  })

  it('serves ten creations or half a minute, and other companies for longer', async () => {
    const { world, watch, create } = setUp()
    for (let index = 0; index < 11; index += 1) await watch.admit(creation(), create(`n${index}`))
    expect([listsOf(world.reads, '1'), listsOf(world.reads, '2')]).toEqual([2, 1])

    world.time = 30_000
    await watch.admit(creation(), create('n11'))
    expect([listsOf(world.reads, '1'), listsOf(world.reads, '2')]).toEqual([3, 1])

    world.time = 120_000
    await watch.admit(creation(), create('n12'))
    expect([listsOf(world.reads, '1'), listsOf(world.reads, '2')]).toEqual([4, 2])
  })

  it('serves everybody who asks at the same time', async () => {
    const { world, watch, made, create } = setUp()

    await Promise.all(['n1', 'n2', 'n3'].map((id) => watch.admit(creation(), create(id))))

    expect(listsOf(world.reads, '1')).toBe(1)
    expect(made).toHaveLength(3)
  })

  it('takes for no news whom this run is creating, whichever answer comes first', async () => {
    const { world, watch, create } = setUp()
    let answer: (id: TargetEmployeeId) => void = () => undefined
    const slow = watch.admit(creation(), () => new Promise((resolve) => (answer = resolve)))
    for (let index = 0; index < 9; index += 1) await watch.admit(creation(), create(`n${index}`))
    world.lists.get('1')?.push('alike-own')

    const next = watch.admit(creation('a2'), create('n10'))
    setImmediate(() => {
      answer(toTargetEmployeeId('alike-own'))
    })

    expect(await next).toEqual({ verdict: 'nobody-alike' })
    expect(await slow).toEqual({ verdict: 'nobody-alike' })
    expect(world.reads.filter((read) => read.startsWith('employee'))).toEqual([])
  })

  it('throws what the creation throws, and goes on for the others', async () => {
    const { watch, create } = setUp()

    await expect(
      watch.admit(creation(), () => Promise.reject(new Error('the disk is full'))),
    ).rejects.toThrow('the disk is full')
    expect(await watch.admit(creation('a2'), create('n2'))).toEqual({ verdict: 'nobody-alike' })
  })
})

describe('a look that is not whole', () => {
  it('lets nobody be created, and the next batch tries again', async () => {
    const { world, watch, made, create } = setUp()
    world.failure = anError()
    const verdicts = []
    for (let index = 0; index < 10; index += 1)
      verdicts.push((await watch.admit(creation(), create(`n${index}`))).verdict)
    world.failure = undefined

    const after = await watch.admit(creation(), create('n11'))

    expect(new Set(verdicts)).toEqual(new Set(['unread']))
    expect(after).toEqual({ verdict: 'nobody-alike' })
    expect(made).toEqual(['n11'])
  })

  it('is one that lacks somebody who was on the list before', async () => {
    const { world, watch, create } = setUp()
    world.lists.set('1', [])

    expect(await watch.admit(creation(), create('n1'))).toEqual({ verdict: 'unread' })
  })

  it('stops the run when the login does not hold any more', async () => {
    const { world, watch, create } = setUp()
    world.failure = new AuthError('refused', 'nmbrs', 'login-refused', '')

    expect(await watch.admit(creation(), create('n1'))).toEqual({ verdict: 'unread' })
    expect(world.stopped).toHaveLength(2)
  })
})
