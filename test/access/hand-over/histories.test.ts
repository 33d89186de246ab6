import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

import type { HandOver } from '../../../src/access/delivery-payload.js'
import type { AccessChannel } from '../../../src/access/delivery/channel.js'
import { runAccess } from '../../../src/access/delivery/run-access.js'
import { patientPolicy } from '../../../src/delivery/deliver.js'
import { DeliveryError } from '../../../src/delivery/delivery-error.js'
import { silentLog } from '../../../src/domain/log.js'
import { aFolder, firstMoment, openState } from '../../state/temp-state.js'
import { anEmployee, aPolicy } from '../builders.js'
import { aPortal } from '../portal-texts.js'

/** Numbers from 0 up to 1, the same for the same seed. */
const rolls = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const ids = ['a', 'b', 'c']
const hour = 3_600_000

/** Plays one history of runs, failures, changes and words, and checks after each step what must never be. */
const play = async (seed: number): Promise<void> => {
  const roll = rolls(seed)
  const folder = aFolder()
  const clock = { now: firstMoment }
  const state = await openState(folder, { now: () => clock.now })
  const book = await state.store('acme').openAccessBook('nmbrs-ess')
  const address = new Map(ids.map((id) => [id, 0]))
  /** For each person the key of the list that may be in somebody's hands; it leaves by a person's answer alone. */
  const inHands = new Map<string, string>()
  let ends: ('arrives' | 'lost' | 'refused')[] = []
  const check = ({ key, batches }: HandOver): void => {
    for (const { subject, work } of batches.flatMap(({ people }) => people)) {
      const before = inHands.get(subject)
      if (before !== undefined && before !== key) faults.push(`${subject} is on two lists`)
      if (work.kind === 'replace' && !words.has(subject)) faults.push(`${subject}: deleted without a word`)
      inHands.set(subject, key)
    }
  }
  const words = new Set<string>()
  /** A channel that throws has failed to deliver, no more; so what must not be is kept to be told. */
  const faults: string[] = []
  const channel: AccessChannel = {
    name: 'webhook',
    send: (handOver) => {
      const end = ends.shift() ?? 'arrives'
      if (end === 'refused')
        return Promise.reject(new DeliveryError('unreachable', 'away', false, undefined, 'no'))
      check(handOver)
      return end === 'lost'
        ? Promise.reject(new DeliveryError('timeout', 'silent', false))
        : Promise.resolve('taken')
    },
  }
  const people = () =>
    ids.map((id) => anEmployee(id, { workEmail: `work.${id}.${address.get(id) ?? 0}@example.com` }))
  const run = () =>
    runAccess(
      {
        connection: 'acme',
        book,
        channels: [channel],
        delivery: {
          policy: { ...patientPolicy, retries: 0 },
          log: silentLog,
          closing: new AbortController().signal,
        },
        others: 'possible',
      },
      {
        portal: aPortal('nmbrs-ess'),
        policy: aPolicy(),
        people: people(),
        owners: new Map(),
        now: new Date(clock.now).toISOString(),
      },
    )
  const answerAll = async (): Promise<void> => {
    for (const { subject, order } of await book.readKnown()) {
      if (order === null) continue
      const { answered } = await book.answer({ subjects: [subject] }, 'confirmed', null)
      if (answered.length > 0) inHands.delete(subject)
    }
  }
  for (let step = 0; step < 60; step += 1) {
    const id = ids[roll(ids.length)] ?? 'a'
    const known = (await book.readKnown()).find(({ subject }) => subject === id)
    const order = known?.order
    switch (roll(10)) {
      case 0:
        address.set(id, roll(3))
        break
      case 1:
        if (order?.state === 'wanted' && order.kind === 'replace') {
          await book.ask(
            { subject: known!.subject, ask: 'acceptance', work: order.work, how: 'none-open' },
            null,
          )
          words.add(id)
        }
        break
      case 2:
        if (known !== undefined) await book.unask(known.subject)
        // A list that is in somebody's hands already was handed over on the word.
        if (order?.state !== 'handed-over' && !inHands.has(id)) words.delete(id)
        break
      case 3:
        if (order?.state === 'expired') {
          await book.ask({ subject: known!.subject, ask: 'again' }, null)
          inHands.delete(id)
        }
        break
      case 4:
        if (known !== undefined) {
          const { answered } = await book.answer({ subjects: [known.subject] }, 'confirmed', null)
          if (answered.length > 0) inHands.delete(id)
        }
        break
      case 5:
        clock.now += roll(20) * 24 * hour
        break
      default:
        ends = [0, 1, 2].map(() => (['arrives', 'lost', 'refused'] as const)[roll(3)] ?? 'arrives')
        await run()
    }
  }
  // Everything is answered, and what is wanted is wanted no other way any more.
  ends = []
  for (let round = 0; round < 4; round += 1) {
    await run()
    await answerAll()
  }
  const { handOvers } = await run()
  if (handOvers.length > 0 || (await book.readOpenHandOvers()).length > 0) throw new Error('work is left')
  if (faults.length > 0) throw new Error(faults.join('; '))
  await state.close()
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  if (files.some((text) => text.includes('@example.'))) throw new Error('an address is in the state')
}

describe('a history of hand-overs', () => {
  it.each([1, 2, 3, 5, 8, 13, 21, 34, 38])(
    'hands nothing over twice, deletes nothing without a word, and comes to an end: %d',
    async (seed) => {
      await expect(play(seed)).resolves.toBeUndefined()
    },
  )
})
