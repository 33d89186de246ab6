import { describe, expect, it } from '@jest/globals'

import type { AccessBook } from '../../../src/access/access-book.js'
import type { AccessChannel } from '../../../src/run/access/delivery/channel.js'
import { toDeliveryWords } from '../../../src/report/access/sync-text.js'
import type { HandOver } from '../../../src/access/work/delivery-payload.js'
import type { AccessPerson } from '../../../src/access/person.js'
import { readPlanInput, type AccessFacts } from '../../../src/run/access/delivery/read-plan-input.js'
import { rebuildHandOver, type HandOverDeps } from '../../../src/run/access/delivery/hand-over.js'
import { runAccess } from '../../../src/run/access/delivery/run-access.js'
import { tellOfNewLogins, type Told } from '../../../src/run/access/delivery/tell-employees.js'
import { patientPolicy } from '../../../src/delivery/deliver.js'
import { DeliveryError } from '../../../src/delivery/delivery-error.js'
import type { Email } from '../../../src/delivery/email.js'
import { silentLog } from '../../../src/domain/log.js'
import { aFolder, firstMoment, openState } from '../../state/temp-state.js'
import { anEmployee, aPolicy } from '../builders.js'
import { aPortal } from '../portal-texts.js'
import { asTester } from '../../support/builders.js'

const hour = 3_600_000
const a = anEmployee('a')
const b = anEmployee('b')
const movedA = anEmployee('a', { workEmail: 'new.a@example.com' })

const away = new DeliveryError('unreachable', 'away', false, undefined, 'no')
const lost = new DeliveryError('timeout', 'no answer in time', false)

/** A channel that remembers what it took; it fails while there are failures left. */
const aChannel = (name: AccessChannel['name'], ...failures: (DeliveryError | 'took it, answer lost')[]) => {
  const sent: HandOver[] = []
  const channel: AccessChannel = {
    name,
    send: (handOver) => {
      const failure = failures.shift()
      if (failure === undefined || failure === 'took it, answer lost') sent.push(handOver)
      if (failure === 'took it, answer lost') return Promise.reject(lost)
      return failure === undefined ? Promise.resolve('taken') : Promise.reject(failure)
    },
  }
  return { channel, sent }
}

const openWorld = async (folder = aFolder()) => {
  const clock = { now: firstMoment }
  const state = await openState(folder, { now: () => clock.now })
  const book = await state.store('acme', asTester).openAccessBook('nmbrs-ess')
  const factsOf = (people: readonly AccessPerson[], differs: Partial<AccessFacts> = {}): AccessFacts => ({
    portal: aPortal('nmbrs-ess'),
    policy: aPolicy(),
    people,
    owners: new Map(),
    now: new Date(clock.now).toISOString(),
    ...differs,
  })
  const depsOf = (channels: readonly AccessChannel[], differs: Partial<HandOverDeps> = {}): HandOverDeps => ({
    connection: 'acme',
    book,
    channels,
    delivery: {
      policy: { ...patientPolicy, retries: 0 },
      log: silentLog,
      closing: new AbortController().signal,
    },
    others: 'possible',
    ...differs,
  })
  const run = (people: readonly AccessPerson[], ...channels: readonly AccessChannel[]) =>
    runAccess(depsOf(channels), factsOf(people))
  return { state, book, clock, folder, factsOf, depsOf, run }
}

const statesOf = async (book: AccessBook): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await book.readKnown()).map(({ subject, order }) => [subject, order?.state ?? 'no order']),
  )

const subjectsOf = (handOver: HandOver | undefined): string[] =>
  (handOver?.batches ?? []).flatMap(({ people }) => people.map(({ subject }) => subject))

describe('a run over the logins of a portal', () => {
  it('hands over what is wanted, and nothing the second time', async () => {
    const { run, book } = await openWorld()
    const worklist = aChannel('worklist')

    await run([a, b], worklist.channel)
    await run([a, b], worklist.channel)

    expect(worklist.sent.map(subjectsOf)).toEqual([['a', 'b']])
    expect(await statesOf(book)).toEqual({ a: 'handed-over', b: 'handed-over' })
  })

  it('names everybody with the address that his login is made with, and each batch by the hand-over', async () => {
    const { run } = await openWorld()
    const worklist = aChannel('worklist')

    await run([a], worklist.channel)

    const [handOver] = worklist.sent
    expect(handOver?.people.get(a.subject)).toMatchObject({
      displayName: a.displayName,
      address: 'work.a@example.com',
      targetId: '9a',
    })
    expect(handOver?.batches.map(({ key }) => key)).toEqual([`${handOver?.key ?? ''}-1`])
  })

  it('has nothing to do once everything is confirmed', async () => {
    const { run, book } = await openWorld()
    const worklist = aChannel('worklist')
    await run([a, b], worklist.channel)
    await book.answer({ handOver: worklist.sent[0]!.key }, 'confirmed', null)

    const { plan } = await run([a, b], worklist.channel)

    expect(worklist.sent).toHaveLength(1)
    expect(plan.actions.map(({ because }) => because)).toEqual([['as-wanted'], ['as-wanted']])
  })

  it('holds a replacement until somebody accepts it, then hands over both halves', async () => {
    const { run, book } = await openWorld()
    const worklist = aChannel('worklist')
    await run([a], worklist.channel)
    await book.answer({ subjects: [a.subject] }, 'confirmed', null)

    const held = await run([movedA], worklist.channel)
    const [action] = held.plan.actions
    expect(action).toMatchObject({ kind: 'replace', holds: ['open-change-requests'] })
    expect(worklist.sent).toHaveLength(1)
    const [order] = await book.readKnown()
    await book.ask(
      { subject: a.subject, ask: 'acceptance', work: order!.order!.work, how: 'none-open' },
      'looked',
    )
    await run([movedA], worklist.channel)

    expect(worklist.sent[1]?.batches.map(({ step, after }) => [step, after])).toEqual([
      ['delete', []],
      ['add', [`${worklist.sent[1]!.key}-1`]],
    ])
    expect((await book.readRequests()).acceptances).toEqual([])
  })

  it('puts work on record and hands over nothing when no way of delivery is configured', async () => {
    const { run, book } = await openWorld()

    const { handOvers } = await run([a])

    expect(handOvers).toEqual([])
    expect(await statesOf(book)).toEqual({ a: 'wanted' })
  })

  it('lets work expire that got no answer in the time of the portal', async () => {
    const { run, book, clock } = await openWorld()
    const worklist = aChannel('worklist')
    await run([a], worklist.channel)
    clock.now += 14 * 24 * hour + 1

    const { expired } = await run([a], worklist.channel)

    expect(expired).toEqual(['a'])
    expect(await statesOf(book)).toEqual({ a: 'expired' })
    // Nobody knows whether it was done, so it is not handed over again without a word.
    expect(worklist.sent).toHaveLength(1)
  })
})

describe('a delivery that fails', () => {
  it('leaves the work wanted, and the next run hands over the same under the same key', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', away)

    const first = await run([a], webhook.channel)
    const between = await statesOf(book)
    const second = await run([a, b], webhook.channel)

    expect(first.handOvers[0]?.deliveries).toEqual([{ channel: 'webhook', arrived: false, result: 'away' }])
    expect(between).toEqual({ a: 'wanted' })
    expect(second.handOvers.map(({ resumed }) => resumed)).toEqual([true, false])
    expect(webhook.sent.map(subjectsOf)).toEqual([['a'], ['b']])
    expect(webhook.sent[0]?.key).toBe(first.handOvers[0]?.handOver.key)
    expect(webhook.sent[0]?.at).toBe(first.handOvers[0]?.handOver.at)
  })

  it('and may have arrived all the same is never called one that did not arrive', async () => {
    const { run } = await openWorld()

    const { handOvers } = await run([a], aChannel('webhook', lost).channel)
    const [unsure] = handOvers.flatMap(({ deliveries }) =>
      deliveries.map((one) => toDeliveryWords(one, 'en')),
    )

    expect(handOvers[0]?.deliveries).toMatchObject([{ arrived: false, unsure: true }])
    expect(unsure).toBe(
      'by webhook: it is not known whether it arrived; no answer in time. The next run continues with it under the same key',
    )
    expect(toDeliveryWords({ channel: 'webhook', arrived: false, result: 'away' }, 'en')).toContain(
      'did not arrive',
    )
  })

  it('again and again stays one hand-over', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', away, away, away)

    for (let night = 0; night < 4; night += 1) await run([a], webhook.channel)

    expect(webhook.sent).toHaveLength(1)
    expect(await statesOf(book)).toEqual({ a: 'handed-over' })
  })

  it('by one of two channels is made up for by that one alone', async () => {
    const { run, book } = await openWorld()
    const worklist = aChannel('worklist')
    const webhook = aChannel('webhook', away)

    await run([a], worklist.channel, webhook.channel)
    const between = await statesOf(book)
    await run([a], worklist.channel, webhook.channel)

    expect(between).toEqual({ a: 'handed-over' })
    expect([worklist.sent.length, webhook.sent.length]).toEqual([1, 1])
    expect(webhook.sent[0]?.key).toBe(worklist.sent[0]?.key)
  })

  it('and surely did not arrive lets work go that is wanted otherwise by now', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', away)
    await run([a], webhook.channel)

    await run([movedA], webhook.channel)

    expect(webhook.sent.map(({ people }) => people.get(a.subject)?.address)).toEqual(['new.a@example.com'])
    expect(await statesOf(book)).toEqual({ a: 'handed-over' })
  })

  it('and may have arrived keeps changed work from being handed over twice: it expires', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', 'took it, answer lost')
    await run([a, b], webhook.channel)

    await run([movedA, b], webhook.channel)

    expect(webhook.sent.map(subjectsOf)).toEqual([['a', 'b'], ['b']])
    expect(webhook.sent[1]?.key).toBe(webhook.sent[0]?.key)
    expect(await statesOf(book)).toEqual({ a: 'expired', b: 'handed-over' })
  })

  it('is given up when nobody of it is wanted any more', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', away)
    await run([a], webhook.channel)

    await run([], webhook.channel)

    expect(webhook.sent).toEqual([])
    expect(await book.readOpenHandOvers()).toEqual([])
    expect(await statesOf(book)).toEqual({})
  })

  it('is given up when its way of delivery is not configured any more', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', away)
    const worklist = aChannel('worklist')
    await run([a], webhook.channel)

    await run([a], worklist.channel)

    expect(worklist.sent.map(subjectsOf)).toEqual([['a']])
    expect(await statesOf(book)).toEqual({ a: 'handed-over' })
  })
})

describe('a program that ends between a delivery and its record', () => {
  /** Runs until the book is to note how the delivery ended, and ends the program there. */
  const dieAfterDelivery = async (
    channel: AccessChannel,
    people: readonly AccessPerson[],
  ): Promise<string> => {
    const { state, book, depsOf, factsOf, folder } = await openWorld()
    const dead = new Error('the program ended here')
    const dying: AccessBook = { ...book, endDelivery: () => Promise.reject(dead) }
    await expect(runAccess(depsOf([channel], { book: dying }), factsOf(people))).rejects.toBe(dead)
    await state.close()
    return folder
  }

  it('loses no work and doubles none: the same is delivered again under the same key', async () => {
    const webhook = aChannel('webhook')
    const folder = await dieAfterDelivery(webhook.channel, [a, b])
    const { run, book } = await openWorld(folder)
    const before = await statesOf(book)

    await run([a, b], webhook.channel)
    await run([a, b], webhook.channel)

    expect(before).toEqual({ a: 'wanted', b: 'wanted' })
    expect(webhook.sent).toHaveLength(2)
    expect(webhook.sent[1]).toEqual(webhook.sent[0])
    expect(await statesOf(book)).toEqual({ a: 'handed-over', b: 'handed-over' })
  })

  it('does not hand over anew who changed meanwhile; a person has to look whether it was done', async () => {
    const webhook = aChannel('webhook')
    const folder = await dieAfterDelivery(webhook.channel, [a, b])
    const { run, book } = await openWorld(folder)

    const { plan } = await run([movedA, b], webhook.channel)

    expect(subjectsOf(webhook.sent[1])).toEqual(['b'])
    expect(await statesOf(book)).toEqual({ a: 'expired', b: 'handed-over' })
    expect(plan.actions.map(({ because }) => because)).toEqual([['expired'], ['handed-over']])
  })

  it('hands over anew, after that, when somebody says so', async () => {
    const webhook = aChannel('webhook')
    const folder = await dieAfterDelivery(webhook.channel, [a])
    const { run, book } = await openWorld(folder)
    await run([movedA], webhook.channel)
    await book.ask({ subject: a.subject, ask: 'again' }, 'it was never there')

    await run([movedA], webhook.channel)

    expect(webhook.sent[1]?.people.get(a.subject)?.address).toBe('new.a@example.com')
  })
})

describe('doubt about a delivery', () => {
  it.each([
    ['an answer that was lost', ['took it, answer lost' as const, away]],
    ['an answer that was lost, and two refusals', ['took it, answer lost' as const, away, away]],
  ])('is kept over later refusals: %s', async (_, failures) => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', ...failures)
    for (const people of failures.map(() => [a])) await run(people, webhook.channel)

    await run([movedA], webhook.channel)
    await run([movedA], webhook.channel)

    expect(webhook.sent.map(subjectsOf)).toEqual([['a']])
    expect(await statesOf(book)).toEqual({ a: 'expired' })
  })

  it('lets one word for once more serve one hand-over', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', 'took it, answer lost', away, 'took it, answer lost', away)
    await run([a], webhook.channel)
    await run([movedA], webhook.channel)
    await book.ask({ subject: a.subject, ask: 'again' }, null)
    await run([movedA], webhook.channel)
    await run([movedA], webhook.channel)

    // What is wanted changes once more while nobody knows whether the second list arrived.
    await run([a], webhook.channel)
    await run([a], webhook.channel)

    expect(webhook.sent).toHaveLength(2)
    expect(await statesOf(book)).toEqual({ a: 'expired' })
    expect((await book.readRequests()).again.size).toBe(0)
  })

  it('ends when those who do the work answer, by batch too', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', 'took it, answer lost', away)
    await run([a, b], webhook.channel)
    const key = webhook.sent[0]!.key

    const { answered } = await book.answer({ batch: `${key}-1` }, 'confirmed', null)
    await run([a, b], webhook.channel)

    expect(answered.map(({ subject }) => subject)).toEqual(['a', 'b'])
    expect(webhook.sent).toHaveLength(1)
    expect(await book.readOpenHandOvers()).toEqual([])
  })

  it('keeps who was taken out of the list from being confirmed with it', async () => {
    const { run, book } = await openWorld()
    const webhook = aChannel('webhook', 'took it, answer lost')
    await run([a, b], webhook.channel)
    await run([movedA, b], webhook.channel)

    const { answered } = await book.answer({ handOver: webhook.sent[0]!.key }, 'confirmed', null)

    expect(answered.map(({ subject }) => subject)).toEqual(['b'])
    expect(await statesOf(book)).toEqual({ a: 'expired', b: 'confirmed' })
  })
})

describe('a word that was taken back', () => {
  /** Somebody whose replacement was accepted, and whose hand-over surely did not arrive. */
  const openReplacement = async () => {
    const world = await openWorld()
    const { run, book } = world
    await run([a], aChannel('worklist').channel)
    await book.answer({ subjects: [a.subject] }, 'confirmed', null)
    await run([movedA], aChannel('worklist').channel)
    const [known] = await book.readKnown()
    await book.ask(
      { subject: a.subject, ask: 'acceptance', work: known!.order!.work, how: 'loss-accepted' },
      null,
    )
    const webhook = aChannel('webhook', away)
    await run([movedA], webhook.channel)
    return { ...world, webhook }
  }

  it.each<{ what: string; takeBack: (world: Awaited<ReturnType<typeof openReplacement>>) => unknown }>([
    { what: 'withdrawn', takeBack: ({ book }) => book.unask(a.subject) },
    {
      what: 'refused',
      takeBack: ({ book }) => book.answer({ subjects: [a.subject] }, 'refused', 'not now'),
    },
    { what: 'too old', takeBack: ({ clock }) => (clock.now += 31 * 24 * hour) },
  ])('deletes no login that is still to be handed over: $what', async ({ takeBack, ...opened }) => {
    const world = await openReplacement()
    await takeBack(world)

    await world.run([movedA], world.webhook.channel)
    await world.run([movedA], world.webhook.channel)

    expect(opened.what).not.toBe('')
    expect(world.webhook.sent).toEqual([])
  })

  it('is a pilot list that became narrower, or a policy that changed', async () => {
    const { book, webhook, depsOf, factsOf } = await openReplacement()

    await runAccess(depsOf([webhook.channel]), factsOf([movedA], { leftAlone: new Set<string>([a.subject]) }))
    await runAccess(
      depsOf([webhook.channel]),
      factsOf([movedA], { policy: aPolicy({ replaceOnEmailChange: 'never' }) }),
    )

    expect(webhook.sent).toEqual([])
    expect(await book.readOpenHandOvers()).toEqual([])
  })

  it('asks for nothing again that was refused, though it was on record as wanted', async () => {
    const { run, book } = await openWorld()
    const worklist = aChannel('worklist')
    await run([a], worklist.channel)
    await book.answer({ subjects: [a.subject] }, 'refused', 'no')
    await book.ask({ subject: a.subject, ask: 'again' }, null)
    await run([a])
    await book.unask(a.subject)

    await run([a], worklist.channel)

    expect(worklist.sent).toHaveLength(1)
    expect(await statesOf(book)).toEqual({ a: 'refused' })
  })
})

describe('somebody who left', () => {
  const left = anEmployee('a', { service: { state: 'left', since: '2025-01-01' } })

  it.each(['refused', 'expired'] as const)('can be asked for again when the login was %s', async (how) => {
    const { run, book, clock } = await openWorld()
    const worklist = aChannel('worklist')
    await book.ask({ subject: a.subject, ask: 'individually' }, null)
    await run([left], worklist.channel)
    if (how === 'refused') await book.answer({ subjects: [a.subject] }, 'refused', 'no')
    else clock.now += 15 * 24 * hour
    await run([left], worklist.channel)
    const before = worklist.sent.length
    await book.ask({ subject: a.subject, ask: 'again' }, null)

    await run([left], worklist.channel)

    expect([before, worklist.sent.length]).toEqual([1, 2])
  })
})

describe('a request for a link', () => {
  it('of a login that nobody knows ends with the reason and blocks nothing', async () => {
    const { run, book } = await openWorld()
    const worklist = aChannel('worklist')
    await book.ask({ subject: a.subject, ask: 'resend' }, null)

    const { endedRequests } = await run([a], worklist.channel)

    expect(endedRequests).toEqual([{ subject: 'a', reason: 'no-login-known' }])
    expect(worklist.sent.map(subjectsOf)).toEqual([['a']])
    expect((await book.readRequests()).resend.size).toBe(0)
  })
})

describe('a hand-over that is shown once more', () => {
  it('is the one that was delivered, as long as nobody in it changed', async () => {
    const { run, book, factsOf, depsOf } = await openWorld()
    const worklist = aChannel('worklist')
    await run([a, b], worklist.channel)
    const [unanswered] = await book.readUnanswered()

    const same = rebuildHandOver(depsOf([]), await readPlanInput(book, factsOf([a, b])), unanswered!)
    const changed = rebuildHandOver(depsOf([]), await readPlanInput(book, factsOf([movedA, b])), unanswered!)

    expect(same).toEqual(worklist.sent[0])
    expect(subjectsOf(changed)).toEqual(['b'])
  })

  it('leaves out who gave an answer, and the half of a replacement that is done', async () => {
    const { run, book, factsOf, depsOf } = await openWorld()
    const worklist = aChannel('worklist')
    await run([a], worklist.channel)
    await book.answer({ subjects: [a.subject] }, 'confirmed', null)
    await run([movedA], worklist.channel)
    const [known] = await book.readKnown()
    await book.ask(
      { subject: a.subject, ask: 'acceptance', work: known!.order!.work, how: 'none-open' },
      null,
    )
    await run([movedA], worklist.channel)
    const { key } = worklist.sent[1]!
    await book.answer({ batch: `${key}-1` }, 'confirmed', null)
    const [unanswered] = await book.readUnanswered()

    const left = rebuildHandOver(depsOf([]), await readPlanInput(book, factsOf([movedA])), unanswered!)

    expect(left?.batches.map(({ key: name, step }) => [name, step])).toEqual([[`${key}-2`, 'add']])
    await book.answer({ batch: `${key}-2` }, 'confirmed', null)
    expect(await book.readUnanswered()).toEqual([])
  })
})

describe('the message to people with a new login', () => {
  const confirmA = async ({ run, book }: Awaited<ReturnType<typeof openWorld>>): Promise<void> => {
    await run([a, b], aChannel('worklist').channel)
    await book.answer({ subjects: [a.subject] }, 'confirmed', null)
  }
  const aMailbox = ({ book, depsOf }: Awaited<ReturnType<typeof openWorld>>) => {
    const sent: Email[] = []
    const send = (email: Email) => Promise.resolve(String(sent.push(email)))
    const tell = async (facts: AccessFacts): Promise<Told> =>
      tellOfNewLogins({ ...depsOf([]).delivery, book, send }, await readPlanInput(book, facts), facts)
    return { sent, tell }
  }

  it('goes out once the login is confirmed, and once only', async () => {
    const world = await openWorld()
    const { sent, tell } = aMailbox(world)
    await confirmA(world)

    const first = await tell(world.factsOf([a, b]))
    const second = await tell(world.factsOf([a, b]))

    expect(sent.map(({ to }) => to)).toEqual([['work.a@example.com']])
    expect([first, second]).toEqual([
      { told: 1, passed: 0, failed: 0, unsure: 0 },
      { told: 0, passed: 0, failed: 0, unsure: 0 },
    ])
  })

  it('goes to nobody for logins of long ago when messages are switched on', async () => {
    const world = await openWorld()
    const { sent, tell } = aMailbox(world)
    await confirmA(world)

    world.clock.now += 15 * 24 * hour
    await tell(world.factsOf([a, b]))

    expect(sent).toEqual([])
  })

  it('goes to nobody outside a pilot', async () => {
    const world = await openWorld()
    const { sent, tell } = aMailbox(world)
    await confirmA(world)

    await tell(world.factsOf([a, b], { leftAlone: new Set([a.subject]) }))

    expect(sent).toEqual([])
  })
})
