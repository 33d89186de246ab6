import { ConfigError } from '../../domain/errors.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import type { Values } from '../../domain/values.js'
import { judgePair, type Pair, type PairJudgement } from '../../plan/match/judge-pair.js'
import { findCompany } from '../find-company.js'
import { readSourceWorld, type SourceWorld } from '../read/read-source.js'
import { readEverybody, readRows } from '../read/read-target.js'
import { refuseWhenConnected } from '../service/refuse-when-connected.js'
import type { CompanyPair, RunDeps } from '../settings.js'

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
 * Reads both people of a pair, and everyone else of their company, because what several have proves nothing. Throws `ConfigError` for a person out
 * of scope, an employee who is not there and one who is connected to someone else: no word makes those a pair.
 */
export const weighMatch = async (deps: RunDeps, pair: Pair, today: string): Promise<WeighedMatch> => {
  await refuseWhenConnected(deps, pair, today)
  const source = await readSourceWorld(deps, today)
  const company = await findCompanyOf(deps, source, pair, today)
  const { targetId: companyId } = company
  const rows = await readRows(deps, company, today)
  const { targets } = await readEverybody(deps, company, { targets: rows, complete: false }, today)
  const target = targets.get(pair.targetId)
  if (target === undefined)
    throw new ConfigError(
      `Nmbrs company ${companyId} has no employee ${pair.targetId}. See the candidates: nmbrs-sync status --not-connected`,
    )
  const links = (await deps.store.links.readLinks()).filter((link) => link.companyId === companyId)
  const holder = links.find((link) => link.status === 'connected' && link.targetId === pair.targetId)
  if (holder !== undefined && holder.sourceId !== pair.sourceId)
    throw new ConfigError(
      `Nmbrs employee ${pair.targetId} is connected to ${holder.sourceId}. If that is the wrong pair: nmbrs-sync disconnect ${holder.sourceId}`,
    )
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
  })
  const person = people.find(({ sourceId }) => sourceId === pair.sourceId)
  return {
    ...judgement,
    pair,
    companyId,
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
    `The AlexisHR record of ${sourceId} cannot be read, so nobody knows which company it belongs to. See why: nmbrs-sync plan`,
  )
}
