import { Temporal } from 'temporal-polyfill'

import type { AccessBook } from '../../access/access-book.js'
import type { AccessPlan } from '../../access/work/action.js'
import type { SentLetter } from '../../access/letters/letter-due.js'
import type { Batch } from '../../access/work/batch.js'
import { buildBatches } from '../../access/work/build-batches.js'
import { buildScreens } from '../../access/work/build-screens.js'
import type { AccessPlanInput } from '../../access/input.js'
import type { AccessOrder, KnownAccess } from '../../access/work/order.js'
import { isExpired } from '../../access/work/overdue.js'
import type { AccessEmployee, AccessPerson } from '../../access/person.js'
import { planAccess } from '../../access/plan-access.js'
import { leaveAlone, readPlanInput, type AccessFacts } from './delivery/read-plan-input.js'
import type { AccessPortalConfig } from '../../config/config.js'
import type { AccessSubject, TargetCompanyId } from '../../domain/ids.js'
import {
  attributesOf,
  findOwners,
  needsSource,
  readPortalEmployees,
  readPortalPeople,
} from './login-people.js'
import { readAccessPeople, type AccessPeople } from './read-access-people.js'
import type { RunDeps } from '../settings.js'

/** What the planning of logins works with. Nothing of it reaches Nmbrs. */
export type LoginDeps = Pick<
  RunDeps,
  'source' | 'store' | 'mapping' | 'settings' | 'log' | 'onProgress' | 'now'
>

/** Everything that was read for one portal. Names and addresses: in memory only. */
export interface ReadPortal {
  config: AccessPortalConfig
  book: AccessBook
  facts: AccessFacts
  /** How many records of the source could not be read; nothing is planned for them. */
  unreadable: number
}

/** What is to be done in one portal, and what that was worked out from. */
export interface PlannedPortal extends ReadPortal {
  input: AccessPlanInput
  people: ReadonlyMap<AccessSubject, AccessPerson>
  known: ReadonlyMap<AccessSubject, KnownAccess>
  plan: AccessPlan
  batches: readonly Batch[]
  /** To whom login data was sent last. */
  letters: ReadonlyMap<AccessSubject, SentLetter>
}

/**
 * Reads everyone who can have a login in these portals. Throws as `readAccessPeople`: of a read that failed,
 * nothing is planned for anyone.
 */
export const readLogins = async (
  deps: LoginDeps,
  portals: readonly AccessPortalConfig[],
): Promise<readonly ReadPortal[]> => {
  const now = Temporal.Instant.fromEpochMilliseconds(deps.now()).toString({ fractionalSecondDigits: 3 })
  const source = portals.some(needsSource)
    ? await readAccessPeople(deps, attributesOf(portals.map(({ policy }) => policy)))
    : nobody
  const read: ReadPortal[] = []
  for (const config of portals) read.push(await readPortal(deps, config, source, now))
  return read
}

/** Reads everyone and works out the logins of these portals. Writes nothing. Throws as `readLogins`. */
export const planLogins = async (
  deps: LoginDeps,
  portals: readonly AccessPortalConfig[],
): Promise<readonly PlannedPortal[]> => {
  const planned: PlannedPortal[] = []
  for (const read of await readLogins(deps, portals)) planned.push(await planPortal(read))
  return planned
}

const nobody: SourcePeople = { employees: [], unreadable: [], elsewhere: 0, listed: {} }
type SourcePeople = Pick<AccessPeople, 'employees' | 'unreadable' | 'elsewhere' | 'listed'>

const readPortal = async (
  { store, settings }: LoginDeps,
  config: AccessPortalConfig,
  { employees, unreadable, elsewhere, listed }: SourcePeople,
  now: string,
): Promise<ReadPortal> => {
  const unread = unreadable.flatMap(({ id }) => id ?? [])
  // Anyone who could not be read, and anyone who is in another company, may be on the screen all the same.
  const mayBeShown = unreadable.length + elsewhere > 0
  const people = await readPortalPeople(config, employees, namesOf(settings))
  const portalEmployees = await readPortalEmployees(config, people)
  return {
    config: mayBeShown ? { ...config, othersOnScreen: 'possible' } : config,
    book: await store.openAccessBook(config.portal.portal),
    facts: {
      portal: config.portal,
      policy: config.policy,
      listed: { ...listed, companies: settings.companies.map(({ targetId }) => targetId) },
      people,
      ...(portalEmployees === undefined ? {} : { portalEmployees }),
      owners: findOwners(config, employees),
      // Someone whose record could not be read is not gone: nothing at all is said of them.
      leftAlone: new Set<string>([...unread, ...outsidePilot(employees, settings.scope.employees)]),
      now,
    },
    unreadable: unread.length,
  }
}

const namesOf = ({ companies }: LoginDeps['settings']): ReadonlyMap<TargetCompanyId, string> =>
  new Map(companies.map(({ targetId, targetName }) => [targetId, targetName]))

/** With a pilot list only its people get logins; who shares an address is still decided over everyone. */
const outsidePilot = (
  employees: readonly AccessEmployee[],
  pilot: readonly string[],
): readonly AccessSubject[] => {
  if (pilot.length === 0) return []
  const inside = new Set(pilot)
  return employees.filter(({ sourceId }) => !inside.has(sourceId)).map(({ subject }) => subject)
}

/** Works out what is to be done in one portal. Writes nothing. */
export const planPortal = async (read: ReadPortal): Promise<PlannedPortal> => {
  const { config, book, facts } = read
  const stored = await readPlanInput(book, facts)
  const input = { ...stored, known: stored.known.map((one) => withExpiry(one, config, facts.now)) }
  const plan = leaveAlone(planAccess(input), facts)
  return {
    ...read,
    input,
    people: new Map(input.people.map((person) => [person.subject, person])),
    known: new Map(input.known.map((one) => [one.subject, one])),
    plan,
    letters: await book.readLetters(),
    batches: buildBatches(plan, facts.portal, facts.policy, buildScreens(input, config.othersOnScreen)),
  }
}

/** Work that waited too long counts as expired also before that is on record. */
const withExpiry = (known: KnownAccess, { portal, policy }: AccessPortalConfig, now: string): KnownAccess => {
  const expire = (order: AccessOrder): AccessOrder =>
    isExpired(order, portal, policy, now) ? { ...order, state: 'expired', answeredAt: now } : order
  const { order, link } = known
  return { ...known, order: order && expire(order), ...(link ? { link: expire(link) } : {}) }
}
