import type { SectionBaseline } from '../../domain/baseline.js'
import type { Change } from '../../domain/change.js'
import type { DigestValue } from '../../domain/digest.js'
import type { TargetEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import { isSyncedAccount } from '../../plan/account/plan-bank-account.js'
import { findSalaryOn } from '../../plan/salary/salary-rows.js'
import { toValues } from '../../plan/salary/salary-change.js'
import { diffFields, sameValue, type DiffInput } from '../../plan/sections/diff-fields.js'
import type { PolicyOf } from '../../plan/sections/field-policy.js'
import type { Target } from '../../target/port.js'

/** Someone for whom something was written, and what. */
export interface Written {
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  displayName: string
  targetId: TargetEmployeeId
  changes: readonly Change[]
}

export interface ReadBackContext {
  target: Pick<Target, 'readEmployee' | 'readSalaries' | 'readBankAccounts'>
  /**
   * Start dates of a company, for a target that has no call for those of one employee (Nmbrs contract,
   * section 2.6).
   */
  readEmployments: (companyId: TargetCompanyId) => Promise<ReadonlyMap<TargetEmployeeId, TargetEmployee>>
  policyOf: PolicyOf
  digest: DigestValue
  today: string
}

/** What is settled of a section since it was written: what was sent, and what the target made of it. */
export type FindBaseline = (section: MappedSection) => SectionBaseline | undefined

/** A field that is not what was sent; without a field: nothing of the section is there, or could be read. */
export interface ReadBackFlaw {
  section: MappedSection
  field?: FieldName
  problem: 'differs' | 'not-read'
}

/**
 * Reads someone back for whom something was written, by the calls that read one person, and gives what is not
 * as it was sent. A field is right when the next run would find nothing to do about it. Throws `AuthError` or
 * `RemoteError`.
 */
export const readBack = async (
  written: Written,
  findBaseline: FindBaseline,
  context: ReadBackContext,
): Promise<readonly ReadBackFlaw[]> => {
  const flaws: ReadBackFlaw[] = []
  const sections = toSent(written.changes)
  const plain = plainSections.filter((one) => sections.has(one))
  if (plain.length > 0) {
    const employee = await readPlain(written, plain, context)
    for (const section of plain)
      flaws.push(
        ...comparePlain(
          { written, section, sent: sections, baseline: findBaseline(section) },
          employee,
          context,
        ),
      )
  }
  flaws.push(...(await compareAccount(written, sections, findBaseline, context)))
  flaws.push(...(await compareSalaries(written, context)))
  return flaws
}

const plainSections = ['personalInfo', 'address', 'employment'] as const
type Plain = (typeof plainSections)[number]

const readPlain = async (
  { targetId: id, companyId, displayName }: Written,
  sections: readonly Plain[],
  { target, today, readEmployments }: ReadBackContext,
): Promise<TargetEmployee> => {
  const query = { sections: new Set(sections), today, fresh: true } as const
  const employee = await target.readEmployee({ id, displayName }, query)
  if (employee.employment !== undefined || !sections.includes('employment')) return employee
  const listed = (await readEmployments(companyId)).get(id)
  return { ...employee, employment: listed?.employment, alsoStarted: listed?.alsoStarted }
}

type Sent = ReadonlyMap<MappedSection, Values>

/** What was sent of each section, a later write over an earlier one. */
const toSent = (changes: readonly Change[]): Sent => {
  const sent = new Map<MappedSection, Values>()
  const add = (section: MappedSection, values: Values): void => {
    sent.set(section, { ...sent.get(section), ...values })
  }
  for (const change of changes)
    if (change.kind === 'update') add(change.section, change.after)
    else {
      add('personalInfo', {
        ...change.personalInfo,
        FirstName: change.firstName,
        LastName: change.lastName,
      })
      add('employment', { InitialStartDate: change.startDate })
    }
  return sent
}

/** One section of a person, and what was sent of it. */
interface SentSection {
  written: Written
  section: Plain
  sent: Sent
  baseline: SectionBaseline | undefined
}

const comparePlain = (
  { written: { subject }, section, sent, baseline }: SentSection,
  employee: TargetEmployee,
  context: ReadBackContext,
): ReadBackFlaw[] => {
  const actual = employee[section]
  if (actual === undefined) return [{ section, problem: 'not-read' }]
  const values = sent.get(section) ?? {}
  if (section === 'employment' && values.InitialStartDate === employee.alsoStarted) return []
  // What a target does not show cannot be compared.
  const isShown = (field: FieldName): boolean =>
    actual[field] !== undefined && !(actual[field] === '' && employee.unseen?.includes(field) === true)
  return findDiffering({ subject, section, desired: values, actual, baseline }, context)
    .filter(isShown)
    .map((field) => ({ section, field, problem: 'differs' }))
}

const findDiffering = (
  sides: Omit<DiffInput, 'policyOf' | 'digest'>,
  { policyOf, digest }: ReadBackContext,
): FieldName[] =>
  diffFields({ ...sides, policyOf, digest })
    .filter(({ verdict }) => verdict !== 'in-sync' && verdict !== 'settled')
    .map(({ field }) => field)

const compareAccount = async (
  { subject, targetId }: Written,
  sent: Sent,
  findBaseline: FindBaseline,
  context: ReadBackContext,
): Promise<ReadBackFlaw[]> => {
  const wanted = sent.get('bankAccount')
  if (wanted === undefined) return []
  const held = (await context.target.readBankAccounts(targetId)).filter(isSyncedAccount)
  const baseline = findBaseline('bankAccount')
  const sides = { subject, section: 'bankAccount', desired: wanted, baseline } as const
  const differing = held.map(({ values }) => findDiffering({ ...sides, actual: values }, context))
  const fields = differing.sort((one, other) => one.length - other.length)[0]
  if (fields === undefined) return [{ section: 'bankAccount', problem: 'differs' }]
  return fields.map((field) => ({ section: 'bankAccount', field, problem: 'differs' }))
}

/** Each salary that was sent, on the day from which it is paid. */
const compareSalaries = async (
  { targetId, changes }: Written,
  { target, policyOf }: ReadBackContext,
): Promise<ReadBackFlaw[]> => {
  const sent = changes.filter(({ section }) => section === 'salary')
  const flaws: ReadBackFlaw[] = []
  for (const change of sent) {
    if (change.kind !== 'update') continue
    const { companyId, after } = change
    const day = after.Start ?? ''
    const held = toValues(findSalaryOn(await target.readSalaries(companyId, targetId, day), day))
    for (const field of fieldsIn(after))
      if (!sameValue(policyOf('salary', field), after[field] ?? '', held[field] ?? ''))
        flaws.push({ section: 'salary', field, problem: 'differs' })
  }
  return flaws
}
