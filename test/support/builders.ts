import { byHand, type Act } from '../../src/domain/audit/act.js'
import type { Actor } from '../../src/domain/audit/actor.js'
import type { FieldBaseline, SectionBaseline } from '../../src/domain/baseline.js'
import type { DigestValue } from '../../src/domain/digest.js'
import type { DesiredEmployee, TargetEmployee } from '../../src/domain/employee.js'
import {
  toSourceCompanyId,
  toSourceEmployeeId,
  toTargetCompanyId,
  toTargetEmployeeId,
} from '../../src/domain/ids.js'
import type { ConnectedLink, MatchRule } from '../../src/domain/link.js'
import type { FieldName, MappedSection } from '../../src/domain/sections.js'
import { findFieldType } from '../../src/domain/sections.js'
import type { Values } from '../../src/domain/values.js'
import type { PolicyOf } from '../../src/plan/sections/field-policy.js'
import { emptyValues, type PersonContext, type PlanRules } from '../../src/plan/sections/section-plan.js'
import type { Capability } from '../../src/target/port.js'

/** Who acts in tests. */
export const tester = 'tester' as Actor

/** What the tester does outside a run. */
export const asTester: Act = byHand(tester)

/** A digest that can be read, for tests: what is digested stands in it. */
export const plainDigest: DigestValue = (subject, field, value) => `${subject}|${field}|${value}`

export const companyId = toTargetCompanyId('1234')
export const sourceCompanyId = toSourceCompanyId('65f1c0ffee0000000000000a')

export const defaultPersonalInfo: Values = {
  FirstName: 'Noor',
  LastName: 'Testveld',
  Birthday: '1990-05-17',
  EmployeeNumber: '501',
  EmailWork: 'noor@tulp.example',
  TelephonePrivate: '0612000001',
}
export const defaultAddress: Values = {
  Street: 'Proefweg 1',
  City: 'Utrecht',
  PostalCode: '3512 AA',
  CountryISOCode: 'NL',
}
export const defaultBankAccount: Values = { IBAN: 'NL02TEST0123456789', Type: 'Standaard' }
export const defaultSalary: Values = { Value: '3000', Type: 'Bruto_Salaris_Partime', Start: '2026-11-01' }
export const defaultEmployment: Values = { InitialStartDate: '2026-11-01' }

type Sections = Partial<Record<MappedSection, Values>>

const defaultSections: Sections = {
  personalInfo: defaultPersonalInfo,
  address: defaultAddress,
  bankAccount: defaultBankAccount,
  employment: defaultEmployment,
  salary: defaultSalary,
}

/** A complete, valid person; `sections` replaces whole sections, `personalInfo` single fields. */
export const aPerson = (
  differs: {
    id?: string
    personalInfo?: Values
    sections?: Sections
    missing?: DesiredEmployee['missing']
    heldSections?: MappedSection[]
  } = {},
): DesiredEmployee => ({
  sourceId: toSourceEmployeeId(differs.id ?? 'a1'),
  sourceCompanyId,
  displayName: 'somebody',
  sections: {
    ...defaultSections,
    personalInfo: { ...defaultPersonalInfo, ...differs.personalInfo },
    ...differs.sections,
  },
  missing: differs.missing ?? [],
  heldSections: new Set(differs.heldSections ?? []),
  findings: [],
})

/** An employee who holds what `aPerson` wants; `personalInfo` and `address` replace single fields. */
export const aTarget = (
  differs: {
    id?: string
    personalInfo?: Values
    address?: Values
    employment?: Values
    salaries?: TargetEmployee['salaries']
  } = {},
): TargetEmployee => ({
  id: toTargetEmployeeId(differs.id ?? '1'),
  displayName: 'somebody',
  personalInfo: { ...emptyValues('personalInfo'), ...defaultPersonalInfo, ...differs.personalInfo },
  address: { ...emptyValues('address'), ...defaultAddress, ...differs.address },
  employment: differs.employment ?? defaultEmployment,
  salaries: differs.salaries ?? [{ Value: '3000', Type: 'Bruto_Salaris_Partime', Start: '2026-11-01' }],
})

export const aLink = (
  differs: { sourceId?: string; targetId?: string; origin?: ConnectedLink['origin'] } = {},
): ConnectedLink => ({
  status: 'connected',
  sourceId: toSourceEmployeeId(differs.sourceId ?? 'a1'),
  companyId,
  targetId: toTargetEmployeeId(differs.targetId ?? '1'),
  origin: differs.origin ?? 'manual',
})

export const plainPolicy: PolicyOf = (section, field) => ({
  onDrift: 'report',
  normalise: (value) => (findFieldType(section, field) === 'email' ? value.toLowerCase() : value),
})

const allCapabilities: Capability[] = [
  'employee.create',
  'personalInfo.update',
  'address.update',
  'bankAccount.replace',
  'salary.update',
  'employment.changeStart',
]

export const someRules = (differs: Partial<PlanRules> = {}): PlanRules => ({
  today: '2026-11-22',
  periodStart: '2026-11-01',
  salaryHorizon: '2026-11-30',
  salaryHistory: { isMapped: true, later: () => [], earlier: () => [], asRead: () => '' },
  allowPastPeriods: false,
  updateStartDate: false,
  identityFirstContact: 'hold',
  pay: { paidPer: 'month', monthlyAmount: 'hold', beforeEmployment: 'hold' },
  capabilities: new Set(allCapabilities),
  policyOf: plainPolicy,
  digest: plainDigest,
  recipe: 'recipe',
  numberHolders: () => new Set(),
  ...differs,
})

/** A connected person whose target holds everything he should have. */
export const aContext = (differs: Partial<PersonContext> = {}): PersonContext => ({
  person: aPerson(),
  companyId,
  targetId: toTargetEmployeeId('1'),
  target: aTarget(),
  createdByUs: false,
  linkedByRule: false,
  baselines: {},
  bankAccounts: 'not-read',
  leftovers: [],
  ...differs,
})

export const defaultMatchRules: MatchRule[] = [
  { name: 'employeeNumber+birthDate', attributes: ['employeeNumber', 'birthDate'] },
  { name: 'employeeNumber+lastName', attributes: ['employeeNumber', 'lastName'] },
  { name: 'workEmail+birthDate', attributes: ['workEmail', 'birthDate'] },
  { name: 'lastName+birthDate+firstName', attributes: ['lastName', 'birthDate', 'firstName'] },
]

/** A baseline of what both sides held when they were last settled. */
export const settledAt = (sent: Values, seen: Values = sent): SectionBaseline => {
  const subject = toSourceEmployeeId('a1')
  const fields: Partial<Record<FieldName, FieldBaseline>> = {}
  for (const field of Object.keys(sent) as FieldName[]) {
    fields[field] = {
      sent: plainDigest(subject, field, sent[field] ?? ''),
      seen: plainDigest(subject, field, seen[field] ?? ''),
    }
  }
  return { fields }
}
