import type { AlexisEmployeeRecord } from '../../../src/sandbox/alexis/records.js'
import { addDays } from '../../../src/sandbox/people/invent/calendar.js'
import { inventIban, inventMobile, layOutPhone } from '../../../src/sandbox/people/invent/invent-numbers.js'
import {
  addPerson,
  addRecord,
  changeFacts,
  companyOf,
  editRecord,
  factsOf,
  pick,
  recordsOf,
  type Play,
} from '../play.js'
import { slipOfDate } from '../people.js'
import { companies } from '../world.js'
import { anActive, edit, isActive, midnight, ownerOf } from './edit-record.js'
import type { Deed } from './operation.js'
import { leavings, returns } from './service.js'

/** Whether someone else has this last name and birth date: no rule could tell them apart. */
const isTaken = (play: Play, owner: number, lastName: string, birthDate: string): boolean =>
  [...play.model.people].some(
    ([id, person]) => id !== owner && person.lastName === lastName && person.birthDate === birthDate,
  )

const dayOf = (record: AlexisEmployeeRecord): string => (record.birthDate ?? '').slice(0, 10)

const contact: readonly Deed[] = [
  edit(4, 'HR changes the phone', (play, record, random) => {
    const mobile = inventMobile(3000 + random.int(6000))
    changeFacts(play, ownerOf(play, record), { mobile })
    editRecord(play, record.id, {
      privatePhone: layOutPhone(mobile, random.int(6)),
      privatePhoneSanitized: mobile,
    })
    return true
  }),
  edit(3, 'HR changes the address', (play, record, random) => {
    const street = `Nieuweweg ${random.int(900)}`
    changeFacts(play, ownerOf(play, record), { street })
    editRecord(play, record.id, { homeAddress: { ...record.homeAddress, street } })
    return true
  }),
  edit(3, 'HR changes the account', (play, record, random) => {
    const iban = inventIban(5000 + random.int(4000))
    changeFacts(play, ownerOf(play, record), { iban })
    editRecord(play, record.id, { bankAccount: { ...record.bankAccount, iban } })
    return true
  }),
  edit(3, 'HR changes the salary', (play, record, random) => {
    const { data } = play.world.alexis
    const current = data.compensations.find(({ id }) => id === record.compensationId)
    if (current === undefined) return false
    const amount = current.amount + random.pick([20, 40, 2000])
    data.compensations = data.compensations.map((row) =>
      row === current ? { ...row, amount, baseAmount: amount } : row,
    )
    editRecord(play, record.id, {})
    return true
  }),
]

const identity: readonly Deed[] = [
  edit(2, 'HR corrects the last name after a marriage', (play, record, random) => {
    const owner = ownerOf(play, record)
    const { lastName, birthDate } = factsOf(play, owner)
    const married = random.pick([`Jansen-${lastName}`, 'Testveld'])
    if (lastName.includes('-') || isTaken(play, owner, married, birthDate)) return false
    changeFacts(play, owner, { lastName: married })
    editRecord(play, record.id, { lastName: married })
    return true
  }),
  edit(1, 'HR enters the call name', (play, record) => {
    editRecord(play, record.id, { firstName: `Roep${ownerOf(play, record)}` })
    return true
  }),
  edit(2, 'HR enters a wrong birth date', (play, record, random) => {
    const birthDate = slipOfDate(dayOf(record), random)
    if (isTaken(play, ownerOf(play, record), record.lastName ?? '', birthDate)) return false
    editRecord(play, record.id, { birthDate: midnight(birthDate) })
    return true
  }),
  edit(2, 'HR enters a birth date that nobody has', (play, record, random) => {
    const hired = (record.hireDate ?? '').slice(0, 10)
    if (hired === '') return false
    const birthDate = random.pick([addDays(play.day, 400), hired, addDays(hired, -5 * 365), '1915-03-07'])
    editRecord(play, record.id, { birthDate: midnight(birthDate) })
    return true
  }),
  edit(1, 'HR enters a first name that is none', (play, record) => {
    editRecord(play, record.id, { firstName: '123' })
    return true
  }),
  edit(2, 'HR corrects the birth date', (play, record) => {
    const { birthDate } = factsOf(play, ownerOf(play, record))
    editRecord(play, record.id, { birthDate: midnight(birthDate) })
    return dayOf(record) !== birthDate
  }),
  edit(1, 'HR swaps two birth dates', (play, record, random) => {
    const other = anActive(play, random)
    if (other === undefined || other.id === record.id || other.lastName === record.lastName) return false
    if (isTaken(play, ownerOf(play, record), record.lastName ?? '', dayOf(other))) return false
    if (isTaken(play, ownerOf(play, other), other.lastName ?? '', dayOf(record))) return false
    editRecord(play, record.id, { birthDate: midnight(dayOf(other)) })
    editRecord(play, other.id, { birthDate: midnight(dayOf(record)) })
    return true
  }),
]

/** HR hires someone; a twin, a partner at the same address, or a stranger. */
const hires: readonly Deed[] = [
  {
    weight: 2,
    run: (play, random) => {
      const own = play.registry.engage(play.registry.invent(random))
      const birthDate = midnight(random.pick([addDays(play.day, 400), own.hireDate, '1915-03-07']))
      const slip = random.pick([{ birthDate }, { birthDate }, { firstName: '123' }])
      const record = addRecord(play, addPerson(play, own), random.pick(companies), slip)
      return `HR hires ${record.slice(-4)} with what nobody has: ${JSON.stringify(slip)}`
    },
  },
  {
    weight: 4,
    run: (play, random) => {
      const person = addPerson(play, play.registry.engage(play.registry.invent(random)))
      return `HR hires ${addRecord(play, person, random.pick(companies)).slice(-4)}`
    },
  },
  {
    weight: 2,
    run: (play, random) => {
      const record = anActive(play, random)
      if (record === undefined) return undefined
      const twin = factsOf(play, ownerOf(play, record))
      const own = play.registry.engage(play.registry.invent(random))
      const { lastName, birthDate } = twin
      const isNamesake = [...play.model.people.values()].some(
        (one) => one.lastName === lastName && one.birthDate === birthDate && one.firstName === own.firstName,
      )
      if (isNamesake) return undefined
      const { street, postalCode, mobile, privateEmail } = twin
      const shared = { lastName, birthDate, street, postalCode, mobile, privateEmail }
      const person = addPerson(play, { ...own, ...shared })
      return `HR hires the twin of ${record.id.slice(-4)}: ${addRecord(play, person, companyOf(record.companyId)).slice(-4)}`
    },
  },
  {
    weight: 2,
    run: (play, random) => {
      const record = anActive(play, random)
      if (record === undefined) return undefined
      const own = play.registry.engage(play.registry.invent(random))
      const { street, postalCode, mobile, privateEmail, iban } = factsOf(play, ownerOf(play, record))
      const person = addPerson(play, { ...own, street, postalCode, mobile, privateEmail, iban })
      return `HR hires the partner of ${record.id.slice(-4)}: ${addRecord(play, person, companyOf(record.companyId)).slice(-4)}`
    },
  },
  {
    weight: 1,
    run: (play, random) => {
      const leaver = pick(
        random,
        recordsOf(play, (record) => !isActive(record)),
      )
      if (leaver === undefined) return undefined
      const own = play.registry.engage(play.registry.invent(random))
      if (own.lastName === leaver.lastName) return undefined
      const person = addPerson(play, { ...own, employeeNumber: leaver.employeeNumber })
      return `HR hires someone with the number of ${leaver.id.slice(-4)}: ${addRecord(play, person, companyOf(leaver.companyId)).slice(-4)}`
    },
  },
]

const comings: readonly Deed[] = [
  {
    weight: 2,
    run: (play, random) => {
      const leaver = pick(
        random,
        recordsOf(play, (record) => !isActive(record)),
      )
      if (leaver === undefined || play.model.reused.has(leaver.id)) return undefined
      const owner = ownerOf(play, leaver)
      const again = play.registry.engage(factsOf(play, owner))
      changeFacts(play, owner, again)
      const employeeNumber = random.chance(50)
        ? String(7000 + play.registry.nextIndex())
        : again.employeeNumber
      const record = addRecord(play, owner, companyOf(leaver.companyId), { employeeNumber })
      return `HR hires ${leaver.id.slice(-4)} again, as ${record.slice(-4)}`
    },
  },
  edit(2, 'HR enters the record again, as a new one,', (play, record, random) => {
    const owner = ownerOf(play, record)
    if (play.model.reused.has(record.id)) return false
    const again = changeFacts(play, owner, play.registry.engage(factsOf(play, owner)))
    const { data } = play.world.alexis
    data.employees = data.employees.filter((one) => one !== record)
    const differs = random.chance(30) ? { birthDate: slipOfDate(again.birthDate, random) } : {}
    addRecord(play, owner, companyOf(record.companyId), differs)
    return true
  }),
  edit(1, 'HR moves to the other company the record', (play, record) => {
    const other = companies.find(({ alexisId }) => alexisId !== record.companyId) ?? companies[0]
    const { data } = play.world.alexis
    data.employments = data.employments.map((row) =>
      row.employeeId === record.id ? { ...row, companyId: other.alexisId } : row,
    )
    data.compensations = data.compensations.map((row) =>
      row.employeeId === record.id ? { ...row, companyId: other.alexisId } : row,
    )
    const { hireDate } = changeFacts(
      play,
      ownerOf(play, record),
      play.registry.engage(factsOf(play, ownerOf(play, record))),
    )
    editRecord(play, record.id, { companyId: other.alexisId, hireDate: midnight(hireDate) })
    return true
  }),
]

const reuse: readonly Deed[] = [
  edit(1, 'HR gives the record to another person', (play, record, random) => {
    const person = addPerson(play, play.registry.engage(play.registry.invent(random)))
    const { firstName, lastName, birthDate, mobile, workEmail, privateEmail, hireDate, iban } = factsOf(
      play,
      person,
    )
    play.model.ownerOfRecord.set(record.id, person)
    play.model.reused.add(record.id)
    const names = { firstName, lastName, birthDate: midnight(birthDate), hireDate: midnight(hireDate) }
    const ways = { privatePhone: mobile, privatePhoneSanitized: mobile, workEmail, privateEmail }
    editRecord(play, record.id, { ...names, ...ways, bankAccount: { ...record.bankAccount, iban } })
    return true
  }),
]

/** What HR does at any moment. */
export const hrDeeds: readonly Deed[] = [
  ...contact,
  ...identity,
  ...hires,
  ...comings,
  ...leavings,
  ...returns,
]

/** What HR does between runs only: while one goes on nobody could say whose data it carries. */
export const hrDeedsBetweenRuns: readonly Deed[] = [...hrDeeds, ...reuse]
