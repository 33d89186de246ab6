import { inventIban, inventMobile } from '../../../src/sandbox/people/invent/invent-numbers.js'
import type { Random } from '../../../src/sandbox/people/invent/random.js'
import type { CurrentEmployee } from '../../../src/sandbox/nmbrs/world/store.js'
import {
  addEmployee,
  companyOf,
  editEmployee,
  employeesOf,
  factsOf,
  pick,
  recordsOf,
  type Play,
} from '../play.js'
import { slipOfDate, slipOfName } from '../people.js'
import type { Deed } from './operation.js'
import { employmentDeeds } from './service.js'

const edit = (
  weight: number,
  name: string,
  change: (play: Play, employee: CurrentEmployee, random: Random) => boolean,
): Deed => ({
  weight,
  run: (play, random) => {
    const { store } = play.world.nmbrs
    const id = pick(random, store.allEmployees())?.id
    return id !== undefined && change(play, store.employee(id), random)
      ? `payroll ${name} of ${id}`
      : undefined
  },
})

const fieldEdit = (
  weight: number,
  name: string,
  field: string,
  value: (held: string, random: Random) => string,
): Deed =>
  edit(weight, name, (play, { id, personalInfo }, random) => {
    const held = personalInfo[field]
    if (held === undefined) return false
    const corrected = value(held, random)
    editEmployee(
      play,
      id,
      { personalInfo: { [field]: corrected } },
      { section: 'personalInfo', field, value: corrected },
    )
    return true
  })

const corrections: readonly Deed[] = [
  fieldEdit(3, 'corrects the phone', 'TelephonePrivate', (_held, random) =>
    inventMobile(500 + random.int(2000)),
  ),
  fieldEdit(1, 'corrects the last name', 'LastName', slipOfName),
  fieldEdit(1, 'corrects the first name', 'FirstName', slipOfName),
  fieldEdit(1, 'corrects the birth date', 'Birthday', slipOfDate),
  edit(2, 'corrects the address', (play, { id, addresses }, random) => {
    const home = addresses.find(({ type }) => type === 'HomeAddress')
    if (home === undefined) return false
    const Street = `Betaalweg ${random.int(900)}`
    editEmployee(
      play,
      id,
      { address: { ...home.fields, Street } },
      { section: 'address', field: 'Street', value: Street },
    )
    return true
  }),
  edit(2, 'corrects the account', (play, { id, bankAccounts }, random) => {
    if (bankAccounts.length === 0) return false
    const IBAN = inventIban(9000 + random.int(900))
    editEmployee(
      play,
      id,
      { bankAccount: { fields: { IBAN } } },
      { section: 'bankAccount', field: 'IBAN', value: IBAN },
    )
    return true
  }),
  edit(2, 'corrects the salary', (play, { id, salaries }) => {
    const last = salaries.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1)).at(-1)
    if (last === undefined) return false
    const value = String(Number(last.value) + 7)
    // The catalogue of salary types is that of the product.
    const salary = { value, type: last.type as 'Bruto_Salaris_Partime', startDate: last.startDate }
    editEmployee(play, id, { salary }, { section: 'salary', field: last.startDate, value })
    return true
  }),
]

/** The new hire, typed in by hand before the sync gets to it, often not quite as HR has it. */
const entersByHand: Deed = {
  weight: 4,
  run: (play, random) => {
    const waiting = recordsOf(play, ({ active, id }) => {
      const owner = play.model.ownerOfRecord.get(id)
      return active && !play.model.reused.has(id) && employeesOf(play, owner).length === 0
    })
    const record = pick(random, waiting)
    const owner = record === undefined ? undefined : play.model.ownerOfRecord.get(record.id)
    if (record === undefined || owner === undefined) return undefined
    const { birthDate, lastName, firstName, hireDate } = factsOf(play, owner)
    const differs = random.pick<Record<string, string>>([
      {},
      { EmployeeNumber: String(8000 + play.registry.nextIndex()) },
      { Birthday: slipOfDate(birthDate, random) },
      { LastName: slipOfName(lastName) },
      { FirstName: `${firstName.slice(0, 1)}.`, EmployeeNumber: '' },
    ])
    const id = addEmployee(play, owner, companyOf(record.companyId), differs)
    return `payroll enters ${record.id.slice(-4)} by hand as ${id}, from ${hireDate}`
  },
}

/** What payroll does. */
export const payrollDeeds: readonly Deed[] = [...corrections, entersByHand, ...employmentDeeds]
