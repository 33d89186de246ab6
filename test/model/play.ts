import { toCalendar } from '../../src/sandbox/people/invent/calendar.js'
import { createRandom, type Random } from '../../src/sandbox/people/invent/random.js'
import { toTargetEmployee } from '../../src/sandbox/people/sides/to-nmbrs.js'
import type { AlexisEmployeeRecord } from '../../src/sandbox/alexis/records.js'
import type { PayrollEdit } from '../../src/sandbox/nmbrs/world/payroll-edits.js'
import { toSourceRows } from '../../src/sandbox/people/sides/to-alexis.js'
import type { Person } from '../../src/sandbox/people/person.js'
import { createModel, type Correction, type Model, type PersonId } from './model.js'
import { createRegistry, firstDay, type Registry } from './people.js'
import type { RunSettings } from '../../src/run/settings.js'
import { companies, openModelWorld, seedOfIds, type Company, type ModelWorld, type RunNote } from './world.js'

/** One history while it goes on: the real systems, and the model beside them. */
export interface Play {
  model: Model
  world: ModelWorld
  registry: Registry
  /** The day it is, `YYYY-MM-DD`. */
  day: string
  /** The last run that came to its end. */
  lastRun: RunNote | undefined
}

/** The fields that the mapping does not cover, as payroll holds them. */
const unmappedFields = [
  ...['BSN', 'Initials', 'Gender', 'NationalityCode', 'TelephoneMobilePrivate', 'BurgerlijkeStaat'],
  ...['IdentificationNumber', 'IdentificationType', 'PlaceOfBirth', 'InCaseOfEmergency', 'PayslipLanguage'],
] as const

/** Opens the world of a seed: some people on both sides, some in payroll only. */
export const openPlay = async (seed: number, ours: Partial<RunSettings> = {}): Promise<Play> => {
  const random = createRandom(seed)
  const world = await openModelWorld(
    {
      personalInfoUpdate: random.pick(['merge', 'replace']),
      sameTypeBankInsert: random.pick(['add', 'replace']),
      addressInsertCurrent: random.pick(['endsOld', 'keepsOld']),
      samePeriodSecondWrite: random.pick(['overwrite', 'add']),
    },
    ours,
  )
  const play: Play = {
    model: createModel(),
    world,
    registry: createRegistry(),
    day: firstDay,
    lastRun: undefined,
  }
  for (let count = 0; count < 5; count += 1) {
    const person = addPerson(play, play.registry.invent(random))
    const company = random.pick(companies)
    addRecord(play, person, company)
    addEmployee(play, person, company)
  }
  addEmployee(play, addPerson(play, play.registry.invent(random)), random.pick(companies))
  return play
}

export const addPerson = ({ model }: Play, person: Person): PersonId => {
  const id = model.people.size + 1
  model.people.set(id, person)
  model.ownerOfFirstDay.set(person.hireDate, id)
  return id
}

export const factsOf = ({ model }: Play, id: PersonId): Person => {
  const person = model.people.get(id)
  if (person === undefined) throw new Error('the model does not know this person')
  return person
}

/** The person moves house, marries, and so on: what is true of them changes. */
export const changeFacts = (play: Play, id: PersonId, change: Partial<Person>): Person => {
  const person = { ...factsOf(play, id), ...change }
  play.model.people.set(id, person)
  play.model.ownerOfFirstDay.set(person.hireDate, id)
  return person
}

/** HR enters the person as a new record. */
export const addRecord = (
  play: Play,
  id: PersonId,
  company: Company,
  differs: Partial<Person> = {},
): string => {
  const { data } = play.world.alexis
  const person = { ...factsOf(play, id), ...differs, index: play.registry.nextIndex() }
  const context = { seed: seedOfIds, companyId: company.alexisId, calendar: toCalendar(play.day) }
  const { employee, employment, compensations } = toSourceRows({ person }, context)
  data.employees.push(employee)
  if (employment !== undefined) data.employments.push(employment)
  data.compensations.push(...compensations)
  play.model.ownerOfRecord.set(employee.id, id)
  return employee.id
}

export const recordsOf = (
  { world }: Play,
  isWanted: (record: AlexisEmployeeRecord) => boolean = () => true,
) => world.alexis.data.employees.filter(isWanted)

let moment = Date.UTC(2026, 10, 22, 12)

export const editRecord = (play: Play, id: string, change: Partial<AlexisEmployeeRecord>): void => {
  const { data } = play.world.alexis
  const updated = new Date((moment += 1000)).toISOString()
  data.employees = data.employees.map((one) => (one.id === id ? { ...one, ...change, updated } : one))
}

/** Payroll had the employee all along, or enters them now. */
export const addEmployee = (
  play: Play,
  id: PersonId,
  company: Company,
  differs: Readonly<Record<string, string>> = {},
): number => {
  const { model, world } = play
  const { store } = world.nmbrs
  const employeeId = store.nextEmployeeId()
  const person = factsOf(play, id)
  const context = {
    companyId: company.nmbrsId,
    employeeTypeId: store.data.newEmployeeTypeId,
    calendar: toCalendar(play.day),
    nextRecordId: () => store.nextRecordId(),
  }
  const employee = toTargetEmployee(employeeId, { person, fields: differs }, context)
  // Typed in now, whatever day it holds from: of two rows of one period the later one counts.
  const typedIn = <Row extends object>(row: Row) => ({ ...row, creationDate: store.nextCreationDate() })
  store.addEmployee({
    ...employee,
    personalInfos: employee.personalInfos.map(typedIn),
    addresses: employee.addresses.map(typedIn),
    salaries: employee.salaries.map(typedIn),
  })
  model.ownerOfEmployee.set(employeeId, id)
  model.enteredAfter.set(employeeId, world.watch.lastCall())
  return employeeId
}

/** Payroll changes an employee by hand; the model keeps what it was. */
export const editEmployee = (
  play: Play,
  employeeId: number,
  edit: PayrollEdit,
  correction: Omit<Correction, 'employeeId' | 'after'>,
): void => {
  const { model, world } = play
  world.nmbrs.edit(employeeId, edit)
  model.corrections.push({ employeeId, ...correction, after: world.watch.lastCall() })
}

export const unmappedOf = ({ world }: Play, employeeId: number): string => {
  const { personalInfo } = world.nmbrs.store.employee(employeeId)
  // The schema wants a type of document of everyone (Nmbrs contract, section 8); 0 is none.
  const held: Readonly<Record<string, string>> = {
    ...personalInfo,
    IdentificationType: personalInfo.IdentificationType ?? '0',
  }
  return JSON.stringify(unmappedFields.map((field) => held[field] ?? ''))
}

export const companyOf = (alexisId: string): Company =>
  companies.find((company) => company.alexisId === alexisId) ?? companies[0]

/** The employees of payroll who are this person. */
export const employeesOf = ({ model, world }: Play, id: PersonId | undefined): readonly number[] =>
  world.nmbrs.store
    .allEmployees()
    .map((employee) => employee.id)
    .filter((employeeId) => model.ownerOfEmployee.get(employeeId) === id)

export const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items.length === 0 ? undefined : random.pick(items)
