import type { AnswerTarget } from '../../../../src/access/access-book.js'
import type { KnownAccess } from '../../../../src/access/work/order.js'
import { ConfigError } from '../../../../src/domain/errors.js'
import { createRoll, type Roll } from './rolls.js'
import { ids, openWorld, type World } from './world.js'

const hour = 3_600_000

/** What was never to be, and when it was seen first. Nothing, when all went well. */
export type Faults = readonly string[]

interface Scene {
  world: World
  roll: Roll
  known: KnownAccess | undefined
  id: string
}

type Act = (scene: Scene) => Promise<void> | void

const accept: Act = async ({ world: { book, watch }, known, id, roll }) => {
  if (known?.order?.state !== 'wanted' || known.order.kind !== 'replace') return
  const { work } = known.order
  const how = roll(2) === 0 ? 'none-open' : 'loss-accepted'
  await book().ask({ subject: known.subject, ask: 'acceptance', work, how }, null)
  watch.accept(id, work)
}

const takeBack: Act = async ({ world: { book, watch }, known, id }) => {
  if (known === undefined) return
  await book().unask(known.subject)
  watch.takeBack(id)
}

const askAgain: Act = async ({ world: { book, watch }, known, id }) => {
  if (known?.order?.state !== 'expired' && known?.order?.state !== 'refused') return
  await book().ask({ subject: known.subject, ask: 'again' }, null)
  watch.askAgain(id)
}

const askLink: Act = async ({ world: { book, watch }, known, id }) => {
  if (known?.login?.active !== true) return
  await book().ask({ subject: known.subject, ask: 'resend' }, null)
  watch.askLink(id)
}

const answerOne =
  (answer: 'confirmed' | 'refused'): Act =>
  async ({ world: { book, watch }, known, id }) => {
    if (known === undefined) return
    const { answered } = await book().answer({ subjects: [known.subject] }, answer, null)
    if (answered.some(({ kind }) => kind !== 'resend')) watch.noteAnswer(id, answer, known.order?.work ?? '')
  }

/** Somebody who has a list says that it, or one batch of it, is done. */
const confirmList: Act = async ({ world: { book, watch }, roll }) => {
  const keys = [...watch.lists.keys()]
  const key = keys[Math.max(0, keys.length - 1 - roll(3))]
  if (key === undefined) return
  const batches = [...(watch.lists.get(key)?.values() ?? [])].flatMap((list) => [...list.keys()])
  const batch = roll(2) === 0 ? batches[roll(batches.length)] : undefined
  const target: AnswerTarget = batch === undefined ? { handOver: key } : { batch }
  const before = await book().readKnown()
  const waiting = new Set<string>(
    before.flatMap(({ subject, order }) => (order?.state === 'handed-over' ? [subject] : [])),
  )
  try {
    const end = await book().answer(target, 'confirmed', null)
    watch.noteConfirmed(batch === undefined ? { key } : { key, batch }, end, waiting)
  } catch (error) {
    // Nothing of it is known any more: all were given up, or a backup was put back.
    if (!(error instanceof ConfigError)) throw error
  }
}

const changeAddress: Act = ({ world: { addresses }, id, roll }) => void addresses.set(id, roll(3))

const passLongTime: Act = ({ world: { clock } }) => {
  clock.now += 20 * 24 * hour
}

const changePolicy: Act = ({ world }) => {
  world.changePolicy()
}

const comeOrGo: Act = ({ world, id }) => {
  world.comeOrGo(id)
}

const passTime: Act = ({ world: { clock }, roll }) => {
  clock.now += roll(20) * 24 * hour
}

const leaveAlone: Act = ({ world: { watch }, id }) => {
  if (!watch.leftAlone.delete(id)) watch.leftAlone.add(id)
}

const runs =
  (how?: Parameters<World['run']>[0]): Act =>
  async ({ world }) => {
    await world.run(how)
  }

const needsReplacement: Act = ({ world, id }) => {
  world.addresses.set(id, (world.addresses.get(id) ?? 0) + 1)
}

/** Acts one after another about one person, which chance alone would hardly bring together. */
const story =
  (...acts: readonly Act[]): Act =>
  async (scene) => {
    for (const act of acts) {
      const known = (await scene.world.book().readKnown()).find(({ subject }) => subject === scene.id)
      await act({ ...scene, known })
    }
  }

const isAnswered = answerOne('confirmed')
const inPeace = runs('in peace')
const stories: readonly Act[] = [
  // A word is given, a list of it surely does not arrive, and the word is taken back.
  story(inPeace, isAnswered, needsReplacement, inPeace, accept, runs('in vain'), takeBack, inPeace),
  // A list is lost, then refused, and what it says is wanted otherwise by then.
  story(
    needsReplacement,
    inPeace,
    accept,
    runs('lost'),
    runs('in vain'),
    needsReplacement,
    inPeace,
    accept,
    inPeace,
  ),
  // Nobody answers; a link goes out, and a word for the same work is given again.
  story(needsReplacement, inPeace, accept, inPeace, passLongTime, inPeace, askLink, inPeace, accept, inPeace),
  story(
    needsReplacement,
    inPeace,
    accept,
    inPeace,
    answerOne('refused'),
    askLink,
    inPeace,
    isAnswered,
    accept,
    inPeace,
  ),
]

const acts: readonly { act: Act; weight: number }[] = [
  { act: runs(), weight: 14 },
  { act: changeAddress, weight: 4 },
  { act: accept, weight: 4 },
  ...stories.map((act) => ({ act, weight: 0.5 })),
  { act: askLink, weight: 3 },
  { act: takeBack, weight: 2 },
  { act: askAgain, weight: 3 },
  { act: answerOne('confirmed'), weight: 2 },
  { act: answerOne('refused'), weight: 1 },
  { act: confirmList, weight: 3 },
  { act: passTime, weight: 2 },
  { act: leaveAlone, weight: 1 },
  { act: changePolicy, weight: 1 },
  { act: comeOrGo, weight: 1 },
  { act: ({ world }) => world.purge(), weight: 0.5 },
  { act: ({ world }) => world.makeBackup(), weight: 0.5 },
  { act: ({ world }) => world.putBack(), weight: 0.5 },
]
const wheel = acts.flatMap(({ act, weight }) => Array.from({ length: weight * 2 }, () => act))

/** Everything is answered, and what is wanted is wanted no other way any more. */
const comeToAnEnd = async ({ book, watch, run: runWorld }: World): Promise<string[]> => {
  watch.leftAlone.clear()
  for (let round = 0; round < 4; round += 1) {
    await runWorld('in peace')
    for (const { subject, order } of await book().readKnown())
      for (let answers = 0; answers < 2; answers += 1) {
        const { answered } = await book().answer({ subjects: [subject] }, 'confirmed', null)
        if (answered.some(({ kind }) => kind !== 'resend'))
          watch.noteAnswer(subject, 'confirmed', order?.work ?? '')
      }
  }
  const handOvers = await runWorld('in peace')
  return handOvers > 0 || (await book().readOpenHandOvers()).length > 0 ? ['work is left'] : []
}

/**
 * Plays one history of runs, cut runs, lost and refused lists, changes, words, answers and backups put back,
 * and looks after each step for what must never be. The same seed plays the same history.
 */
export const playHandOvers = async (seed: number, steps = 60): Promise<Faults> => {
  const roll = createRoll(seed)
  const world = await openWorld(roll)
  const { faults } = world.watch
  for (let step = 0; step < steps; step += 1) {
    world.clock.now += 60_000
    // Most of it is about one person, so that much happens to the same login.
    const id = ids[roll(2) * roll(ids.length)] ?? 'a'
    const known = (await world.book().readKnown()).find(({ subject }) => subject === id)
    await wheel[roll(wheel.length)]?.({ world, roll, known, id })
    if (faults.length === 0) continue
    faults.unshift(`at step ${step + 1}`)
    break
  }
  const left = faults.length > 0 ? [] : await comeToAnEnd(world)
  const hasAddress = await world.close()
  return [...faults, ...left, ...(hasAddress ? ['an address is in the state'] : [])]
}
