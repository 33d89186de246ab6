import type { AlexisEmployeeRecord } from '../../../src/sandbox/alexis/records.js'
import { editPeople, type EditKind } from '../../../src/sandbox/people/edit-people.js'
import type { Sandbox } from '../../../src/sandbox/start-sandbox.js'

/** The people who go on working on both sides while the runs go on. */
export interface Offices {
  /** HR changes so many things, of people who are there. */
  editPeople: (count: number, seed: number) => number
  /** HR hires the next of those who wait; false when nobody waits any more. */
  hire: () => boolean
  /** Somebody leaves: not active any more, and nothing else. */
  letGo: () => void
  /** Payroll changes a telephone number by hand, of one of a few people only. */
  editPayroll: (nth: number) => void
  /** Whom payroll has changed something of; what they hold is not to be compared. */
  touched: ReadonlySet<string>
  /** Who left: no run plans for them any more, so what was under way stays as it was. */
  left: ReadonlySet<string>
}

const contactKinds: readonly EditKind[] = ['phone', 'street', 'iban', 'email', 'lastName']

export const openOffices = ({ alexis, nmbrs, story }: Sandbox, today: string): Offices => {
  const waiting: AlexisEmployeeRecord[] = []
  const newHires = new Set(story.cases.newHire)
  alexis.data.employees = alexis.data.employees.filter((employee) => {
    if (newHires.has(employee.id)) waiting.push(employee)
    return !newHires.has(employee.id)
  })
  const forPayroll = story.linkedEqual.filter((_id, index) => index % 5 === 0)
  const leavers = story.linkedEqual.filter((_id, index) => index % 5 === 1)
  const touched = new Set<string>()
  const left = new Set<string>()
  return {
    touched,
    left,
    editPeople: (count, seed) => {
      const known = editPeople(alexis.data, seed, { count, today, among: new Set(story.linkedEqual) })
      // A raise begins with the month, which for somebody who was hired in it would be before his first day.
      const others = { count: count > 2 ? 1 : 0, today, among: newHires, kinds: contactKinds }
      const all = editPeople(known.data, seed, others)
      Object.assign(alexis.data, all.data)
      return known.edits.length + all.edits.length
    },
    hire: () => {
      const next = waiting.shift()
      if (next !== undefined) alexis.data.employees = [...alexis.data.employees, next]
      return next !== undefined
    },
    letGo: () => {
      const id = leavers.shift()
      if (id !== undefined) left.add(id)
      alexis.data.employees = alexis.data.employees.map((employee) =>
        employee.id === id ? { ...employee, active: false } : employee,
      )
    },
    editPayroll: (nth) => {
      const id = forPayroll[nth % forPayroll.length]
      const [employeeId] = id === undefined ? [] : (story.counterparts[id] ?? [])
      if (id === undefined || employeeId === undefined) return
      touched.add(id)
      nmbrs.edit(employeeId, { personalInfo: { TelephonePrivate: `06123${40000 + nth}` } })
    },
  }
}
