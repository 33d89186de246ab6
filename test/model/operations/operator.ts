import { ConfigError } from '../../../src/domain/errors.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { linkByHand, type LinkOrder } from '../../../src/run/by-hand/link-by-hand.js'
import { weighMatch } from '../../../src/run/by-hand/weigh-match.js'
import { prepareDrift, settleDrift } from '../../../src/run/by-hand/drift.js'
import type { PersonPlan } from '../../../src/plan/plan-person.js'
import type { Random } from '../../../src/sandbox/people/invent/random.js'
import { toApproval } from '../model.js'
import { companyOf, employeesOf, pick, recordsOf, type Play } from '../play.js'
import type { Command } from './operation.js'

/** What the operator types may be refused; that is an answer too. */
const unlessRefused = async (work: () => Promise<string | undefined>): Promise<string | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}

const plannedChanges = ({ lastRun }: Play): readonly PersonPlan['changes'][number][] =>
  (lastRun?.end?.people ?? []).flatMap(({ changes }) => changes)

const decideHold = (word: 'release' | 'reject', weight: number): Command => ({
  weight,
  run: (play, random) =>
    unlessRefused(async () => {
      const holds = await play.world.command(({ store }) => store.holds.readHolds())
      const hold = pick(random, holds)
      if (hold === undefined) return undefined
      const shown = plannedChanges(play).find((planned) => 'hold' in planned && planned.hold === hold.id)
      // Nobody releases what they were not shown.
      if (word === 'release' && shown === undefined) return undefined
      // Nor the names of somebody else.
      if (word === 'release' && isOfAnother(play, hold.subject, hold.targetId)) return undefined
      await play.world.command(({ store }) => store.holds.addHoldWord(hold.id, { word, reason: 'asked' }))
      if (word === 'release' && shown?.change.kind === 'update') {
        for (const [field, value] of Object.entries(shown.change.after)) {
          play.model.approved.add(toApproval(hold.subject, hold.section, field, value))
        }
      }
      if (word === 'release' && shown?.change.kind === 'create') {
        const { firstName, lastName, birthDate = '' } = shown.change
        const values = { FirstName: firstName, LastName: lastName, Birthday: birthDate }
        for (const [field, value] of Object.entries(values))
          play.model.approved.add(toApproval(hold.subject, 'personalInfo', field, value))
      }
      return `the operator ${word}s ${hold.reason} of ${hold.subject.slice(-4)}`
    }),
})

const isOfAnother = ({ model }: Play, record: string, employeeId: string | null): boolean =>
  employeeId !== null && model.ownerOfEmployee.get(Number(employeeId)) !== model.ownerOfRecord.get(record)

const order = async (play: Play, asked: LinkOrder): Promise<string> => {
  await play.world.command((deps) => linkByHand(deps, asked, play.day))
  return `the operator says ${asked.order} of ${asked.sourceId.slice(-4)}`
}

/** The operator knows who is who: connects a person with themselves, and has nobody created who is there. */
const connects: Command = {
  weight: 4,
  run: (play, random) =>
    unlessRefused(async () => {
      const { model, lastRun } = play
      const open = (lastRun?.end?.people ?? []).filter(({ pairing }) =>
        ['ambiguous', 'taken', 'lookalike', 'lost-creation', 'disconnected', 'dangling'].includes(pairing),
      )
      const person = pick(random, open)
      const record = recordsOf(play, ({ id }) => id === person?.subject)[0]
      if (person === undefined || record === undefined) return undefined
      const sourceId = person.subject
      const theirs = employeesOf(play, model.ownerOfRecord.get(sourceId))
      const here = theirs.filter(
        (id) => play.world.nmbrs.store.findEmployee(id)?.companyId === companyOf(record.companyId).nmbrsId,
      )
      const links = await play.world.command(({ store }) => store.links.readLinks())
      const free = here.find(
        (id) => !links.some((link) => link.status === 'connected' && link.targetId === String(id)),
      )
      if (free !== undefined) {
        const pair = { sourceId, targetId: toTargetEmployeeId(String(free)) }
        const { companyId, identity } = await play.world.command((deps) => weighMatch(deps, pair, play.day))
        const said = await order(play, { order: 'match', ...pair, companyId, identity })
        // Whoever connects two people has seen who the source says this is, and nothing that it says later.
        for (const [field, value] of Object.entries(identity))
          model.approved.add(toApproval(sourceId, 'personalInfo', field, value))
        return said
      }
      if (here.length > 0 || person.pairing === 'lost-creation') return undefined
      model.creationsAsked.add(sourceId)
      return order(play, { order: 'create', sourceId })
    }),
}

const anyRecord = (play: Play, random: Random) =>
  toSourceEmployeeId(pick(random, recordsOf(play))?.id ?? 'nobody')

const disconnects: Command = {
  weight: 1,
  run: (play, random) =>
    unlessRefused(() => order(play, { order: 'disconnect', sourceId: anyRecord(play, random) })),
}

const ignores: Command = {
  weight: 1,
  run: (play, random) =>
    unlessRefused(() =>
      order(play, {
        order: 'ignore',
        sourceId: anyRecord(play, random),
        reason: 'asked',
        ...(random.chance(50) ? { until: random.pick(['2026-11-01', '2026-12-31']) } : {}),
      }),
    ),
}

const takesInAgain: Command = {
  weight: 1,
  run: (play) =>
    unlessRefused(async () => {
      const links = await play.world.command(({ store }) => store.links.readLinks())
      const ignored = links.find(({ status }) => status === 'ignored')
      return ignored === undefined
        ? undefined
        : order(play, { order: 'take-in-again', sourceId: ignored.sourceId })
    }),
}

const settles = (which: 'accept-target' | 'restore-source', weight: number): Command => ({
  weight,
  run: (play, random) =>
    unlessRefused(async () => {
      const subject = anyRecord(play, random)
      return play.world.command(async (deps) => {
        const wanted = { order: which, subject } as const
        const prepared = await prepareDrift(deps, wanted)
        await settleDrift(deps, wanted, prepared)
        const { person } = prepared
        for (const { section, field, desired = '' } of person.fields) {
          if (which === 'restore-source')
            play.model.approved.add(toApproval(subject, section, field, desired))
          else {
            play.model.agreed.add(`${subject}|${section}|${field}`)
            forget(play, Number(person.targetId), section)
          }
        }
        return `the operator says ${which} of ${subject.slice(-4)}`
      })
    }),
})

/** What was accepted is agreed: the next change of HR may go over it. */
const forget = ({ model }: Play, employeeId: number, section: string): void => {
  model.corrections = model.corrections.filter(
    (one) => one.employeeId !== employeeId || one.section !== section,
  )
}

/** What an operator does. */
export const operatorCommands: readonly Command[] = [
  decideHold('release', 5),
  decideHold('reject', 1),
  connects,
  disconnects,
  ignores,
  takesInAgain,
  settles('accept-target', 1),
  settles('restore-source', 1),
]
