import { similarity } from '../../domain/text/similarity.js'

import { services, type ServiceName } from './call-name.js'
import { knownCalls, type KnownCall } from './catalogue.js'
import { misprints } from './misprints.js'

/**
 * The call a name means, or why it means none: `unknown`, with the nearest names, or `ambiguous`, when
 * several services have a call of that name and none was given.
 */
export type ResolvedCall =
  | { found: KnownCall }
  | { problem: 'unknown'; nearest: readonly string[] }
  | { problem: 'ambiguous'; candidates: readonly KnownCall[] }

/**
 * Letters and digits in lower case: what is left of a name however it was typed, printed or broken over
 * lines.
 */
export const foldCallName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const keyOf = (service: ServiceName, folded: string): string => `${service}:${folded}`

const callByKey = new Map(knownCalls.map((known) => [keyOf(known.service, foldCallName(known.call)), known]))

for (const { service, spelling, call } of misprints) {
  const meant = callByKey.get(keyOf(service, foldCallName(call)))
  if (meant !== undefined) callByKey.set(keyOf(service, foldCallName(spelling)), meant)
}

const servicePattern = /^(company|employee|debtor|report)(?:s|services?)?$/

const serviceByWord: Readonly<Record<string, ServiceName>> = {
  company: 'CompanyService',
  employee: 'EmployeeService',
  debtor: 'DebtorService',
  report: 'ReportService',
}

/** The service that a heading such as `Company Services` means; `undefined` when it means none. */
export const findService = (text: string): ServiceName | undefined =>
  serviceByWord[servicePattern.exec(foldCallName(text))?.[1] ?? '']

/**
 * Finds the call that a name means, in any letter case and with stray points, blanks and line breaks, the
 * misprints of published lists included. The service may stand before the name, as in
 * `EmployeeService:List_GetByCompany`.
 */
export const resolveCall = (text: string, service?: ServiceName): ResolvedCall => {
  const [before, after] = splitService(text)
  const named = before ?? service
  const folded = foldCallName(after)
  const found = (named === undefined ? services : [named]).flatMap(
    (one) => callByKey.get(keyOf(one, folded)) ?? [],
  )
  const [first] = found
  if (first === undefined) return { problem: 'unknown', nearest: findNearestCalls(folded, named) }
  return found.length > 1 ? { problem: 'ambiguous', candidates: found } : { found: first }
}

const splitService = (text: string): [ServiceName | undefined, string] => {
  const parts = /^([^:]*):(.*)$/s.exec(text)
  const service = findService(parts?.[1] ?? '')
  return service === undefined ? [undefined, text] : [service, parts?.[2] ?? '']
}

/** Below this two names are different names. */
const alike = 0.8
const mostNames = 3

/** The names most like a folded one, best first; with their service when none was given. */
const findNearestCalls = (folded: string, service: ServiceName | undefined): string[] =>
  knownCalls
    .filter((known) => service === undefined || known.service === service)
    .map((known) => ({ known, score: similarity(folded, foldCallName(known.call)) }))
    .filter(({ score }) => score >= alike)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, mostNames)
    .map(({ known }) => (service === undefined ? `${known.service}:${known.call}` : known.call))
