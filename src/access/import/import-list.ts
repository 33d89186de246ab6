import { ConfigError } from '../../domain/errors.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { ImportedList, ListedLogin } from '../access-book.js'
import type { AccessPlan } from '../work/action.js'
import type { AccessPlanInput } from '../input.js'
import type { EnvironmentLevel } from '../logins/login.js'
import type { KnownAccess } from '../work/order.js'
import { levelKey } from '../work/work-digest.js'
import { createFindOwner } from './find-owner.js'
import { judgeLine, type Judgement } from './judge-line.js'
import { findMatchKeys, toListColumns, type OwnColumn } from './list-columns.js'
import { toListedFacts } from './listed-facts.js'
import { parseList, type ListRow, type ParsedList } from './parse-list.js'
import type { Surprise } from './surprise.js'

export interface ImportRequest {
  /** How messages call the list. */
  name: string
  bytes: Uint8Array
  /** What is known and who was read, and what was planned of that before the list was read. */
  input: AccessPlanInput
  plan: AccessPlan
  /** The level whose logins are listed; `null`: those of all levels. */
  level: EnvironmentLevel | null
  /** Whether someone says that the list has every login of that level. */
  whole: boolean
  /** How many known logins someone says are gone; `undefined`: no one said. Only with `whole`. */
  gone: number | undefined
}

export interface ImportEnd {
  /** For the record. */
  list: ImportedList
  /** Whose handed-over work the list shows done. */
  confirmed: readonly AccessSubject[]
  /** Whose login was unknown and is as it should be. */
  found: readonly AccessSubject[]
  /** How many logins are as they are known. */
  same: number
  surprises: readonly Surprise[]
  /** Whose login is known and not in the list. They mean nothing unless the list is the whole one. */
  missing: readonly AccessSubject[]
}

/**
 * What a portal's own list settles and what is surprising about it. Lines whose owner is in doubt settle
 * nothing, and logins that the list does not have are never taken for gone unless someone says that it is
 * whole, and how many are gone. Throws `ConfigError` for a list that cannot be read, in which no one can be
 * found, or which is empty.
 */
export const importList = (request: ImportRequest): ImportEnd => {
  const { input, level } = request
  const { list, keys } = readList(request)
  const owned = findOwners(request, list, keys)
  const judged = judgeOwned(request, owned.single)
  const listed = new Set([...owned.single.map(({ subject }) => subject), ...owned.twice])
  const missing = input.known.filter((one) => isMissing(one, listed, level))
  const absence = settleAbsence(request, missing, owned.inDoubt)
  const surprises = [...owned.surprises, ...judged.surprises, ...absence.surprises]
  return {
    list: {
      logins: judged.logins,
      done: [...judged.done, ...absence.done],
      gone: absence.gone,
      whole: request.whole && level === null,
      lines: list.rows.length,
      surprises: surprises.length,
    },
    confirmed: [...judged.done, ...absence.done].map(({ subject }) => subject),
    found: judged.found,
    same: judged.same,
    surprises: surprises.toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity)),
    missing: missing.map(({ subject }) => subject),
  }
}

const readList = ({ name, bytes, input, whole, gone }: ImportRequest) => {
  const { ownList, portal } = input.portal
  if (ownList === undefined)
    throw new ConfigError(
      `The portal ${portal} gives no list that can be imported. Say by hand what was done: nmbrs-sync access confirm`,
    )
  const list = parseList(name, bytes, toListColumns(ownList))
  const keys = findMatchKeys(ownList, list.columns)
  if (keys.length === 0)
    throw new ConfigError(
      `${name} has no column to find people by. The portal file of ${portal} says which headings are known, under ownList`,
    )
  if (list.rows.length === 0 && !(whole && gone !== undefined))
    throw new ConfigError(
      `${name} has no lines below its heading. An empty list is not enough; if the portal has no logins left: --whole --gone N`,
    )
  return { list, keys }
}

interface OwnedLine {
  subject: AccessSubject
  row: ListRow<OwnColumn>
}

/** Whose each line is; lines of no one, of someone in doubt, and of someone who has two, are set apart. */
const findOwners = (
  { input }: ImportRequest,
  { rows }: ParsedList<OwnColumn>,
  keys: Parameters<typeof createFindOwner>[1],
) => {
  const findOwner = createFindOwner(input, keys)
  const lines = new Map<AccessSubject, ListRow<OwnColumn>[]>()
  const surprises: Surprise[] = []
  for (const row of rows) {
    const { found } = findOwner(row.cells)
    if (found === 'nobody') surprises.push({ code: 'person-unknown', line: row.line, subject: null })
    else if (found === 'in-doubt') surprises.push({ code: 'person-in-doubt', line: row.line, subject: null })
    else lines.set(found.subject, [...(lines.get(found.subject) ?? []), row])
  }
  const single: OwnedLine[] = []
  const twice: AccessSubject[] = []
  for (const [subject, own] of lines) {
    const [row] = own
    if (own.length === 1 && row !== undefined) single.push({ subject, row })
    else {
      twice.push(subject)
      surprises.push(...own.map(({ line }): Surprise => ({ code: 'listed-twice', line, subject })))
    }
  }
  return { single, twice, surprises, inDoubt: surprises.length > 0 }
}

const judgeOwned = ({ input, plan, level }: ImportRequest, owned: readonly OwnedLine[]) => {
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const known = new Map(input.known.map((one) => [one.subject, one]))
  const actions = new Map(plan.actions.map((action) => [action.subject, action]))
  const surprises: Surprise[] = []
  const judgements: (Judgement & { subject: AccessSubject })[] = []
  for (const { subject, row } of owned) {
    const person = people.get(subject)
    if (person === undefined || input.portal.ownList === undefined) continue
    const facts = toListedFacts(input, input.portal.ownList, person, { cells: row.cells, level })
    const { active } = facts
    if (active === undefined) {
      surprises.push({ code: 'status-unknown', line: row.line, subject })
      continue
    }
    const own = known.get(subject) ?? { subject, login: null, order: null }
    const listed = { ...facts, active }
    const judgement = judgeLine({
      portal: input.portal,
      person,
      known: own,
      action: actions.get(subject),
      listed,
    })
    judgements.push({ ...judgement, subject })
    surprises.push(...judgement.surprises.map((code) => ({ code, line: row.line, subject })))
  }
  return { surprises, ...sumUp(judgements) }
}

const sumUp = (judgements: readonly (Judgement & { subject: AccessSubject })[]) => ({
  logins: judgements.flatMap(({ subject, login }): ListedLogin[] =>
    login === null ? [] : [{ subject, login }],
  ),
  done: judgements.flatMap(({ subject, done }) => (done === null ? [] : [{ subject, work: done }])),
  found: judgements.flatMap(({ subject, outcome }) => (outcome === 'found' ? [subject] : [])),
  same: judgements.filter(({ outcome }) => outcome === 'same').length,
})

const isMissing = (
  { subject, login }: KnownAccess,
  listed: ReadonlySet<AccessSubject>,
  level: EnvironmentLevel | null,
): boolean => {
  if (login === null || listed.has(subject)) return false
  return level === null || login.level === null || levelKey(login.level) === levelKey(level)
}

/** What it means that known logins are not in the list: nothing, unless someone says that it is whole. */
const settleAbsence = (
  { name, whole, gone }: ImportRequest,
  missing: readonly KnownAccess[],
  inDoubt: boolean,
): { surprises: Surprise[]; done: { subject: AccessSubject; work: string }[]; gone: AccessSubject[] } => {
  if (!whole) return { surprises: [], done: [], gone: [] }
  const removed = inDoubt ? [] : missing.filter(({ order }) => isRemoval(order))
  const others = missing.filter((one) => !removed.includes(one))
  if (gone !== undefined && gone !== others.length)
    throw new ConfigError(
      `${name} lacks ${others.length} known logins, not ${gone}. Nothing was taken over; look at them without --gone first`,
    )
  const done = removed.flatMap(({ subject, order }) =>
    order === null ? [] : [{ subject, work: order.work }],
  )
  if (gone !== undefined) return { surprises: [], done, gone: others.map(({ subject }) => subject) }
  const surprises = others.map(({ subject }): Surprise => ({ code: 'login-missing', line: null, subject }))
  return { surprises, done, gone: [] }
}

const isRemoval = (order: KnownAccess['order']): boolean =>
  order?.kind === 'remove' && (order.state === 'handed-over' || order.state === 'expired')
