import * as z from 'zod'
import { salaryTypes } from '../../../domain/sections.js'
import type { AddressRow, NmbrsEmployee, PersonalInfoRow } from './data.js'
import { currentAddresses, currentPersonalInfo } from './store.js'
import type { NmbrsStore } from './store.js'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const fields = z.record(z.string(), z.string())

/** What someone in payroll changes on the screen, past the API. An empty text clears a field. */
export const payrollEditSchema = z.strictObject({
  personalInfo: fields.optional(),
  /** The home address as a whole. */
  address: fields.optional(),
  /** In place of every bank account there is. */
  bankAccount: z.strictObject({ type: z.string().default('Standaard'), fields }).optional(),
  salary: z
    .strictObject({
      value: z.string(),
      type: z.enum(salaryTypes),
      startDate: day,
      table: z.strictObject({ code: z.number().int(), scale: z.string(), step: z.string() }).optional(),
    })
    .optional(),
  typeId: z.number().int().optional(),
  /** The last day of the last employment; an empty text takes it away. */
  endDate: z.union([day, z.literal('')]).optional(),
  /** The first day of one more employment. */
  employedAgainFrom: day.optional(),
  /**
   * What is entered stands beside the record in force, from the same period on, and no one knows when it was
   * entered.
   */
  undated: z.boolean().optional(),
})
export type PayrollEdit = z.input<typeof payrollEditSchema>

/** A new employee typed in by hand. */
export const newEmployeeSchema = payrollEditSchema.extend({ companyId: z.number().int(), startDate: day })

const withoutEmpty = (given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))

/**
 * Changes an employee in the current period, as payroll does by hand. Throws when there is no such employee.
 */
export const editByPayroll = (store: NmbrsStore, id: number, edit: PayrollEdit): void => {
  const parsed = payrollEditSchema.parse(edit)
  const { personalInfo, address, bankAccount, salary, typeId, undated } = parsed
  const employee = store.findEmployee(id)
  if (employee === undefined) throw new Error(`there is no employee ${id}`)
  const place = undated === true ? placeBeside(store) : placeAsEntered
  store.changeEmployee(id, {
    ...(typeId === undefined ? {} : { typeId }),
    employments: editEmployments(store, employee, parsed),
    ...(personalInfo === undefined
      ? {}
      : {
          personalInfos: place(
            employee.personalInfos,
            editPersonalInfo(store, employee, personalInfo),
            currentPersonalInfo(employee, store.currentPeriod(employee.companyId)),
          ),
        }),
    ...(address === undefined
      ? {}
      : {
          addresses: place(
            employee.addresses,
            editAddress(store, employee, address),
            findHome(store, employee),
          ),
        }),
    ...(bankAccount === undefined
      ? {}
      : {
          bankAccounts: [
            { id: store.nextRecordId(), type: bankAccount.type, fields: withoutEmpty(bankAccount.fields) },
          ],
        }),
    ...(salary === undefined
      ? {}
      : {
          salaries: place(
            employee.salaries,
            [
              ...employee.salaries.filter(({ startDate }) => startDate !== salary.startDate),
              { id: store.nextRecordId(), creationDate: store.nextCreationDate(), ...salary },
            ],
            undefined,
          ),
        }),
  })
}

interface EnteredRow {
  id: number
  creationDate: string
}
type PlaceRows = <Row extends EnteredRow>(
  before: readonly Row[],
  after: readonly Row[],
  beside?: Row,
) => Row[]

const placeAsEntered: PlaceRows = (_before, after) => [...after]

/**
 * Nothing makes way for the new record. It begins with the one it stands beside; a salary has its own day.
 */
const placeBeside =
  (store: NmbrsStore): PlaceRows =>
  (before, after, beside) => {
    const added = after.filter((row) => !before.includes(row))
    return [
      ...before,
      ...added.map((row) => ({ ...row, ...periodOf(beside), id: store.nextRecordId(), creationDate: '' })),
    ]
  }

const periodOf = (row: EnteredRow | undefined): object =>
  row !== undefined && 'startYear' in row && 'startPeriod' in row
    ? { startYear: row.startYear, startPeriod: row.startPeriod }
    : {}

const editPersonalInfo = (
  store: NmbrsStore,
  employee: NmbrsEmployee,
  change: Readonly<Record<string, string>>,
): PersonalInfoRow[] => {
  const period = store.currentPeriod(employee.companyId)
  const current = currentPersonalInfo(employee, period)
  const row: PersonalInfoRow = {
    id: store.nextRecordId(),
    startYear: period.year,
    startPeriod: period.period,
    creationDate: store.nextCreationDate(),
    fields: withoutEmpty({ ...current?.fields, ...change }),
  }
  const isSamePeriod = current?.startYear === row.startYear && current.startPeriod === row.startPeriod
  return [...employee.personalInfos.filter((each) => !(isSamePeriod && each === current)), row]
}

const editEmployments = (
  store: NmbrsStore,
  { employments }: NmbrsEmployee,
  { endDate, employedAgainFrom: startDate }: Pick<PayrollEdit, 'endDate' | 'employedAgainFrom'>,
): NmbrsEmployee['employments'] => {
  const ended = employments.map(({ endDate: before, ...row }, index) => {
    const end = endDate === undefined || index < employments.length - 1 ? before : endDate
    return end === undefined || end === '' ? row : { ...row, endDate: end }
  })
  if (startDate === undefined) return ended
  const creationDate = store.nextCreationDate()
  return [...ended, { id: store.nextRecordId(), creationDate, startDate, initialStartDate: startDate }]
}

const findHome = (store: NmbrsStore, employee: NmbrsEmployee): AddressRow | undefined =>
  currentAddresses(employee, store.currentPeriod(employee.companyId)).find(
    ({ type }) => type === 'HomeAddress',
  )

const editAddress = (
  store: NmbrsStore,
  employee: NmbrsEmployee,
  change: Readonly<Record<string, string>>,
): NmbrsEmployee['addresses'] => {
  const period = store.currentPeriod(employee.companyId)
  const home = findHome(store, employee)
  return [
    ...employee.addresses.filter((each) => each !== home),
    {
      id: home?.id ?? store.nextRecordId(),
      isDefault: true,
      type: 'HomeAddress',
      startYear: home?.startYear ?? period.year,
      startPeriod: home?.startPeriod ?? period.period,
      creationDate: store.nextCreationDate(),
      fields: withoutEmpty(change),
    },
  ]
}

/** Adds an employee as payroll does by hand; gives the id. Throws when there is no such company. */
export const addByPayroll = (store: NmbrsStore, wanted: z.input<typeof newEmployeeSchema>): number => {
  const { companyId, startDate, ...edit } = newEmployeeSchema.parse(wanted)
  const number = store.nextEmployeeNumber(companyId)
  const id = store.nextEmployeeId()
  const creationDate = store.nextCreationDate()
  store.addEmployee({
    id,
    companyId,
    typeId: store.data.newEmployeeTypeId,
    personalInfos: [],
    addresses: [],
    bankAccounts: [],
    salaries: [],
    employments: [{ id: store.nextRecordId(), creationDate, startDate, initialStartDate: startDate }],
  })
  editByPayroll(store, id, { ...edit, personalInfo: { EmployeeNumber: number, ...edit.personalInfo } })
  return id
}
