import { readCalls } from '../../../../target/nmbrs-soap/read-calls/find-read-call.js'
import type { ReadCall } from '../../../../target/nmbrs-soap/read-calls/find-read-call.js'
import type { Filling } from '../../../../target/nmbrs-soap/read-calls/parameter.js'
import { intArgument } from '../request/arguments.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { getCompany, getDebtor, getEmployee } from '../operations/handler.js'
import type { CallContext, ListedOperation } from '../operations/handler.js'
import type { ServiceName } from '../wire-schema.js'
import { companyAnswers } from './company-answers.js'
import { debtorAnswers } from './debtor-answers.js'
import { employeeAnswers } from './employee-answers.js'
import { reportAnswers } from './report-answers.js'

export interface ListedCall {
  readCall: ReadCall
  behaviour: ListedOperation
}

/** The answers that someone wrote. */
export const listedAnswers: Readonly<
  Record<ServiceName, Readonly<Record<string, Omit<ListedOperation, 'kind'>>>>
> = {
  EmployeeService: employeeAnswers,
  CompanyService: companyAnswers,
  DebtorService: debtorAnswers,
  ReportService: reportAnswers,
}

type Look = (context: CallContext, id: number) => unknown

/** What an argument names must be there and in sight, no matter what is asked about it. */
const looks: Readonly<Partial<Record<Extract<Filling, string>, Look>>> = {
  company: getCompany,
  employee: getEmployee,
  debtor: getDebtor,
}

const lookAtSubjects = ({ parameters }: ReadCall, args: DecodedRecord, context: CallContext): void => {
  for (const { name, filling } of parameters)
    if (typeof filling === 'string') looks[filling]?.(context, intArgument(args, name))
}

const toListed = (readCall: ReadCall): [string, ListedCall] => {
  const { service, call } = readCall
  // A call no one wrote an answer for has nothing to tell: an empty list is one the real service gives as
  // well.
  const { answer, ...rest } = listedAnswers[service][call] ?? { answer: () => ({}) }
  const behaviour: ListedOperation = {
    kind: 'listed',
    ...rest,
    answer: (args, context) => {
      lookAtSubjects(readCall, args, context)
      return answer(args, context)
    },
  }
  return [call, { readCall, behaviour }]
}

const ofService = (service: ServiceName): ReadonlyMap<string, ListedCall> =>
  new Map(readCalls.filter((readCall) => readCall.service === service).map(toListed))

/** What the reading calls do that no WSDL of ours describes. */
export const listedOperations: Readonly<Record<ServiceName, ReadonlyMap<string, ListedCall>>> = {
  EmployeeService: ofService('EmployeeService'),
  CompanyService: ofService('CompanyService'),
  DebtorService: ofService('DebtorService'),
  ReportService: ofService('ReportService'),
}
