import { toTargetEmployeeId, type TargetCompanyId, type TargetEmployeeId } from '../../../domain/ids.js'
import type { Values } from '../../../domain/values.js'
import type { NewEmployee } from '../../port.js'
import { createRestError } from '../client/rest-error.js'
import type { CompanyFacts, PeriodStamp } from '../company-facts.js'
import type { Calls, Reads } from '../operations.js'
import { readHistories } from '../reads/read-histories.js'
import { idIn, isObject, objectIn, textIn, type Json } from '../wire/json.js'
import { emptyBody, putValues, withPeriod } from '../wire/personal-info-body.js'
import { pickEntry, toNumber } from './personal-info.js'
import { seeWritten, type KnownLooks, type Looks } from './see-written.js'
import { send } from './send.js'

const operation = 'createEmployee'

/** The identity fields by which a new employee is found again whose id did not come with the answer. */
interface Sought {
  number: string
  firstName: string
  lastName: string
  birthDate: string
}

/**
 * Creates an employee with all personal info at once (Nmbrs REST contract, section 6.4). The answer may hold
 * no id (section 15, row 3): then they are looked for by their number, else by name and birth date, among
 * those who were not there before.
 */
export const createEmployee = async (
  { client, facts, looks }: { client: Calls; facts: CompanyFacts; looks: Looks | KnownLooks },
  employee: NewEmployee,
): Promise<TargetEmployeeId> => {
  const { companyId, firstName, lastName, startDate, personalInfo = {} } = employee
  const stamp = await facts.ensureStamp(companyId)
  const values: Values = { ...personalInfo, FirstName: firstName, LastName: lastName }
  const body = putValues(emptyBody(), values, operation)
  body.basicInfo.employeeType = 'payroll'
  const answer = await send(client, operation, companyId, {
    PersonalInfo: withPeriod(body, stamp),
    AdditionalEmployeeInfo: { inServiceDate: startDate },
  })
  const sought = {
    number: values.EmployeeNumber ?? '',
    firstName,
    lastName,
    birthDate: values.Birthday ?? '',
  }
  const id = findEmployeeId(answer) || (await findAgain({ client, facts, looks }, companyId, stamp, sought))
  facts.remember(id, companyId)
  facts.noteCreated(id, values)
  return toTargetEmployeeId(id)
}

/**
 * The only employee who was not there before and is the one who was sent. Otherwise the next run finds out
 * which of them it is.
 */
const findAgain = async (
  { client, facts, looks }: { client: Calls; facts: CompanyFacts; looks: Looks | KnownLooks },
  companyId: TargetCompanyId,
  stamp: PeriodStamp,
  sought: Sought,
): Promise<string> => {
  const people = await seeWritten(
    operation,
    looks,
    () => readPeople(client, companyId, toNumber(stamp)),
    (seen) => findNew(seen, sought, facts).length > 0,
  )
  const [only, ...others] = findNew(people, sought, facts)
  if (only === undefined || others.length > 0) throw createRestError('not-read-back', operation)
  return only
}

/** The id in the answer to a creation; empty when there is none (Nmbrs REST contract, section 15, row 3). */
export const findEmployeeId = (answer: unknown): string => {
  if (!isObject(answer)) return ''
  return idIn(answer, 'employeeId') || idIn(objectIn(answer, 'data'), 'employeeId')
}

/** Everyone's entry in force. */
const readPeople = async (
  client: Reads,
  companyId: TargetCompanyId,
  current: number,
): Promise<Map<string, Json | undefined>> => {
  const histories = await readHistories<readonly Json[]>(
    client,
    { list: 'listPersonalInfo', companyId },
    (entries, kept) => [...(kept ?? []), ...entries],
  )
  return new Map([...histories].map(([id, entries]) => [id, pickEntry(entries, current)]))
}

const findNew = (people: Map<string, Json | undefined>, sought: Sought, facts: CompanyFacts): string[] => {
  const fresh = [...people].filter(([id]) => !facts.isKnown(id))
  const byNumber = fresh.filter(
    ([, entry]) => sought.number !== '' && toSought(entry).number === sought.number && isNamed(entry, sought),
  )
  const named = byNumber.length > 0 ? byNumber : fresh.filter(([, entry]) => isNamed(entry, sought))
  return named.map(([id]) => id)
}

const toSought = (entry: Json | undefined): Sought => {
  const basic = objectIn(entry ?? {}, 'basicInfo')
  return {
    number: textIn(basic, 'employeeNumber') ?? '',
    firstName: textIn(basic, 'firstName') ?? '',
    lastName: textIn(basic, 'lastName') ?? '',
    birthDate: (textIn(objectIn(entry ?? {}, 'birthInfo'), 'birthDate') ?? '').slice(0, 10),
  }
}

const isNamed = (entry: Json | undefined, { firstName, lastName, birthDate }: Sought): boolean => {
  const shown = toSought(entry)
  return shown.firstName === firstName && shown.lastName === lastName && shown.birthDate === birthDate
}
