import type {
  AlexisCompensationRecord,
  AlexisData,
  AlexisEmployeeRecord,
  AlexisEmploymentRecord,
} from '../../alexis/records.js'
import type { Calendar } from '../invent/calendar.js'
import { bic, inventSourceId, layOutIban, layOutPhone } from '../invent/invent-numbers.js'
import { toPlaceIds } from '../places.js'
import { earlierPay } from '../person.js'
import type { Pay, Person } from '../person.js'
import type { SourceView } from '../placement.js'
import { toAmountNumber } from './write-amount.js'

export interface SourceContext {
  seed: number
  companyId: string
  calendar: Calendar
}

/** The three rows one person has in the source. */
export interface SourceRows {
  employee: AlexisEmployeeRecord
  employment: AlexisEmploymentRecord | undefined
  /** The one in force, and for some people the one before. */
  compensations: readonly AlexisCompensationRecord[]
}

/** The source writes a day as its midnight. */
const midnight = (day: string): string => `${day}T00:00:00.000Z`

const permanentType = 0
const flexibleType = 1

const typeOf = ({ pay }: Person): number => (pay.per === 'HOURLY' ? flexibleType : permanentType)

export const employmentTypesOf = ({ seed, companyId }: SourceContext): AlexisData['employmentTypes'] => [
  { id: inventSourceId(4, seed, permanentType), companyId, name: 'Vast contract', vacation: true },
  {
    id: inventSourceId(4, seed, flexibleType),
    companyId,
    name: 'Oproepkracht',
    vacation: false,
    country: 'NL',
  },
]

/** Whole years; a birthday on a later day of the year does not count yet. */
const ageOn = (birthDate: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return birthDate.slice(5) > today.slice(5) ? years - 1 : years
}

/** One person as the source holds them. Layouts of phone and IBAN differ from person to person. */
export const toSourceRows = (view: SourceView, context: SourceContext): SourceRows => {
  const { person, record = {}, isInactive = false, hasNoEmployment = false } = view
  const employment = hasNoEmployment ? undefined : toEmployment(person, isInactive, context)
  const compensations = hasNoEmployment ? [] : toCompensations(view, context)
  const compensation = compensations.at(-1)
  const runs = person.hireDate <= context.calendar.today
  const employee: AlexisEmployeeRecord = {
    id: inventSourceId(1, context.seed, person.index),
    active: !isInactive,
    companyId: context.companyId,
    userId: inventSourceId(2, context.seed, person.index),
    employeeNumber: person.employeeNumber,
    created: `${person.hireDate}T07:41:12.318Z`,
    updated: `${context.calendar.monthStart}T09:15:27.004Z`,
    ...(runs && employment !== undefined
      ? { employmentId: employment.id, employmentTypeId: employment.typeId, employmentCountry: 'NL' }
      : {}),
    ...(runs && compensation !== undefined ? { compensationId: compensation.id } : {}),
    ...(employment?.effectiveEndDate === undefined ? {} : { endDate: employment.effectiveEndDate }),
    ...toPlaceIds(person, context),
    ...toFacts(person, context.calendar.today),
  }
  return { employee: withChanges(employee, record), employment, compensations }
}

const toFacts = (person: Person, today: string): Partial<AlexisEmployeeRecord> => ({
  title: 'Medewerker',
  userName: person.workEmail,
  workEmail: person.workEmail,
  workPhone: layOutPhone(person.workPhone, person.index + 1),
  workPhoneSanitized: person.workPhone,
  hireDate: midnight(person.hireDate),
  privateEmail: person.privateEmail,
  firstName: person.firstName,
  lastName: person.lastName,
  ssn: person.bsn,
  privatePhone: layOutPhone(person.mobile, person.index),
  privatePhoneSanitized: person.mobile,
  birthDate: midnight(person.birthDate),
  age: ageOn(person.birthDate, today),
  nationality: 'Nederlandse',
  gender: person.gender,
  bankAccount: {
    bank: 'Bedachte Bank',
    iban: person.index % 3 === 0 ? layOutIban(person.iban) : person.iban,
    bic,
    country: 'NL',
  },
  homeAddress: {
    street: person.street,
    postalCode: person.postalCode,
    city: person.city,
    country: ['NL', 'Nederland', 'Netherlands', 'NLD'][person.index % 4] ?? 'NL',
  },
})

/** A copy with keys replaced, or taken away where the change says `null`. */
const withChanges = (
  employee: AlexisEmployeeRecord,
  record: NonNullable<SourceView['record']>,
): AlexisEmployeeRecord => {
  const changed: Record<string, unknown> = { ...employee, ...record }
  for (const [key, value] of Object.entries(record)) if (value === null) Reflect.deleteProperty(changed, key)
  // Only optional keys are ever taken away, so what is left is still a record.
  return changed as unknown as AlexisEmployeeRecord
}

const toEmployment = (
  person: Person,
  isInactive: boolean,
  { seed, companyId, calendar }: SourceContext,
): AlexisEmploymentRecord => ({
  id: inventSourceId(3, seed, person.index),
  companyId,
  employeeId: inventSourceId(1, seed, person.index),
  typeId: inventSourceId(4, seed, typeOf(person)),
  startDate: midnight(person.hireDate),
  ...(isInactive
    ? { endDate: midnight(calendar.monthStart), effectiveEndDate: midnight(calendar.monthStart) }
    : {}),
  updated: `${person.hireDate}T08:00:00.000Z`,
  terminated: isInactive,
  rate: 100,
  country: 'NL',
})

const toCompensations = (view: SourceView, context: SourceContext): AlexisCompensationRecord[] => {
  const current = { ...toCompensation(view.person.pay, view.person, context), ...view.compensation }
  const earlier = earlierPay(view.person)
  if (earlier === undefined) return [current]
  const id = inventSourceId(6, context.seed, view.person.index)
  return [{ ...toCompensation(earlier, view.person, context), id }, current]
}

const toCompensation = (
  pay: Pay,
  person: Person,
  { seed, companyId }: SourceContext,
): AlexisCompensationRecord => {
  const amount = toAmountNumber(pay.cents)
  return {
    id: inventSourceId(5, seed, person.index),
    employeeId: inventSourceId(1, seed, person.index),
    companyId,
    amount,
    effectiveDate: midnight(pay.from),
    baseAmount: amount,
    exchangeRate: 1,
    currency: 'EUR',
    payoutDay: 25,
    payoutPeriod: pay.per,
    payoutFrequency: 'MONTH',
    salarySchedule: 'DELAYED',
    paidOvertime: false,
  }
}
