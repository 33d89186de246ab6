import { toApproval } from '../model.js'
import type { WriteNote } from '../observe-writes.js'
import type { Play } from '../play.js'
import { recordsOfOwner, writesOf } from './identity.js'
import type { Invariant } from './invariant.js'

/** Whole years from one day to another. */
const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

/** Values of an employee that nobody has, by their field. */
const oddOf = ({ day }: Play, { after }: WriteNote): [field: string, value: string][] => {
  const { FirstName = '', LastName = '', Birthday = '' } = after.personalInfo
  const hired = after.employment?.initialStartDate.slice(0, 10) ?? day
  const born = Birthday.slice(0, 10)
  const age = yearsBetween(born, hired)
  const isOdd = born !== '' && (born > day || born === hired || age < 13 || age > 100)
  const names = Object.entries({ FirstName, LastName }).filter(
    ([, name]) => name !== '' && !/\p{L}/u.test(name),
  )
  return isOdd ? [...names, ['Birthday', born]] : names
}

const nothingImplausibleIsSent: Invariant = {
  name: 'no name or birth date that nobody has is sent without a word about it',
  check: (play, run) =>
    writesOf(play, run).flatMap((write) => {
      const held: Readonly<Record<string, string | undefined>> = write.before?.personalInfo ?? {}
      const about = write.record === undefined ? recordsOfOwner(play, write.employeeId) : [write.record]
      return oddOf(play, write)
        .filter(([field, value]) => held[field]?.slice(0, value.length) !== value)
        .filter(
          ([field, value]) =>
            !about.some((record) =>
              play.model.approved.has(toApproval(record, 'personalInfo', field, value)),
            ),
        )
        .map(([field, value]) => `${write.operation} gave ${write.employeeId} ${field} ${value}`)
    }),
}

/** What is true of values that are nobody's. */
export const plausibleInvariants: readonly Invariant[] = [nothingImplausibleIsSent]
