import { Decimal } from 'decimal.js'
import type { AlexisData, AlexisEmployeeRecord } from '../alexis/records.js'
import { toCalendar } from './invent/calendar.js'
import { bic, inventIban, inventMobile, layOutPhone } from './invent/invent-numbers.js'
import { createRandom } from './invent/random.js'
import type { Random } from './invent/random.js'

export const editKinds = ['phone', 'street', 'iban', 'salary', 'lastName', 'email'] as const
export type EditKind = (typeof editKinds)[number]

export interface Edit {
  sourceId: string
  kind: EditKind
}

export interface EditOptions {
  /** How many edits; each is of another person and kind. Fewer are made when there are not so many. */
  count: number
  /** `YYYY-MM-DD`; a new salary starts with its month. */
  today: string
  kinds?: readonly EditKind[]
  /** The people who may be edited; absent means everyone active. */
  among?: ReadonlySet<string>
}

/**
 * What happens in HR between two runs: a copy of the data with some people changed, and what was changed. The
 * same seed makes the same edits; the data given stays as it was.
 */
export const editPeople = (
  data: AlexisData,
  seed: number,
  options: EditOptions,
): { data: AlexisData; edits: readonly Edit[] } => {
  const { count, kinds = editKinds, among } = options
  const random = createRandom(seed)
  const people = data.employees.filter(({ id, active }) => active && (among?.has(id) ?? true))
  const possible = people.flatMap(({ id }) => kinds.map((kind): Edit => ({ sourceId: id, kind })))
  const edits = random.shuffle(possible).slice(0, count)
  let edited = data
  for (const edit of edits) edited = applyEdit(edited, edit, random, options.today)
  return { data: edited, edits }
}

const applyEdit = (data: AlexisData, edit: Edit, random: Random, today: string): AlexisData => {
  if (edit.kind === 'salary') return raiseSalary(data, edit.sourceId, random, today)
  const change = changeOf(edit.kind, random)
  return {
    ...data,
    employees: data.employees.map((employee) =>
      employee.id === edit.sourceId
        ? { ...employee, ...change(employee), updated: `${today}T12:00:00.000Z` }
        : employee,
    ),
  }
}

type Change = (employee: AlexisEmployeeRecord) => Partial<AlexisEmployeeRecord>

/** Every change gives a value that no one was invented with. */
const changeOf = (kind: Exclude<EditKind, 'salary'>, random: Random): Change => {
  const number = 600000 + random.int(100000)
  switch (kind) {
    case 'phone': {
      const mobile = inventMobile(number).replace('+3161234', '+3161235')
      return () => ({ privatePhone: layOutPhone(mobile, number), privatePhoneSanitized: mobile })
    }
    case 'street':
      return ({ homeAddress }) => ({ homeAddress: { ...homeAddress, street: `Nieuweweg ${number}` } })
    case 'iban':
      return ({ bankAccount }) => ({ bankAccount: { ...bankAccount, iban: inventIban(number), bic } })
    case 'lastName':
      return ({ lastName = '' }) => ({ lastName: `${lastName}-Nieuw${number}` })
    case 'email':
      return () => ({ privateEmail: `nieuw${number}@privepost.example` })
  }
}

/**
 * A raise of 40 euros a month, or of one euro an hour, from the start of the month: the row that ran until
 * then stays.
 */
const raiseSalary = (data: AlexisData, sourceId: string, random: Random, today: string): AlexisData => {
  const employee = data.employees.find(({ id }) => id === sourceId)
  const current = data.compensations.find(({ id }) => id === employee?.compensationId)
  if (employee === undefined || current === undefined) return data
  const raise = current.payoutPeriod === 'HOURLY' ? 1 : 40
  const id = `65f1ff${(random.int(0x7fffffff) >>> 0).toString(16).padStart(8, '0')}${sourceId.slice(-10)}`
  const amount = new Decimal(current.amount).plus(raise).toNumber()
  const effectiveDate = `${toCalendar(today).monthStart}T00:00:00.000Z`
  const row = { ...current, id, amount, baseAmount: amount, effectiveDate }
  return {
    ...data,
    employees: data.employees.map((each) => (each === employee ? { ...each, compensationId: id } : each)),
    compensations: [
      ...data.compensations.filter(
        (each) => each.employeeId !== sourceId || each.effectiveDate !== effectiveDate,
      ),
      row,
    ],
  }
}
