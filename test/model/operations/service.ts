import type { AlexisEmployeeRecord } from '../../../src/sandbox/alexis/records.js'
import type { EmploymentRow } from '../../../src/sandbox/nmbrs/world/data.js'
import type { PayrollEdit } from '../../../src/sandbox/nmbrs/world/payroll-edits.js'
import { addDays, toCalendar } from '../../../src/sandbox/people/invent/calendar.js'
import { inventSourceId } from '../../../src/sandbox/people/invent/invent-numbers.js'
import type { Random } from '../../../src/sandbox/people/invent/random.js'
import {
  addRecord,
  changeFacts,
  editRecord,
  employeesOf,
  factsOf,
  pick,
  recordsOf,
  type Play,
} from '../play.js'
import { companies, seedOfIds } from '../world.js'
import { edit, isActive, midnight, ownerOf } from './edit-record.js'
import type { Deed } from './operation.js'

/** The end that the current employment of a record has. */
const endOf = ({ world }: Play, record: AlexisEmployeeRecord): string | undefined => {
  const row = world.alexis.data.employments.find(({ id }) => id === record.employmentId)
  return row?.effectiveEndDate ?? row?.endDate
}

/** Enough people stay, so that no run stops because nobody is left. */
const mayLeave = (play: Play, record: AlexisEmployeeRecord): boolean =>
  endOf(play, record) === undefined &&
  recordsOf(play, (one) => isActive(one) && endOf(play, one) === undefined).length > 4

const endEmployment = (
  { world }: Play,
  record: AlexisEmployeeRecord,
  change: { endDate: string; effectiveEndDate?: string; terminated: boolean },
): boolean => {
  const { data } = world.alexis
  if (!data.employments.some(({ id }) => id === record.employmentId)) return false
  data.employments = data.employments.map((row) =>
    row.id === record.employmentId ? { ...row, ...change } : row,
  )
  return true
}

/** HR lets somebody go, in each way that AlexisHR knows. */
export const leavings: readonly Deed[] = [
  edit(2, 'HR lets go', (play, record) => {
    if (!mayLeave(play, record)) return false
    editRecord(play, record.id, { active: false, endDate: midnight(play.day) })
    return true
  }),
  edit(2, 'HR enters the last day', (play, record, random) => {
    if (!mayLeave(play, record)) return false
    const last = midnight(addDays(play.day, random.pick([-25, -1, 0, 9])))
    if (last < (record.hireDate ?? '')) return false
    editRecord(play, record.id, { endDate: last })
    return endEmployment(play, record, { endDate: last, effectiveEndDate: last, terminated: true })
  }),
  edit(1, 'HR lets a contract run out', (play, record) => {
    if (!mayLeave(play, record)) return false
    const last = midnight(addDays(play.day, -1))
    return endEmployment(play, record, { endDate: last, terminated: false })
  }),
  edit(1, 'HR deletes the record', (play, record) => {
    if (!mayLeave(play, record)) return false
    const { data } = play.world.alexis
    data.employees = data.employees.filter((one) => one.id !== record.id)
    return true
  }),
]

const withoutEnd = <Row extends { endDate?: string; effectiveEndDate?: string }>(row: Row): Row => {
  const copy = { ...row }
  delete copy.endDate
  delete copy.effectiveEndDate
  return copy
}

/** A new employment and a new pay from a day on, as the current ones of the record. */
const hireAgain = (play: Play, record: AlexisEmployeeRecord, from: string): Partial<AlexisEmployeeRecord> => {
  const { data } = play.world.alexis
  const last = data.employments.findLast(({ employeeId }) => employeeId === record.id)
  if (last === undefined) return {}
  const id = inventSourceId(3, seedOfIds, play.registry.nextIndex())
  data.employments.push({ ...withoutEnd(last), id, startDate: midnight(from), terminated: false })
  return { employmentId: id, ...raise(play, record, from) }
}

const raise = (play: Play, record: AlexisEmployeeRecord, from: string): Partial<AlexisEmployeeRecord> => {
  const { data } = play.world.alexis
  const held = data.compensations.find(({ id }) => id === record.compensationId)
  if (held === undefined || held.effectiveDate >= midnight(from)) return {}
  const amount = held.amount + 30
  const id = inventSourceId(5, seedOfIds, play.registry.nextIndex())
  data.compensations.push({ ...held, id, amount, baseAmount: amount, effectiveDate: midnight(from) })
  return { compensationId: id }
}

const raiseRecently = (play: Play, record: AlexisEmployeeRecord, random: Random): boolean => {
  const change = raise(play, record, addDays(play.day, -random.int(20)))
  editRecord(play, record.id, change)
  return change.compensationId !== undefined
}

const hasEndInPayroll = (play: Play, record: AlexisEmployeeRecord): boolean =>
  employeesOf(play, ownerOf(play, record)).some(
    (id) => play.world.nmbrs.store.employee(id).employment?.endDate !== undefined,
  )

/** HR hires somebody again who was there before, and pays from a new day on. */
export const returns: readonly Deed[] = [
  {
    weight: 2,
    run: (play, random) => {
      const left = recordsOf(play, (record) => !isActive(record) || endOf(play, record) !== undefined)
      const record = pick(random, left)
      if (record === undefined || play.model.reused.has(record.id)) return undefined
      const owner = ownerOf(play, record)
      const { hireDate } = changeFacts(play, owner, play.registry.engage(factsOf(play, owner)))
      const again = hireAgain(play, record, hireDate)
      const { data } = play.world.alexis
      data.employees = data.employees.map((one) => (one.id === record.id ? withoutEnd(one) : one))
      editRecord(play, record.id, { active: true, hireDate: midnight(hireDate), ...again })
      return `HR hires ${record.id.slice(-4)} again in the same record, from ${hireDate}`
    },
  },
  {
    weight: 1,
    run: (play, random) => {
      const known = new Set(recordsOf(play).map((record) => ownerOf(play, record)))
      const owner = pick(
        random,
        [...play.model.people.keys()].filter((id) => !known.has(id)),
      )
      if (owner === undefined) return undefined
      changeFacts(play, owner, play.registry.engage(factsOf(play, owner)))
      return `HR hires somebody again whose record was deleted: ${addRecord(play, owner, random.pick(companies)).slice(-4)}`
    },
  },
  edit(1, 'HR raises the pay', raiseRecently),
  {
    weight: 3,
    run: (play, random) => {
      const record = pick(
        random,
        recordsOf(play, (one) => isActive(one) && hasEndInPayroll(play, one)),
      )
      return record !== undefined && raiseRecently(play, record, random)
        ? `HR raises the pay of ${record.id.slice(-4)}, whom payroll let go`
        : undefined
    },
  },
]

/** What payroll changes in the employments of one employee; nothing where there is nothing to change. */
const employmentEdit = (
  weight: number,
  name: string,
  change: (play: Play, last: EmploymentRow, random: Random) => PayrollEdit | undefined,
): Deed => ({
  weight,
  run: (play, random) => {
    const { nmbrs, watch } = play.world
    const able = nmbrs.store.allEmployees().flatMap(({ id, employments }) => {
      const last = employments.at(-1)
      const wanted = last && change(play, last, random)
      return wanted === undefined ? [] : [{ id, wanted }]
    })
    const one = pick(random, able)
    if (one === undefined) return undefined
    nmbrs.edit(one.id, one.wanted)
    play.model.employmentsEnteredAfter.set(one.id, watch.lastCall())
    return `payroll ${name} of ${one.id}: ${JSON.stringify(one.wanted)}`
  },
})

/** Payroll ends employments, takes an end away, and takes people in again. */
export const employmentDeeds: readonly Deed[] = [
  employmentEdit(3, 'enters the end', ({ day }, { startDate, endDate }, random) => {
    const end = random.pick([
      addDays(toCalendar(day).monthStart, -1),
      addDays(day, -1),
      day,
      addDays(day, 10),
    ])
    return endDate === undefined && end >= startDate ? { endDate: end } : undefined
  }),
  employmentEdit(1, 'takes away the end', (_play, { endDate }) =>
    endDate === undefined ? undefined : { endDate: '' },
  ),
  employmentEdit(1, 'enters a new employment', (_play, { endDate }, random) =>
    endDate === undefined ? undefined : { employedAgainFrom: addDays(endDate, 1 + random.int(20)) },
  ),
]
