import type { WriteNote } from '../observe-writes.js'
import type { Play } from '../play.js'
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

export const identityInvariants: readonly Invariant[] = [linksJoinOnePerson, nobodyElseIsTouched]
