import type { DesiredEmployee, TargetEmployee } from '../../../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { Candidate } from '../candidate.js'
import { compareAttribute } from '../likeness/compare-attributes.js'
import { startOf, toCandidates, type CreationPlace } from './creation-place.js'
import { findHalfMade } from './half-made.js'
import type { LostCreation, Pairing, PairingInput, PairingResult, ResolvedCreation } from '../pairing.js'
import { toPersonKeys } from '../person-keys.js'

interface RecoveryInput extends Omit<CreationPlace, 'isFree'> {
  companyId: TargetCompanyId
  lostCreations: readonly LostCreation[]
  /** Employees who are connected. Those that are found here are added. */
  connected: Set<TargetEmployeeId>
}

/**
 * Looks for what lost creations made. No one is taken for the creation of two people: then someone has to
 * choose.
 */
export const recoverCreations = (
  open: readonly DesiredEmployee[],
  input: RecoveryInput,
): { recovered: Map<SourceEmployeeId, Pairing>; resolved: ResolvedCreation[] } => {
  const recovered = new Map<SourceEmployeeId, Pairing>()
  const lost = open.filter(({ sourceId }) => input.lostCreations.some(({ subject }) => subject === sourceId))
  const place = { ...input, isFree: (id: TargetEmployeeId) => !input.connected.has(id) }
  const found = lost.map((person) => ({ person, candidates: findLostCreation(person, place) }))
  const claims = countClaims(found.map(({ candidates }) => candidates))
  for (const { person, candidates } of found) {
    const [only, ...others] = candidates
    if (only === undefined) continue
    const isSure = others.length === 0 && claims.get(only.targetId) === 1
    if (isSure) input.connected.add(only.targetId)
    recovered.set(
      person.sourceId,
      isSure ? toRecovered(person, input.companyId, only) : { kind: 'lost-creation', candidates },
    )
  }
  // Only now: what is left is no one else's creation.
  for (const { person } of found.filter(({ candidates }) => candidates.length === 0)) {
    const candidates = findHalfMade(person, place)
    if (candidates.length > 0) recovered.set(person.sourceId, { kind: 'lost-creation', candidates })
  }
  const resolved = lost.flatMap(({ sourceId }) => {
    const pairing = recovered.get(sourceId)
    if (pairing?.kind === 'lost-creation') return []
    const ours = input.lostCreations.filter(({ subject }) => subject === sourceId)
    return ours.map((one) => ({ ...one, found: pairing !== undefined }))
  })
  return { recovered, resolved }
}

const countClaims = (all: readonly (readonly Candidate[])[]): Map<TargetEmployeeId, number> => {
  const claims = new Map<TargetEmployeeId, number>()
  for (const { targetId } of all.flat()) claims.set(targetId, (claims.get(targetId) ?? 0) + 1)
  return claims
}

/**
 * The target employees that a creation whose answer was lost may have made: unconnected, with the name that
 * was sent, nothing that contradicts the birth date, and the start date that was sent where it can be seen.
 * None: it did not happen. One: that is the person. Several: a person must choose.
 */
const findLostCreation = (person: DesiredEmployee, place: CreationPlace): Candidate[] => {
  const keys = toPersonKeys({ personalInfo: person.sections.personalInfo })
  const startDate = startOf(person)
  const named = (['fullName', 'lastName'] as const).flatMap((lookup) => place.population.find(lookup, keys))
  return toCandidates(keys, named, (target) => {
    if (!place.isFree(target.id)) return false
    if (compareAttribute(keys, target.keys, 'firstName') !== 'agrees') return false
    if (compareAttribute(keys, target.keys, 'lastName') !== 'agrees') return false
    if (compareAttribute(keys, target.keys, 'birthDate') === 'differs') return false
    return mayHaveBegunOn(startDate, place.targets.get(target.id))
  })
}

const mayHaveBegunOn = (startDate: string | undefined, target: TargetEmployee | undefined): boolean => {
  const held = target?.employment?.InitialStartDate ?? ''
  return held === '' || held === startDate
}

/**
 * A creation that carries everything at once (Nmbrs REST contract, section 5) leaves an employee whom the
 * rules find, also when AlexisHR has come to write the name otherwise. That is the creation too, and not
 * someone whom payroll had before.
 */
export const takeFoundByRules = (
  open: readonly DesiredEmployee[],
  { pairings, resolved }: PairingResult,
  { targets }: Pick<PairingInput, 'targets'>,
): PairingResult => {
  const lost = new Set(resolved.flatMap(({ subject, found }) => (found ? [] : [subject])))
  const taken = new Map<SourceEmployeeId, Pairing>()
  for (const person of open) {
    const pairing = pairings.get(person.sourceId)
    if (!lost.has(person.sourceId) || pairing?.kind !== 'connected' || !pairing.isNew) continue
    if (!mayHaveBegunOn(startOf(person), targets.get(pairing.link.targetId))) continue
    taken.set(person.sourceId, { ...pairing, link: { ...pairing.link, origin: 'recovered' } })
  }
  if (taken.size === 0) return { pairings, resolved }
  return {
    pairings: new Map([...pairings, ...taken]),
    resolved: resolved.map((one) => (taken.has(one.subject) ? { ...one, found: true } : one)),
  }
}

const toRecovered = (
  { sourceId }: DesiredEmployee,
  companyId: TargetCompanyId,
  { targetId, agrees, differs }: Candidate,
): Pairing => ({
  kind: 'connected',
  link: { status: 'connected', sourceId, companyId, targetId, origin: 'recovered' },
  isNew: true,
  evidence: { rule: 'recovered', agrees, differs },
})
