import type { Digest } from '../../domain/digest.js'
import type { DesiredSalary, SalaryRow } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { isPerHour } from '../../domain/pay/pay.js'
import type { PersonContext, PlanRules } from '../sections/section-plan.js'
import { salaryFields } from './salary-change.js'
import type { SalaryGap } from './checks/salary-gaps.js'
import { findSalaryOn, isSameSalary } from './salary-rows.js'
import { isUnnamed, type SaidSalaries, type SaidSide, type SalarySides } from './said-salaries.js'

// What the state keeps of salaries besides the last one that was agreed: digests of rows, each for a purpose,
// so that a row that was sent, a row that AlexisHR had and a difference that a person accepted cannot be
// taken for each other. No day and no amount is kept.

export type MemoryRules = Pick<PlanRules, 'digest' | 'policyOf'>

const spell = ({ Value, Type, Start }: SalaryRow, { policyOf }: MemoryRules): string =>
  JSON.stringify([
    Start,
    policyOf('salary', 'Value').normalise(Value),
    policyOf('salary', 'Type').normalise(Type),
  ])

/** Stands for a row that this program sent, or that both sides had. */
export const toSentDigest = (subject: SourceEmployeeId, row: SalaryRow, rules: MemoryRules): Digest =>
  rules.digest(subject, 'salary row sent', spell(row, rules))

/**
 * Stands for a row of payroll that paid what AlexisHR said when all was agreed, no matter what day it began.
 */
export const toAgreedDigest = (subject: SourceEmployeeId, row: SalaryRow, rules: MemoryRules): Digest =>
  rules.digest(subject, 'salary row agreed', spell(row, rules))

/** Stands for a row that AlexisHR had when all was agreed. */
const toSaidDigest = (subject: SourceEmployeeId, row: SalaryRow, rules: MemoryRules): Digest =>
  rules.digest(subject, 'salary row said', spell(row, rules))

/** Says that the rows of AlexisHR were all known, not only the current one. */
const toWholeMark = (subject: SourceEmployeeId, { digest }: MemoryRules): Digest =>
  digest(subject, 'salary rows', 'whole')

/** Stands for a difference: AlexisHR says the one, payroll pays the other. */
export const toGapDigest = (
  subject: SourceEmployeeId,
  { says, pays }: Pick<SalaryGap, 'says' | 'pays'>,
  rules: MemoryRules,
): Digest =>
  rules.digest(
    subject,
    'salary difference',
    JSON.stringify([spell(says, rules), pays === undefined ? '' : spell(pays, rules)]),
  )

/**
 * Stands for an amount beside which a rate was known. The day of the salary is not part of it: a new row of
 * the same amount changes nothing.
 */
const toRatedDigest = (subject: SourceEmployeeId, row: SalaryRow, rules: MemoryRules): Digest =>
  rules.digest(subject, 'salary rated', spell({ ...row, Start: '' }, rules))

/** Stands for a rate beside an amount. */
const toRateDigest = (subject: SourceEmployeeId, row: SalaryRow, rate: string, rules: MemoryRules): Digest =>
  rules.digest(subject, 'salary rate', JSON.stringify([spell({ ...row, Start: '' }, rules), rate]))

const rowsOf = ({ baselines }: PersonContext): readonly Digest[] => baselines.salary?.rows ?? []

const isAgreedAs = (
  { baselines, person }: PersonContext,
  side: 'sent' | 'seen',
  row: SalaryRow,
  { digest, policyOf }: MemoryRules,
): boolean =>
  salaryFields.every((field) => {
    const value = digest(person.sourceId, field, policyOf('salary', field).normalise(row[field]))
    return baselines.salary?.fields[field]?.[side] === value
  })

/** Whether payroll's row is the one that was last agreed on. */
export const isSeenLast = (context: PersonContext, row: SalaryRow, rules: MemoryRules): boolean =>
  isAgreedAs(context, 'seen', row, rules)

/** Whether AlexisHR's row is the one that was last agreed on. */
export const isSaidLast = (context: PersonContext, row: SalaryRow, rules: MemoryRules): boolean =>
  isAgreedAs(context, 'sent', row, rules)

/** Whether AlexisHR's salary that was last agreed on began on this day. */
export const isSaidDay = (
  { person, baselines }: Pick<PersonContext, 'person' | 'baselines'>,
  day: string,
  { digest, policyOf }: MemoryRules,
): boolean =>
  baselines.salary?.fields.Start?.sent ===
  digest(person.sourceId, 'Start', policyOf('salary', 'Start').normalise(day))

/** Whether payroll's row is one that AlexisHR had and that this program sent or found there. */
export const wasSent = (context: PersonContext, row: SalaryRow, rules: MemoryRules): boolean =>
  (isAgreedAs(context, 'sent', row, rules) && isAgreedAs(context, 'seen', row, rules)) ||
  rowsOf(context).includes(toSentDigest(context.person.sourceId, row, rules))

/** Whether payroll's row was sent ahead of its day, and AlexisHR does not name it before that day. */
export const isSentAhead = (side: SaidSide, row: SalaryRow): boolean =>
  isUnnamed(side, row.Start) && wasSent(side.context, row, side.rules)

/** Whether payroll's row was looked at when all was agreed, or was sent since. */
export const wasAgreed = (context: PersonContext, row: SalaryRow, rules: MemoryRules): boolean =>
  isAgreedIn(rowsOf(context), context.person.sourceId, row, rules)

export const isAgreedIn = (
  known: readonly Digest[],
  subject: SourceEmployeeId,
  row: SalaryRow,
  rules: MemoryRules,
): boolean =>
  known.includes(toAgreedDigest(subject, row, rules)) || known.includes(toSentDigest(subject, row, rules))

/** Whether a person accepted that payroll pays something else there. */
export const isAccepted = (context: PersonContext, { says, pays }: SalaryGap, rules: MemoryRules): boolean =>
  (pays !== undefined &&
    isAgreedAs(context, 'sent', says, rules) &&
    isAgreedAs(context, 'seen', pays, rules)) ||
  rowsOf(context).includes(toGapDigest(context.person.sourceId, { says, pays }, rules))

/**
 * What is known once the rate beside AlexisHR's salary of today is; nothing for an amount per hour, which no
 * rate changes, or without a rate.
 */
export const toRateDigests = (
  { person }: Pick<PersonContext, 'person'>,
  { current }: Pick<SaidSalaries, 'current'>,
  rules: MemoryRules,
): readonly Digest[] => {
  const row = current[0]?.row
  if (person.rate === undefined || row === undefined || isPerHour(row.Type)) return []
  return [toRatedDigest(person.sourceId, row, rules), toRateDigest(person.sourceId, row, person.rate, rules)]
}

/** Whether another rate was known beside the same amount. */
export const isRateChanged = (context: PersonContext, said: SaidSalaries, rules: MemoryRules): boolean => {
  const [amount, rate] = toRateDigests(context, said, rules)
  const known = rowsOf(context)
  return amount !== undefined && rate !== undefined && known.includes(amount) && !known.includes(rate)
}

/**
 * Whether a salary of AlexisHR was entered or corrected since all was agreed. What is older than everything
 * known is new only when all of it was known then; without that, no one can say.
 */
export const isNewSince = (
  context: PersonContext,
  salary: DesiredSalary,
  earlier: readonly DesiredSalary[],
  rules: MemoryRules,
): boolean => {
  const { sourceId } = context.person
  const known = rowsOf(context)
  const isKnown = ({ row }: DesiredSalary): boolean =>
    row !== undefined && known.includes(toSaidDigest(sourceId, row, rules))
  if (salary.row === undefined || isKnown(salary)) return false
  return known.includes(toWholeMark(sourceId, rules)) || earlier.some(isKnown)
}

/**
 * What is kept once both sides agree: AlexisHR's rows, those of them that payroll has from the period on, and
 * what was accepted.
 */
export const toKnownRows = (
  { context, said, rows, rules }: SalarySides,
  gaps: readonly SalaryGap[],
): readonly Digest[] => {
  const { sourceId } = context.person
  const before = rowsOf(context)
  const usable = said.all.flatMap(({ row }) => row ?? [])
  const from = findSalaryOn(rows, rules.periodStart ?? rules.today)?.Start ?? ''
  const inForce = rows.filter(({ Start }) => Start >= from)
  const sent = rows.filter(
    (row) =>
      wasSent(context, row, rules) ||
      (inForce.includes(row) && usable.some((one) => isSameSalary(one, row, rules))),
  )
  const accepted = gaps.map((gap) => toGapDigest(sourceId, gap, rules))
  return [
    ...new Set([
      ...(said.isWhole ? [toWholeMark(sourceId, rules)] : []),
      ...usable.map((row) => toSaidDigest(sourceId, row, rules)),
      ...sent.map((row) => toSentDigest(sourceId, row, rules)),
      ...inForce.map((row) => toAgreedDigest(sourceId, row, rules)),
      ...accepted.filter((digest) => before.includes(digest)),
      ...toRateDigests(context, said, rules),
    ]),
  ]
}
