import type { TargetEmployee } from '../../domain/employee.js'
import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { ConnectedLink, Link } from '../../domain/link.js'
import type { Values } from '../../domain/values.js'
import { judgePair, type Pair, type PairJudgement } from '../../plan/match/judge-pair.js'
import { findCompany } from '../find-company.js'
import { readSourceWorld, type SourceWorld } from '../read/read-source.js'
import { readEverybody, readRows } from '../read/read-target.js'
import { refuseWhenConnected } from '../service/refuse-when-connected.js'
import type { CompanyPair, RunDeps } from '../settings.js'
import { noSuchEmployee } from './no-such-employee.js'

/** A pair that someone wants to connect, looked at on both sides. */
export interface WeighedMatch extends PairJudgement {
  pair: Pair
  companyId: TargetCompanyId
  /** For the user's own screen only; empty where it is not known. */
  names: { source: string; target: string }
  /** Who the source says this is, as it would be sent; empty where its record could not be read. */
  identity: Values
}

/**
 * Reads both people of a pair, and everyone else of their company, because what several have proves nothing.
 * Throws `ConfigError` for a person out of scope, an employee who is not there and one who is connected to
 * someone else: no word makes those a pair.
 */
export const weighMatch = async (deps: RunDeps, pair: Pair, today: string): Promise<WeighedMatch> => {
  await refuseWhenConnected(deps, pair, today)
  const source = await readSourceWorld(deps, today)
  const company = await findCompanyOf(deps, source, pair, today)
  const place = await readPlace(deps, { source, company, today })
  const weighed = weighIn(deps, place, pair)
  if (weighed === undefined) {
    const connected = new Set(place.links.flatMap((link) => (isConnected(link) ? [link.targetId] : [])))
    const { targets } = place
    const { addresses } = deps
    throw noSuchEmployee({ pair, companyId: company.targetId, targets, connected, addresses })
  }
  const { holder } = weighed
  if (holder !== undefined && holder !== pair.sourceId)
    throw new ConfigError(
      `Nmbrs employee ${pair.targetId} is connected to ${holder}. If that is the wrong pair: nmbrs-sync disconnect ${holder}`,
    )
  return weighed
}

/**
 * The pairs in which a person stands now, looked at on both sides, for who is about to end them. An employee
 * who is not there any more makes no pair to look at, and neither does a person who is out of scope. Throws
 * what reading the two sides throws.
 */
export const weighLinked = async (
  deps: RunDeps,
  sourceId: SourceEmployeeId,
  today: string,
): Promise<readonly WeighedMatch[]> => {
  const links = (await deps.store.links.readLinks()).filter((link) => link.sourceId === sourceId)
  const connected = links.filter(isConnected)
  if (connected.length === 0) return []
  const source = await readSourceWorld(deps, today)
  const weighed: WeighedMatch[] = []
  for (const { companyId, targetId } of connected) {
    const company = deps.settings.companies.find((one) => one.targetId === companyId)
    if (company === undefined) continue
    const place = await readPlace(deps, { source, company, today })
    const one = weighIn(deps, place, { sourceId, targetId })
    if (one !== undefined) weighed.push(one)
  }
  return weighed
}

interface AskedPlace {
  source: SourceWorld
  company: CompanyPair
  today: string
}

/** A company with everyone in it, and its links. */
interface ReadPlace extends AskedPlace {
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  links: readonly Link[]
}

const isConnected = (link: Link): link is ConnectedLink => link.status === 'connected'

const readPlace = async (deps: RunDeps, place: AskedPlace): Promise<ReadPlace> => {
  const { company, today } = place
  const rows = await readRows(deps, company, today)
  const { targets } = await readEverybody(deps, company, { targets: rows, complete: false }, today)
  const links = (await deps.store.links.readLinks()).filter((link) => link.companyId === company.targetId)
  return { ...place, targets, links }
}

/**
 * `undefined` when the company has no such employee. `holder`: the person to whom the employee is connected.
 */
const weighIn = (
  deps: RunDeps,
  { source, company, today, targets, links }: ReadPlace,
  pair: Pair,
): (WeighedMatch & { holder: SourceEmployeeId | undefined }) | undefined => {
  const { targetId: companyId } = company
  const target = targets.get(pair.targetId)
  if (target === undefined) return undefined
  const holder = links.find((link) => isConnected(link) && link.targetId === pair.targetId)
  const people = source.people.filter(({ sourceCompanyId }) => sourceCompanyId === company.sourceId)
  const judgement = judgePair(pair, {
    companyId,
    people,
    links,
    targets,
    targetsComplete: true,
    rules: deps.settings.rules,
    lostCreations: [],
    today,
    everyone: source.people,
  })
  const person = people.find(({ sourceId }) => sourceId === pair.sourceId)
  return {
    ...judgement,
    pair,
    companyId,
    holder: holder?.sourceId,
    names: { source: person?.displayName ?? '', target: target.displayName },
    identity: person?.sections.personalInfo ?? {},
  }
}

/** Of a record that could not be read the company is known only when there is one alone. */
const findCompanyOf = async (
  deps: RunDeps,
  { people, findings }: SourceWorld,
  { sourceId }: Pair,
  today: string,
): Promise<CompanyPair> => {
  const { companies } = deps.settings
  const person = people.find((one) => one.sourceId === sourceId)
  const [only, ...others] = companies
  if (person !== undefined || !findings.some(({ subject }) => subject === sourceId) || only === undefined)
    return findCompany(deps, sourceId, person?.sourceCompanyId, today)
  if (others.length === 0) return only
  throw new ConfigError(
    `The AlexisHR record of ${sourceId} cannot be read, so its company is not known. See why: nmbrs-sync plan`,
  )
}
