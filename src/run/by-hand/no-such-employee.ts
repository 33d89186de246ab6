import type { AddressBook } from '../../domain/addresses/address-book.js'
import { transportOf, type Transport } from '../../domain/addresses/transport.js'
import type { TargetEmployee } from '../../domain/employee.js'
import { ConfigError } from '../../domain/errors.js'
import { joinSentences } from '../../domain/language/join-sentences.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'

/** A pair of which the company of the target has no such employee, and what is known of that company. */
export interface UnknownEmployee {
  pair: { sourceId: SourceEmployeeId; targetId: TargetEmployeeId }
  companyId: TargetCompanyId
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** The employees to whom someone is connected. */
  connected: ReadonlySet<TargetEmployeeId>
  addresses: AddressBook | undefined
}

/**
 * Says that there is no employee with the id that someone typed. It is told apart where the id is one of the
 * other transport, which only connected people have, and where it is the employee number of one employee:
 * that one is named to be looked at, and never taken, because a number of SOAP looks the same.
 */
export const noSuchEmployee = (unknown: UnknownEmployee): ConfigError => {
  const { pair, companyId } = unknown
  const { sourceId, targetId } = pair
  const isForeign = isOfOtherTransport(unknown)
  const numbered = findByNumber(unknown)
  const message = isForeign
    ? foreignTexts[transportOf(targetId)](targetId)
    : `Nmbrs company ${companyId} has no employee ${targetId}`
  const next =
    numbered === undefined
      ? 'See the candidates: nmbrs-sync status --not-connected'
      : `As an employee number it is that of Nmbrs employee ${numbered}; to look at the two: nmbrs-sync match ${sourceId} ${numbered}`
  return new ConfigError(joinSentences(message, next))
}

const foreignTexts: Readonly<Record<Transport, (id: string) => string>> = {
  soap: (id) =>
    `Over REST an employee has an id of digits and letters, and the SOAP number ${id} is known of connected people only`,
  rest: (id) => `Over SOAP an employee has a number, and the REST id ${id} is known of connected people only`,
}

/** The transport in use shows by employees who have an id of one transport only. */
const isOfOtherTransport = ({ pair, targets, addresses }: UnknownEmployee): boolean => {
  const own = [...targets.keys()].find((id) => addresses?.find('employee', id) === undefined)
  return own !== undefined && transportOf(own) !== transportOf(pair.targetId)
}

/** The one employee who has this employee number and is connected to no one. */
const findByNumber = ({ pair, targets, connected }: UnknownEmployee): TargetEmployeeId | undefined => {
  if (transportOf(pair.targetId) !== 'soap') return undefined
  const found = [...targets.values()].filter(
    ({ personalInfo }) => personalInfo?.EmployeeNumber === pair.targetId,
  )
  const [only, ...others] = found
  return only === undefined || others.length > 0 || connected.has(only.id) ? undefined : only.id
}
