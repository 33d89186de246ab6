import type { UpdateChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { Hold, NewHold } from '../../domain/hold/hold.js'
import type { SourceEmployeeId, TargetCompanyId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { createWriteGate, type WriteGate } from '../../apply/gate/write-gate.js'
import { applyHolds } from '../../plan/checks/apply-holds.js'
import { findGoneHolds } from '../../plan/checks/gone-holds.js'
import { createFindSharers } from '../../plan/checks/shared-accounts.js'
import { toPolicyOf } from './field-policies.js'
import type { PlannedCompany } from './plan-company.js'
import type { SourceWorld } from '../read/read-source.js'
import type { RunDeps } from '../settings.js'
import type { GoneHold } from '../store/holds.js'

/** The companies with what waits for a person held. */
export interface HeldCompanies {
  companies: readonly PlannedCompany[]
  /** About people for whom nothing else is said. */
  findings: readonly Finding[]
  /** Holds whose change is not there any more. */
  gone: readonly GoneHold[]
}

/**
 * Decides what of the plans waits for a person. With `note` changes that never waited before are stored as
 * holds, so that they can be released by their ids; otherwise nothing is stored.
 */
export const holdCompanies = async (
  deps: RunDeps,
  world: {
    source: SourceWorld
    companies: readonly PlannedCompany[]
    selected: ReadonlySet<SourceEmployeeId>
  },
  options: { note: boolean; whole: boolean },
): Promise<HeldCompanies> => {
  const known = await deps.store.holds.readHolds()
  const links = known.length === 0 ? [] : await deps.store.links.readLinks()
  const looked = world.companies.map((planned) => holdCompany(deps, planned, world.source, known))
  const isKnown = ({ subject, section, digest, companyId }: NewHold): boolean =>
    known.some(
      (hold) =>
        hold.subject === subject &&
        hold.section === section &&
        hold.digest === digest &&
        hold.companyId === companyId,
    )
  const fresh = looked.flatMap(({ wanted }) => wanted.filter((one) => !isKnown(one)))
  if (fresh.length > 0 && options.note) await deps.store.holds.openHolds(fresh)
  const { notCarried = [] } = deps
  const holds = fresh.length > 0 && options.note ? await deps.store.holds.readHolds() : known
  const held =
    holds === known
      ? looked
      : world.companies.map((planned) => holdCompany(deps, planned, world.source, holds))
  return {
    companies: held.map(({ planned }) => planned),
    findings: held.flatMap(({ findings }) => findings),
    gone: held.flatMap(({ planned, wanted, people }) =>
      findGoneHolds({
        plan: planned.plan,
        wanted,
        pairings: planned.pairing.pairings,
        people,
        selected: world.selected,
        whole: options.whole,
        linked: connectedIn(links, planned.company.targetId),
        mayBeUnread: world.source.mayBeUnread,
        targets: planned.target.targets,
        holds: holds.filter(
          (hold) => hold.companyId === planned.company.targetId && isCarried(hold, notCarried),
        ),
      }),
    ),
  }
}

/** Of a change of fields alone that the transport does not carry a run over it says nothing. */
const isCarried = ({ section, fields }: Hold, notCarried: readonly string[]): boolean =>
  !fields.every((field) => notCarried.includes(`${section}.${field}`))

const connectedIn = (links: readonly Link[], companyId: TargetCompanyId): Set<SourceEmployeeId> =>
  new Set(
    links.flatMap((link) =>
      link.status === 'connected' && link.companyId === companyId ? [link.sourceId] : [],
    ),
  )

const peopleOf = ({ people }: SourceWorld, { company }: PlannedCompany) =>
  people.filter(({ sourceCompanyId }) => sourceCompanyId === company.sourceId)

const holdCompany = (
  { settings, mapping, store }: RunDeps,
  planned: PlannedCompany,
  source: SourceWorld,
  holds: Parameters<typeof applyHolds>[0]['holds'],
) => {
  const people = peopleOf(source, planned)
  const { plan, wanted, findings } = applyHolds({
    plan: planned.plan,
    pairings: planned.pairing.pairings,
    people,
    holds: holds.filter(({ companyId }) => companyId === planned.company.targetId),
    rules: {
      settings: settings.holds,
      policyOf: toPolicyOf(mapping),
      digest: store.digest,
      today: planned.today,
      timeZone: settings.timeZone,
    },
  })
  return { planned: { ...planned, plan }, people, wanted, findings }
}

/**
 * The gate that every write of a run has to pass. It knows the source as it was read, and nothing of the
 * plans.
 */
export const createRunGate = (
  { settings, mapping, store, now }: RunDeps,
  source: SourceWorld,
  companies: readonly PlannedCompany[],
): WriteGate => {
  const policyOf = toPolicyOf(mapping)
  const sharersIn = new Map(
    companies.map((planned) => [planned.company.targetId, createFindSharers(peopleOf(source, planned))]),
  )
  return createWriteGate({
    book: store.releases,
    rules: { settings: settings.holds, policyOf, digest: store.digest },
    timeZone: settings.timeZone,
    today: () => toDayInZone(now(), settings.timeZone),
    findSharers: ({ subject, companyId, after }: UpdateChange) =>
      sharersIn.get(companyId)?.(subject, after) ?? [],
  })
}
