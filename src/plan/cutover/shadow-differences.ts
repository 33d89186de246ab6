import { fieldsOfChange, type PlannedChange } from '../../domain/change.js'
import type { TargetEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { FieldName, Section } from '../../domain/sections.js'
import { isSyncedAccount } from '../account/plan-bank-account.js'
import type { BankAccountReads } from '../build-plan.js'
import type { Pairing } from '../match/pairing.js'
import type { PersonPlan } from '../plan-person.js'
import { findDifferences, type DifferenceRules, type FieldPlace } from './find-differences.js'

/** One company as one transport shows it, and what a sync over it would do. */
export interface PlannedSide {
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  bankAccounts: BankAccountReads
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  people: readonly PersonPlan[]
}

export interface ShadowDifferences {
  people: number
  differences: readonly { subject: SourceEmployeeId; section: Section; field: FieldName }[]
  /** Whom the other transport does not have, or of whom one side could not be read. */
  notCompared: number
}

/**
 * In what two transports differ, for each person: mapped fields that they show differently, and changes that
 * a sync over one of them would make and over the other would not. Pure.
 */
export const findShadowDifferences = (
  soap: PlannedSide,
  rest: PlannedSide,
  rules: DifferenceRules,
): ShadowDifferences => {
  const [planned, alsoPlanned] = [bySubject(soap.people), bySubject(rest.people)]
  const found: ShadowDifferences['differences'][number][] = []
  const counts = { people: 0, notCompared: 0 }
  for (const subject of new Set([...soap.pairings.keys(), ...planned.keys(), ...alsoPlanned.keys()])) {
    const pairing = soap.pairings.get(subject)
    const plans = [planned.get(subject), alsoPlanned.get(subject)] as const
    if (pairing?.kind !== 'connected') {
      const [own, other] = plans.map((plan) =>
        (plan?.changes ?? []).filter(({ change }) => change.kind === 'create'),
      )
      found.push(
        ...differingChanges(own ?? [], other ?? [], () => true).map((place) => ({ subject, ...place })),
      )
      continue
    }
    const key = pairing.link.targetId
    const [left, right] = [soap.targets.get(key), rest.targets.get(key)]
    if (left?.personalInfo === undefined || right?.personalInfo === undefined) {
      counts.notCompared += 1
      continue
    }
    counts.people += 1
    const [accounts, others] = [soap.bankAccounts.get(key), rest.bankAccounts.get(key)]
    const isSeen = ({ section, field }: { section: Section; field: string }): boolean =>
      section === 'bankAccount'
        ? Array.isArray(accounts) && Array.isArray(others)
        : isRead(left, section) && isRead(right, section) && !isUnseen(left, field) && !isUnseen(right, field)
    const rows = rules.rows.filter(isSeen)
    const values = findDifferences(toView(left, accounts), toView(right, others), { ...rules, rows })
    const isCarried = ({ section, field }: { section: Section; field: string }): boolean =>
      rows.some((row) => row.section === section && row.field === field)
    const changes = differingChanges(plans[0]?.changes ?? [], plans[1]?.changes ?? [], isCarried)
    const places = new Map([...values, ...changes].map((place) => [`${place.section}.${place.field}`, place]))
    found.push(...[...places.values()].map((place) => ({ subject, ...place })))
  }
  return { ...counts, differences: found }
}

const bySubject = (people: readonly PersonPlan[]): ReadonlyMap<SourceEmployeeId, PersonPlan> =>
  new Map(people.map((plan) => [plan.subject, plan]))

const toView = (employee: TargetEmployee, accounts: ReturnType<BankAccountReads['get']>) => ({
  employee,
  accounts: Array.isArray(accounts) ? accounts.filter(isSyncedAccount) : [],
})

/** A section that one side did not read in this run says nothing. */
const isRead = (employee: TargetEmployee, section: Section): boolean => {
  switch (section) {
    case 'salary':
      return employee.salaries !== undefined
    case 'personalInfo':
    case 'address':
    case 'employment':
      return employee[section] !== undefined
    case 'bankAccount':
    case 'employee':
      return true
  }
}

const isUnseen = ({ unseen }: TargetEmployee, field: string): boolean =>
  unseen?.some((one) => one === field) === true

type Place = Omit<FieldPlace, 'section'> & { section: Section }

/** What one transport would send, hold or leave out and the other would not. */
const differingChanges = (
  own: readonly PlannedChange[],
  others: readonly PlannedChange[],
  isCarried: (place: { section: Section; field: string }) => boolean,
): Place[] => {
  const [left, right] = [toDecisions(own), toDecisions(others)]
  return [...new Map([...left, ...right]).values()].flatMap(({ section, field }) => {
    const at = `${section}.${field}`
    const isSame = left.get(at)?.decision === right.get(at)?.decision
    return isSame || !isCarried({ section, field }) ? [] : [{ section, field: field as FieldName }]
  })
}

const toDecisions = (
  changes: readonly PlannedChange[],
): ReadonlyMap<string, { section: Section; field: string; decision: PlannedChange['decision'] }> =>
  new Map(
    changes.flatMap(({ change, decision }) =>
      fieldsOfChange(change).map(
        (field) => [`${change.section}.${field}`, { section: change.section, field, decision }] as const,
      ),
    ),
  )
