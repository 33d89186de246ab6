import { setTimeout as wait } from 'node:timers/promises'

import type { Baselines } from '../../domain/baseline.js'
import type { Change, ChangeReport } from '../../domain/change.js'
import { AuthError, RemoteError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import { canaryKinds, toCanaryKind, type CanaryFlaw, type CanaryKind } from '../../domain/run/canary.js'
import type { TargetEmployee } from '../../domain/employee.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import type { ApplyContext } from '../apply-person.js'
import type { HoldsBack } from '../gate/find-obstacle.js'
import { chooseCanaries, kindsOf } from './choose-canaries.js'
import { readBack, type ReadBackFlaw, type Written } from './read-back.js'

/** What is asked of the first people of a run. */
export interface CanaryOptions {
  /** How many people of each kind. */
  perKind: number
  /** Kinds that were tried before under the same circumstances. */
  proven: ReadonlySet<CanaryKind>
  /** Known to be wrong for a reason of their own. */
  passedOver: ReadonlySet<SourceEmployeeId>
  /** Whether a write that did not go through stops the others too. */
  isStrict: boolean
  today: () => string
  readBaselines: (companyId: TargetCompanyId, subject: SourceEmployeeId) => Promise<Baselines | undefined>
  /**
   * How long is waited before someone is read again who is not as was sent, in milliseconds: a target may
   * show a write a moment later.
   */
  looksMs: readonly number[]
}

/** How the first people of a run went. */
export interface CanaryEnd {
  /** Those who were begun before all others. */
  ahead: ReadonlySet<PersonPlan>
  /** Kinds of which as many people as were asked for, or all there are, were read back and are right. */
  proven: readonly CanaryKind[]
  flaws: readonly CanaryFlaw[]
  /** There are others who would be written. */
  holdsBack: boolean
}

/** Lets a few people go ahead of all others. */
export interface Canary extends HoldsBack {
  /** Writes them by `begin` and reads them back; gives those for whom it did so. */
  goAhead(
    people: readonly PersonPlan[],
    context: ApplyContext,
    begin: Begin,
  ): Promise<ReadonlySet<PersonPlan>>
}

/** Writes people as a run always does: with its permits, intents and outcomes. */
export type Begin = (people: readonly PersonPlan[], context: ApplyContext) => Promise<void>

/** How often other people are taken in the place of those for whom nothing could be written. */
const mostRounds = 3

/** Writes a few people of each kind, reads them back, and says how that went. */
export const sendAhead = async (
  people: readonly PersonPlan[],
  options: CanaryOptions,
  context: ApplyContext,
  begin: Begin,
): Promise<CanaryEnd> => {
  const ahead = new Set<PersonPlan>()
  const right = new Map<CanaryKind, number>()
  const flaws: CanaryFlaw[] = []
  for (let round = 0; round < mostRounds && flaws.length === 0 && !isStopped(context); round += 1) {
    const left = people.filter((person) => !ahead.has(person))
    const chosen = chooseCanaries(left, stillWanted(options, right), options.passedOver)
    if (chosen.length === 0) break
    for (const person of chosen) ahead.add(person)
    const reports = await writeAndWatch(chosen, context, begin)
    if (isStopped(context)) break
    const judged = await judge(chosen, reports, options, context)
    flaws.push(...judged.flaws)
    for (const kind of judged.right) right.set(kind, (right.get(kind) ?? 0) + 1)
  }
  const waiting = new Set(people.filter((person) => !ahead.has(person)).flatMap(kindsOf))
  const isProven = (kind: CanaryKind): boolean => {
    const count = right.get(kind) ?? 0
    return count >= options.perKind || (count > 0 && !waiting.has(kind))
  }
  const proven = flaws.length > 0 ? [] : canaryKinds.filter(isProven)
  return { ahead, proven, flaws, holdsBack: waiting.size > 0 }
}

const isStopped = ({ stopReason, abortReason }: ApplyContext): boolean =>
  stopReason() !== undefined || abortReason() !== undefined

const stillWanted = (
  { perKind, proven }: CanaryOptions,
  right: ReadonlyMap<CanaryKind, number>,
): ReadonlyMap<CanaryKind, number> =>
  new Map(
    canaryKinds.filter((kind) => !proven.has(kind)).map((kind) => [kind, perKind - (right.get(kind) ?? 0)]),
  )

const writeAndWatch = async (
  chosen: readonly PersonPlan[],
  context: ApplyContext,
  begin: Begin,
): Promise<ReadonlyMap<SourceEmployeeId, readonly ChangeReport[]>> => {
  const reports = new Map<SourceEmployeeId, ChangeReport[]>()
  await begin(chosen, {
    ...context,
    onReport: (report, findings) => {
      reports.set(report.subject, [...(reports.get(report.subject) ?? []), report])
      context.onReport(report, findings)
    },
  })
  return reports
}

interface Judged {
  /** One for each person who is right in it. */
  right: readonly CanaryKind[]
  flaws: readonly CanaryFlaw[]
}

const judge = async (
  chosen: readonly PersonPlan[],
  reports: ReadonlyMap<SourceEmployeeId, readonly ChangeReport[]>,
  options: CanaryOptions,
  context: ApplyContext,
): Promise<Judged> => {
  const judged = await Promise.all(
    chosen.map((person) => judgePerson(person, reports.get(person.subject) ?? [], options, context)),
  )
  return { right: judged.flatMap(({ right }) => right), flaws: judged.flatMap(({ flaws }) => flaws) }
}

const judgePerson = async (
  person: PersonPlan,
  reports: readonly ChangeReport[],
  options: CanaryOptions,
  context: ApplyContext,
): Promise<Judged> => {
  const isNew = person.changes.some(({ change }) => change.kind === 'create')
  const { subject } = person
  const toKind = (section: Change['section']): CanaryKind => `${isNew ? 'new' : 'connected'}:${section}`
  const written = toWritten(person, reports)
  const found: readonly Flaw[] = written === undefined ? [] : await look(written, options, context)
  const unsaid = findFailed(reports, options.isStrict).filter(
    ({ section }) => !found.some((flaw) => flaw.section === section),
  )
  const flaws = [...unsaid, ...found].map((flaw) => ({ ...flaw, subject, kind: toKind(flaw.section) }))
  const right = new Set(written?.changes.map((change) => toCanaryKind(change, isNew)))
  return { flaws, right: flaws.length > 0 ? [] : [...right] }
}

type Flaw = Pick<CanaryFlaw, 'section' | 'field' | 'problem'>

/** What the writes themselves say. That a salary was not confirmed says no more than a look at it. */
const findFailed = (reports: readonly ChangeReport[], isStrict: boolean): Flaw[] =>
  reports.flatMap(({ section, outcome, reason }): Flaw[] => {
    if (isUnconfirmed(reason)) return section === 'salary' ? [] : [{ section, problem: 'differs' }]
    const isFailed = outcome === 'failed' || outcome === 'unknown'
    return isStrict && isFailed ? [{ section, problem: 'not-written' }] : []
  })

const isUnconfirmed = (reason: string | null): boolean => reason === 'write-not-confirmed'

/** What was written for someone, in the order of their plan; `undefined` when nothing was. */
const toWritten = (
  { subject, displayName, changes }: PersonPlan,
  reports: readonly ChangeReport[],
): Written | undefined => {
  // Reports come in the order of the plan, one for each change.
  const done = changes.filter((_, index) => isDone(reports[index])).map(({ change }) => change)
  const targetId = reports.find((report) => isDone(report))?.targetId
  const [first] = done
  if (first === undefined || targetId === undefined || targetId === null) return undefined
  return { subject, companyId: first.companyId, displayName, targetId, changes: done }
}

/** A write that was not confirmed was sent all the same. */
const isDone = (report: ChangeReport | undefined): boolean =>
  report?.outcome === 'applied' || report?.outcome === 'unchanged' || isUnconfirmed(report?.reason ?? null)

/** Reads someone back, again after a while when something is not as it was sent. */
const look = async (
  written: Written,
  options: CanaryOptions,
  context: ApplyContext,
): Promise<readonly ReadBackFlaw[]> => {
  let flaws = await tryLook(written, options, context)
  for (const ms of options.looksMs) {
    if (!flaws.some(({ problem }) => problem === 'differs') || isStopped(context)) return flaws
    await wait(ms)
    flaws = await tryLook(written, options, context)
  }
  return flaws
}

const tryLook = async (
  written: Written,
  { readBaselines, today }: CanaryOptions,
  { target, policyOf, digest, stop }: ApplyContext,
): Promise<readonly ReadBackFlaw[]> => {
  const day = today()
  const readEmployments = (
    companyId: TargetCompanyId,
  ): Promise<ReadonlyMap<TargetEmployeeId, TargetEmployee>> =>
    target.readSections(companyId, { sections: new Set(['employment']), today: day })
  try {
    const baselines = await readBaselines(written.companyId, written.subject)
    const context = { target, policyOf, digest, today: day, readEmployments }
    return await readBack(written, (section) => baselines?.[section], context)
  } catch (error) {
    if (error instanceof AuthError) stop(error)
    else if (!(error instanceof RemoteError)) throw error
    return toUnread(written)
  }
}

const toUnread = ({ changes }: Written): readonly ReadBackFlaw[] =>
  [...new Set(changes.map(({ section }) => (section === 'employee' ? 'personalInfo' : section)))].map(
    (section) => ({ section, problem: 'not-read' }),
  )
