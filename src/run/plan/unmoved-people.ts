import type { PersonSeal } from '../../domain/baseline.js'
import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import { findDesired } from '../../domain/packed/packed-people.js'
import { UnmappedPerson } from '../../domain/unmapped-person.js'
import type { PayRules } from '../../domain/pay/pay.js'
import { indexLinks } from '../../plan/match/index-links.js'
import { sayPayRules } from '../../plan/salary/pay-as-said.js'
import { isUnmoved, sealPerson, type PersonSealRules } from '../../plan/person-seal.js'
import { mapInTurns } from '../in-turns.js'
import type { RunDeps } from '../settings.js'

export type PersonSeals = ReadonlyMap<SourceEmployeeId, PersonSeal>

/** Both sides of a company as they were read. */
export interface UnmovedInput {
  people: readonly DesiredEmployee[]
  links: readonly Link[]
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** People for whom an earlier run left a write open: they are always looked at. */
  openSubjects: ReadonlySet<SourceEmployeeId>
  stored: PersonSeals
}

/** The connected people of whom nothing can have moved since all was settled. */
export const findUnmoved = async (
  { people, links, targets, openSubjects, stored }: UnmovedInput,
  rules: PersonSealRules,
): Promise<PersonSeals> => {
  const unmoved = new Map<SourceEmployeeId, PersonSeal>()
  if (stored.size === 0) return unmoved
  const linkOf = indexLinks(links)
  await mapInTurns(people, (person) => {
    const { sourceId } = person
    const link = linkOf.get(sourceId)
    const sealed = stored.get(sourceId)
    if (sealed === undefined || link?.status !== 'connected' || openSubjects.has(sourceId)) return
    if (isUnmoved({ person, link, target: targets.get(link.targetId), sealed }, rules))
      unmoved.set(sourceId, sealed)
  })
  return unmoved
}

/**
 * Maps the others, letting everyone in between: anyone who goes through all of them in one stretch then finds
 * them mapped.
 */
export const mapMoved = async (people: readonly DesiredEmployee[], unmoved: PersonSeals): Promise<void> => {
  await mapInTurns(people, (person) => {
    if (person instanceof UnmappedPerson && !unmoved.has(person.sourceId)) person.toMapped()
  })
}

/**
 * What to store of someone who was looked at and found settled; `undefined` when they are to be looked at
 * each time.
 */
export const toPersonSeal = (
  person: DesiredEmployee,
  target: TargetEmployee | undefined,
  rules: PersonSealRules,
): PersonSeal | undefined => {
  const seal = target && sealPerson(person, target, rules)
  return seal === undefined
    ? undefined
    : { seal, hasAccount: findDesired(person, 'bankAccount') !== undefined }
}

/** Another text where a person who was read the same way may be mapped, or paid, another way. */
export const toRecipe = (
  { mapping, settings, store }: Pick<RunDeps, 'mapping' | 'settings' | 'store'>,
  pay: PayRules,
): string =>
  store.digest(
    'recipe',
    'recipe',
    JSON.stringify([settings.version, settings.timeZone, mapping.fingerprint, ...sayPayRules(pay)]),
  )
