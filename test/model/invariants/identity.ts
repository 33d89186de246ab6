import type { WriteNote } from '../observe-writes.js'
import { employeesOf, type Play } from '../play.js'
import { toApproval, toPlain } from '../model.js'
import type { RunNote } from '../world.js'
import type { Invariant } from './invariant.js'

export const writesOf = ({ world }: Play, { firstWrite }: RunNote): readonly WriteNote[] =>
  world.watch.writes.slice(firstWrite)

/** Only the creations say who somebody is; the model learns it here, before anything else is checked. */
export const noteCreated = (play: Play, run: RunNote): void => {
  for (const { employeeId, before, after } of writesOf(play, run)) {
    if (before !== undefined || play.model.ownerOfEmployee.has(employeeId)) continue
    const owner = play.model.ownerOfFirstDay.get(after.employment?.initialStartDate.slice(0, 10) ?? '')
    if (owner !== undefined) play.model.ownerOfEmployee.set(employeeId, owner)
  }
}

/** The records of AlexisHR about the person who this employee is. */
export const recordsOfOwner = ({ model }: Play, employeeId: number): readonly string[] => {
  const owner = model.ownerOfEmployee.get(employeeId)
  return [...model.ownerOfRecord].filter(([, person]) => person === owner).map(([record]) => record)
}

/**
 * Whether anything in the employee would tell a careful reader that this may be the person (DESIGN 7, who
 * looks alike).
 */
const isRecognisable = (play: Play, employeeId: number, record: string): boolean => {
  const one = play.world.alexis.data.employees.find(({ id }) => id === record)
  if (one === undefined) return false
  const held = play.world.nmbrs.store.employee(employeeId).personalInfo
  const same = (left: string | undefined, right: string | undefined): boolean =>
    left !== undefined && right !== undefined && toPlain(left) === toPlain(right)
  const [first, last] = [same(held.FirstName, one.firstName), same(held.LastName, one.lastName)]
  return (first && last) || (same(held.Birthday, one.birthDate?.slice(0, 10)) && (first || last))
}

const nobodyIsDoubled: Invariant = {
  name: 'nobody is created who was in payroll already, unless a person asked for it',
  check: (play, run) =>
    writesOf(play, run)
      .filter(({ section, before }) => section === 'employee' && before === undefined)
      .flatMap(({ employeeId, listAt }) => {
        const records = recordsOfOwner(play, employeeId)
        if (records.some((record) => play.model.creationsAsked.has(record))) return []
        // Whoever payroll enters after that look cannot be seen.
        return employeesOf(play, play.model.ownerOfEmployee.get(employeeId))
          .filter((id) => id !== employeeId && wasThereAt(play, id, listAt))
          .filter((id) => records.some((record) => isRecognisable(play, id, record)))
          .map((id) => `${employeeId} was created and is ${id}`)
      }),
}

/** Whether an employee was in payroll when this call came in. */
const wasThereAt = ({ model, world }: Play, employeeId: number, call: number): boolean => {
  const created = world.watch.writes.find(
    (write) => write.employeeId === employeeId && write.before === undefined,
  )
  return (created?.sequence ?? model.enteredAfter.get(employeeId) ?? 0) < call
}

const linksJoinOnePerson: Invariant = {
  name: 'no rule links two different people',
  check: ({ model }, { links, linksBefore }) =>
    links
      .filter((link) => link.status === 'connected')
      .filter(({ origin, sourceId }) => origin !== 'manual' && !model.reused.has(sourceId))
      .filter(
        ({ sourceId, targetId }) =>
          !linksBefore.some(
            (old) => old.status === 'connected' && old.sourceId === sourceId && old.targetId === targetId,
          ),
      )
      .filter(
        ({ sourceId, targetId }) =>
          model.ownerOfRecord.get(sourceId) !== model.ownerOfEmployee.get(Number(targetId)),
      )
      .map(({ sourceId, targetId, origin }) => `${sourceId} was linked to ${targetId} by ${origin}`),
}

const nobodyElseIsTouched: Invariant = {
  name: 'nobody gets the data of someone else',
  check: (play, run) =>
    writesOf(play, run).flatMap(({ record, employeeId, operation, before }) => {
      const { ownerOfEmployee, ownerOfRecord, reused } = play.model
      if (before === undefined) return []
      if (record === undefined) return [`${operation} on ${employeeId} was in no journal`]
      // What HR did to the record, its identity aside, is for HR to answer for.
      if (reused.has(record)) return []
      return ownerOfRecord.get(record) === ownerOfEmployee.get(employeeId)
        ? []
        : [`${operation} wrote data of ${record} on ${employeeId}`]
    }),
}

const isNearly = (left: string, right: string): boolean => {
  const [a, b] = [toPlain(left), toPlain(right)]
  return a.includes(b) || b.includes(a)
}

const identityIsKept: Invariant = {
  name: 'who a connected employee is changes only by a word of release',
  check: (play, run) =>
    writesOf(play, run).flatMap(({ record, employeeId, section, before, after }) => {
      if (section !== 'personalInfo' || before === undefined || record === undefined) return []
      const [old, now] = [before.personalInfo, after.personalInfo]
      const changes = (field: string): boolean => (old[field] ?? '') !== '' && old[field] !== now[field]
      const isApproved = (field: string): boolean =>
        play.model.approved.has(toApproval(record, section, field, now[field] ?? ''))
      const isOther =
        (changes('FirstName') && changes('LastName')) ||
        (changes('LastName') && !isNearly(old.LastName ?? '', now.LastName ?? ''))
      const isBorn = changes('Birthday') && !isApproved('Birthday')
      if (!isBorn && (!isOther || isApproved('LastName'))) return []
      return [`${record} ${isBorn ? 'changed the birth date of' : 'renamed'} ${employeeId}`]
    }),
}

export const identityInvariants: readonly Invariant[] = [
  nobodyIsDoubled,
  linksJoinOnePerson,
  nobodyElseIsTouched,
  identityIsKept,
]
