import type { NmbrsEmployee, PersonalInfoRow, SalaryRow } from '../../nmbrs/world/data.js'
import { addDays } from '../invent/calendar.js'
import type { Calendar } from '../invent/calendar.js'
import { bic, layOutPhone } from '../invent/invent-numbers.js'
import { earlierPay } from '../person.js'
import type { Person } from '../person.js'
import type { TargetView } from '../placement.js'
import { toAmountText } from './write-amount.js'

export interface TargetContext {
  companyId: number
  employeeTypeId: number
  calendar: Calendar
  /** Gives a number no record has. */
  nextRecordId: () => number
}

/**
 * One person as payroll holds them: what the sync writes, and much that it does not know and must leave
 * alone.
 */
export const toTargetEmployee = (id: number, view: TargetView, context: TargetContext): NmbrsEmployee => {
  const { person, typeId = context.employeeTypeId } = view
  const creationDate = `${person.hireDate}T10:00:00`
  const start = {
    startYear: Number(person.hireDate.slice(0, 4)),
    startPeriod: Number(person.hireDate.slice(5, 7)),
  }
  return {
    id,
    companyId: context.companyId,
    typeId,
    personalInfos: toPersonalInfos(view, context),
    addresses: [
      {
        id: context.nextRecordId(),
        isDefault: true,
        type: 'HomeAddress',
        ...start,
        creationDate,
        fields: {
          Street: person.street,
          PostalCode: person.postalCode,
          City: person.city,
          CountryISOCode: 'NL',
        },
      },
    ],
    bankAccounts: [
      {
        id: context.nextRecordId(),
        type: 'Standaard',
        fields: { IBAN: person.iban, BIC: bic, Name: `${person.firstName} ${person.lastName}` },
      },
    ],
    salaries: toSalaries(view.person, context),
    employments: [
      {
        id: context.nextRecordId(),
        creationDate,
        startDate: person.hireDate,
        ...(typeId === context.employeeTypeId ? {} : { endDate: addDays(context.calendar.monthStart, -1) }),
        initialStartDate: person.hireDate,
      },
    ],
  }
}

/** The record in force, and for some people an earlier one with another phone number. */
const toPersonalInfos = (view: TargetView, { calendar, nextRecordId }: TargetContext): PersonalInfoRow[] => {
  const { person } = view
  const fields = withoutEmpty({ ...toFields(person), ...view.fields })
  const first: PersonalInfoRow = {
    id: nextRecordId(),
    startYear: Number(person.hireDate.slice(0, 4)),
    startPeriod: Number(person.hireDate.slice(5, 7)),
    creationDate: `${person.hireDate}T10:00:00`,
    fields,
  }
  if (person.index % 10 !== 0 || person.hireDate >= `${calendar.year}-01-01`) return [first]
  const later: PersonalInfoRow = {
    id: nextRecordId(),
    startYear: calendar.year,
    startPeriod: 1,
    creationDate: `${calendar.year}-01-05T10:00:00`,
    fields,
  }
  return [{ ...first, fields: { ...fields, TelephonePrivate: '0612349999' } }, later]
}

const toSalaries = (person: Person, { nextRecordId }: TargetContext): SalaryRow[] => {
  const pays = [earlierPay(person), person.pay].filter((pay) => pay !== undefined)
  return pays.map((pay) => ({
    id: nextRecordId(),
    value: toAmountText(pay.cents),
    type: pay.per === 'HOURLY' ? 'Bruto_Uurloon' : 'Bruto_Salaris_Partime',
    startDate: pay.from,
    creationDate: `${pay.from}T10:00:00`,
  }))
}

const maritalStates = ['Gehuwd', 'Ongehuwd', 'Samenwonend'] as const

const toFields = (person: Person): Record<string, string> => ({
  EmployeeNumber: person.employeeNumber,
  BSN: person.bsn,
  FirstName: person.firstName,
  Initials: `${person.firstName.slice(0, 1)}.`,
  LastName: person.lastName,
  Gender: person.gender,
  NationalityCode: '1',
  PlaceOfBirth: person.city,
  IdentificationNumber: `NXX${String(person.index).padStart(6, '0')}`,
  IdentificationType: '1',
  TelephonePrivate: layOutPhone(person.mobile, person.index + 2),
  TelephoneWork: layOutPhone(person.workPhone, person.index + 3),
  TelephoneMobilePrivate: person.mobile,
  EmailPrivate: person.privateEmail,
  EmailWork: person.workEmail,
  BurgerlijkeStaat: maritalStates[person.index % maritalStates.length] ?? 'Ongehuwd',
  Naamstelling: 'Eigen naam',
  Birthday: person.birthDate,
  InCaseOfEmergency: 'Huisgenoot',
  InCaseOfEmergencyPhone: '0612349998',
  Pronouns: person.gender === 'female' ? 'zij' : 'hij',
  PayslipLanguage: 'nl',
})

/**
 * Nearly no one has an empty field; an object that is left as it was made is quicker to read for as long as
 * it lives.
 */
const withoutEmpty = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.values(fields).includes('')
    ? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
    : fields
