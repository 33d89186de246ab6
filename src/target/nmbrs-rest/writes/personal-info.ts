import type { TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import { fieldNamesOf } from '../../../domain/sections.js'
import { fieldsIn, type Values } from '../../../domain/values.js'
import { pickCurrentRow, toEntryTime } from '../../common/current-rows.js'
import { decideWrite, findUnconfirmed, toWriteResult } from '../../common/section-write.js'
import type { SectionWrite, WriteResult } from '../../port.js'
import { createRestError } from '../client/rest-error.js'
import type { PeriodStamp } from '../company-facts.js'
import type { Calls } from '../operations.js'
import type { ReadEntries } from '../reads/read-entries.js'
import { countryIn, startOf, toPersonalInfo } from '../wire/entries.js'
import { objectIn, textIn, type Json } from '../wire/json.js'
import { placeOf, putValues, toBody, toTexts, withPeriod } from '../wire/personal-info-body.js'
import { atOnce, seeWritten, type KnownLooks, type Looks } from './see-written.js'
import { send } from './send.js'

const operation = 'updatePersonalInfo'

/** Who is written to, and what "current" means there. */
export interface WriteContext {
  client: Calls
  readEntries: ReadEntries
  companyId: TargetCompanyId
  employeeId: TargetEmployeeId
  stamp: PeriodStamp
  looks: Looks | KnownLooks
  /** What the creation of the employee sent, where this run made it. */
  created?: Values | undefined
}

/** Which of an employee's entries is in force; `undefined` when there is none. */
export const pickEntry = (entries: readonly Json[], current: number): Json | undefined =>
  pickCurrentRow(
    entries.map((entry) => ({
      entry,
      start: startOf(entry),
      end: 0,
      created: toEntryTime(textIn(entry, 'createdAt') ?? ''),
      id: 0,
    })),
    current,
  )?.entry

export const toNumber = ({ year, period }: PeriodStamp): number => year * 100 + period

const readRecord = async ({
  readEntries,
  companyId,
  employeeId,
  stamp,
}: WriteContext): Promise<Json | undefined> =>
  pickEntry((await readEntries('listPersonalInfo', companyId, employeeId)) ?? [], toNumber(stamp))

const toValues = (entry: Json): Values => {
  const texts = toPersonalInfo(entry)
  return Object.fromEntries(fieldNamesOf('personalInfo').map((field, index) => [field, texts[index] ?? '']))
}

/**
 * Changes personal fields of one employee. Everything that Nmbrs shows of them is sent along, and looked at
 * again afterwards: a field that is not sent may be cleared.
 */
export const updatePersonalInfo = async (
  context: WriteContext,
  write: SectionWrite,
): Promise<WriteResult> => {
  const { client, employeeId, stamp, looks } = context
  // Someone who was created a moment ago may show late.
  const before = await seeWritten(operation, atOnce(looks), () => readRecord(context), isThere)
  if (before === undefined) {
    // The list may leave someone out (Nmbrs REST contract, section 15, row 37); their creation was answered
    // and held all of it.
    if (isAllOf(context.created, write.after)) return { result: 'unchanged', after: context.created ?? {} }
    throw createRestError('not-found', 'listPersonalInfo')
  }
  const old = toValues(before)
  const decision = decideWrite(old, write)
  if (decision.decision === 'unchanged') return { result: 'unchanged', after: old }
  if (decision.decision === 'moved') return { result: 'moved', fields: decision.fields }

  const { changes } = decision
  const body = putValues(toBody(before), { ...write.unseen, ...changes }, operation)
  await send(client, operation, employeeId, withPeriod(body, laterOf(stamp, before)))

  const compare = (after: Json | undefined): WriteResult => {
    if (after === undefined) return toWriteResult(fieldsIn(changes), old)
    const now = toValues(after)
    const unconfirmed = findUnconfirmed('personalInfo', changes, { old, now }).filter(
      // A country that is never shown cannot be confirmed.
      (field) => field !== 'CountryOfBirthISOCode' || countryOf(after) !== '',
    )
    return toWriteResult([...unconfirmed, ...findDamage(before, after, changes)], now)
  }
  const after = await seeWritten(
    operation,
    looks,
    () => readRecord(context),
    (read) => compare(read).result === 'written',
  )
  return compare(after)
}

const isAllOf = (created: Values | undefined, after: Values): boolean =>
  created !== undefined && fieldsIn(after).every((field) => created[field] === after[field])

const isThere = (entry: Json | undefined): boolean => entry !== undefined

const countryOf = (entry: Json): string => countryIn(objectIn(entry, 'birthInfo'), 'birthCountry')

/** The current period, or the first of someone who is still to start. */
const laterOf = (stamp: PeriodStamp, entry: Json): PeriodStamp => {
  const start = startOf(entry)
  return start > toNumber(stamp) ? { year: Math.floor(start / 100), period: start % 100 } : stamp
}

/** What else the write changed, by `group.name`. */
const findDamage = (before: Json, after: Json, changes: Values): string[] => {
  const changed = new Set(fieldsIn(changes).map(placeOf))
  const [was, is] = [toTexts(toBody(before)), toTexts(toBody(after))]
  const names = new Set([...was.keys(), ...is.keys()])
  return [...names].filter((name) => !changed.has(name) && was.get(name) !== is.get(name))
}
