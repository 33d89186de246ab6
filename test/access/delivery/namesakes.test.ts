import { describe, expect, it } from '@jest/globals'

import type { AccessBook } from '../../../src/access/access-book.js'
import type { AccessPerson } from '../../../src/access/person.js'
import type { HandOver } from '../../../src/access/work/delivery-payload.js'
import { patientPolicy } from '../../../src/delivery/deliver.js'
import { DeliveryError } from '../../../src/delivery/delivery-error.js'
import { silentLog } from '../../../src/domain/log.js'
import { readPlanInput, type AccessFacts } from '../../../src/run/access/delivery/read-plan-input.js'
import { rebuildHandOver } from '../../../src/run/access/delivery/hand-over.js'
import { runAccess } from '../../../src/run/access/delivery/run-access.js'
import { aFolder, firstMoment, openState } from '../../state/temp-state.js'
import { anEmployee, aPolicy } from '../builders.js'
import { aPortal } from '../portal-texts.js'
import { asTester } from '../../support/builders.js'

const day = 24 * 3_600_000
const portal = aPortal('akken-ess')
const policy = aPolicy({
  ...{ portal: 'akken-ess', environment: null, creation: 'single' },
  permissionSets: new Map([['Hours', { timesheets: true }]]),
  otherwise: { template: 'Hours', email: 'work', language: null },
})
const kim = (id: string, lastName = 'de Vries'): AccessPerson =>
  anEmployee(id, { firstName: 'Kim', lastName })
const [a, b, c, d] = [kim('a'), kim('b'), kim('c'), kim('d')]
const three = [a, b, c]
const ids = { subjects: [a.subject] }

const arrives = undefined
const away = new DeliveryError('unreachable', 'away', false, undefined, 'no')
const lost = new DeliveryError('timeout', 'silent', false)

/** A state file, and those who get the lists. */
const openWorld = async () => {
  const clock = { now: firstMoment }
  const state = await openState(aFolder(), { now: () => clock.now })
  const book = await state.store('acme', asTester).openAccessBook(portal.portal)
  const factsOf = (people: readonly AccessPerson[]): AccessFacts => ({
    ...{ portal, policy, people, owners: new Map(), now: new Date(clock.now).toISOString() },
  })
  /** Runs, and gives the user names of the list that was sent, or was to be. */
  const run = async (people: readonly AccessPerson[], end: DeliveryError | undefined = arrives) => {
    const sent: HandOver[] = []
    await runAccess(
      {
        ...{ connection: 'acme', book, others: 'possible' },
        channels: [
          {
            name: 'worklist',
            send: (handOver) => {
              sent.push(handOver)
              return end === undefined ? Promise.resolve('taken') : Promise.reject(end)
            },
          },
        ],
        delivery: {
          ...{ policy: { ...patientPolicy, retries: 0 }, log: silentLog },
          closing: new AbortController().signal,
        },
      },
      factsOf(people),
    )
    return namesIn(sent.at(-1))
  }
  /** The lists that wait for an answer, as they are shown once more. */
  const shownAgain = async (people: readonly AccessPerson[]) => {
    const input = await readPlanInput(book, factsOf(people))
    const open = await book.readUnanswered()
    return Object.assign(
      {},
      ...open.map((one) => namesIn(rebuildHandOver({ connection: 'acme', others: 'possible' }, input, one))),
    ) as Record<string, string | null>
  }
  const purge = (): Promise<unknown> =>
    state.store('acme', asTester).runs.purgeRuns({ before: new Date(clock.now + day).toISOString(), keep: 0 })
  return { book, clock, run, shownAgain, purge }
}

const namesIn = (handOver: HandOver | undefined): Record<string, string | null> =>
  Object.fromEntries([...(handOver?.people ?? [])].map(([id, { userName }]) => [id, userName]))

const statesOf = async (book: AccessBook): Promise<Record<string, string | undefined>> =>
  Object.fromEntries((await book.readKnown()).map(({ subject, order }) => [subject, order?.state]))

const allNames = { a: 'kim.devries', b: 'kim.devries2', c: 'kim.devries3' }
const others = { b: 'kim.devries2', c: 'kim.devries3' }

describe('what becomes of one of several people of one name', () => {
  type World = Awaited<ReturnType<typeof openWorld>>
  const events: readonly [string, (world: World) => Promise<unknown>][] = [
    ['refused', ({ book }) => book.answer(ids, 'refused', null)],
    ['confirmed', ({ book }) => book.answer(ids, 'confirmed', null)],
    [
      'refused, asked again and refused again',
      async ({ book }) => {
        await book.answer(ids, 'refused', null)
        await book.ask({ subject: a.subject, ask: 'again' }, null)
        await book.answer(ids, 'refused', null)
      },
    ],
  ]

  it.each(events)('changes nothing for the others on a list that arrived: %s', async (_what, happen) => {
    const world = await openWorld()

    expect(await world.run(three)).toEqual(allNames)
    await happen(world)

    expect(await statesOf(world.book)).toMatchObject({ b: 'handed-over', c: 'handed-over' })
    expect(await world.shownAgain(three)).toEqual(others)
    // Nothing new for them, and a newcomer of that name gets another one.
    expect(await world.run([...three, d])).toEqual({ d: 'kim.devries4' })
    expect(await world.shownAgain([...three, d])).toEqual({ ...others, d: 'kim.devries4' })
  })

  it.each([
    ['surely did not arrive', away],
    ['may have arrived', lost],
  ])('changes nothing for the others on a list that %s', async (_what, end) => {
    const world = await openWorld()
    await world.run(three, end)
    await world.book.answer(ids, 'refused', null)

    // The list goes out once more, under its key, without the one who was refused.
    expect(await world.run(three)).toEqual(others)
    expect(await statesOf(world.book)).toEqual({ a: 'refused', b: 'handed-over', c: 'handed-over' })
    expect(await world.run([...three, d])).toEqual({ d: 'kim.devries4' })
  })

  it('changes nothing for the others when a list that may have arrived is given up for one', async () => {
    const world = await openWorld()
    await world.run(three, lost)
    const married = [kim('a', 'Bakker'), b, c]

    expect(await world.run(married)).toEqual(others)
    expect(await statesOf(world.book)).toEqual({ a: 'expired', b: 'handed-over', c: 'handed-over' })
    expect(await world.run([...married, d])).toEqual({ d: 'kim.devries4' })
  })

  it('confirms with the list those who did not refuse, and nobody else', async () => {
    const world = await openWorld()
    await world.run(three)
    await world.book.answer(ids, 'refused', null)
    const [open] = await world.book.readUnanswered()

    const { answered } = await world.book.answer({ handOver: open!.key }, 'confirmed', null)

    expect(answered.map(({ subject }) => subject)).toEqual(['b', 'c'])
    expect(await statesOf(world.book)).toEqual({ a: 'refused', b: 'confirmed', c: 'confirmed' })
  })
})

describe('a user name on a list that nobody answered', () => {
  const nobodyAnswers = async (world: Awaited<ReturnType<typeof openWorld>>): Promise<void> => {
    world.clock.now += 40 * day
    expect(await world.book.expireOrders(new Date(world.clock.now).toISOString())).toEqual([a.subject])
  }

  it.each(['expired', 'refused'] as const)(
    'stays reserved while later work of that person is done under another name: %s',
    async (state) => {
      const world = await openWorld()
      await world.run([a])
      if (state === 'expired') await nobodyAnswers(world)
      else await world.book.answer(ids, 'refused', null)
      await world.book.ask({ subject: a.subject, ask: 'again' }, null)
      const married = kim('a', 'Bakker')
      expect(await world.run([married])).toEqual({ a: 'kim.bakker' })
      await world.book.answer(ids, 'confirmed', null)

      expect(await world.run([married, b])).toEqual({ b: 'kim.devries2' })
    },
  )

  it.each(['expired', 'refused'] as const)('stays reserved through a purge: %s', async (state) => {
    const world = await openWorld()
    await world.run([a])
    if (state === 'expired') await nobodyAnswers(world)
    else await world.book.answer(ids, 'refused', null)
    await world.book.ask({ subject: a.subject, ask: 'again' }, null)
    const married = kim('a', 'Bakker')
    expect(await world.run([married])).toEqual({ a: 'kim.bakker' })
    await world.book.answer(ids, 'confirmed', null)
    world.clock.now += 400 * day

    await world.purge()

    expect(await world.run([married, b])).toEqual({ b: 'kim.devries2' })
  })

  it('stays reserved when its owner is not in the source any more', async () => {
    const world = await openWorld()
    await world.run([a])
    await nobodyAnswers(world)
    world.clock.now += 400 * day
    await world.purge()

    expect(await world.run([b])).toEqual({ b: 'kim.devries2' })
  })
})
