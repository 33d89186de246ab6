import { InternalError } from '../../../domain/errors.js'
import type { ServiceName } from '../../../onboarding/calls/call-name.js'
import { companyServiceReads } from './company-service.js'
import { debtorServiceReads } from './debtor-service.js'
import { employeeServiceReads } from './employee-service.js'
import type { Parameters, ReadCallTable } from './parameter.js'
import { reportServiceReads } from './report-service.js'

declare const proven: unique symbol

/**
 * A call that only reads, with what it asks for. Only this file makes one, so that nothing else can be sent
 * where one is wanted.
 */
export interface ReadCall {
  readonly service: ServiceName
  readonly call: string
  readonly parameters: Parameters
  readonly [proven]: true
}

const tables: Readonly<Record<ServiceName, ReadCallTable>> = {
  CompanyService: companyServiceReads,
  EmployeeService: employeeServiceReads,
  DebtorService: debtorServiceReads,
  ReportService: reportServiceReads,
}

const writingWords: ReadonlySet<string> = new Set(
  (
    'activate add approve cancel change clear close copy create delete insert post reject remove save send set start stop transition ' +
    'undo update upload'
  ).split(' '),
)

/** The words of a name, without the number of a later version: `Address_InsertCurrent` has three. */
const wordsOf = (call: string): readonly string[] =>
  call.split(/_|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase().replace(/\d+$/, ''))

/** Whether the name says that the call changes something. */
export const isWriteName = (call: string): boolean => wordsOf(call).some((word) => writingWords.has(word))

const toReadCall = (service: ServiceName, call: string, parameters: Parameters): ReadCall => {
  if (isWriteName(call)) throw new InternalError(`${service} ${call} is listed as reading and writes`)
  // The only place where a call is said to read: it stands in a table of reading calls and is not named like
  // a write.
  return { service, call, parameters } as ReadCall
}

const keyOf = (service: string, call: string): string => `${service}:${call}`

const readCallsByKey: ReadonlyMap<string, ReadCall> = new Map(
  (Object.keys(tables) as ServiceName[]).flatMap((service) =>
    tables[service].flatMap(([parameters, calls]) =>
      calls.map((call) => [keyOf(service, call), toReadCall(service, call, parameters)] as const),
    ),
  ),
)

/** Every call that is known to read and whose parameters are known. */
export const readCalls: readonly ReadCall[] = [...readCallsByKey.values()]

/** The call of that service; `undefined` for a write, and for a call whose parameters are not known. */
export const findReadCall = (service: string, call: string): ReadCall | undefined =>
  readCallsByKey.get(keyOf(service, call))

/** As `findReadCall`, for a call that is surely known. Throws `InternalError` when it is not. */
export const getReadCall = (service: ServiceName, call: string): ReadCall => {
  const found = findReadCall(service, call)
  if (found === undefined) throw new InternalError(`${service} ${call} is not a known reading call`)
  return found
}
