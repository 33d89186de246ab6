import { createAddressBook, toBothIds } from '../../domain/addresses/address-book.js'
import { ConfigError } from '../../domain/errors.js'
import {
  toTargetCompanyId,
  toTargetEmployeeId,
  type SourceEmployeeId,
  type TargetEmployeeId,
} from '../../domain/ids.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import { findDifferences, type PayrollView } from '../../plan/cutover/find-differences.js'
import { isSyncedAccount } from '../../plan/account/plan-bank-account.js'
import type { Target, TargetBankAccount } from '../../target/port.js'
import { toPolicyOf } from '../plan/field-policies.js'
import { readEach } from '../read/read-each.js'
import { readEverybody, readRows } from '../read/read-target.js'
import type { CutoverDeps } from './cutover-deps.js'

/** What both transports say of everyone who is connected. Names of fields, never a value. */
export interface Compared {
  /** How many people were compared. */
  people: number
  differences: readonly { subject: SourceEmployeeId; section: MappedSection; field: FieldName }[]
  /** Mapped fields that REST has no place for. */
  notOnRest: readonly FieldName[]
  /** People who have no id over both transports, or are not there over one of them. */
  notCompared: readonly SourceEmployeeId[]
}

interface Pair {
  subject: SourceEmployeeId
  soapId: TargetEmployeeId
  restId: TargetEmployeeId
}

/**
 * Reads everyone who is connected over both transports and compares what is mapped. Writes nothing. Throws
 * `ConfigError` before the ids are known.
 */
export const compareTransports = async (
  deps: CutoverDeps & { soap: Target },
  today: string,
): Promise<Compared> => {
  const book = createAddressBook(await deps.store.addresses.readAddresses())
  const links = await deps.store.links.readLinks()
  const compared: Compared[] = []
  for (const { targetId } of deps.settings.companies) {
    const key = book.toKey('company', targetId)
    const ids = toBothIds(book, 'company', key)
    if (ids.soapId === null || ids.restId === null)
      throw new ConfigError(
        `The ids of Nmbrs company ${key} are not known over both transports yet. Find them first: nmbrs-sync cutover prepare --connection ${deps.settings.connection}`,
      )
    const ours = links.flatMap((link) =>
      link.status === 'connected' && link.companyId === key ? [link] : [],
    )
    const pairs = ours.flatMap(({ sourceId, targetId }): Pair[] => {
      const { soapId, restId } = toBothIds(book, 'employee', targetId)
      return soapId === null || restId === null
        ? []
        : [{ subject: sourceId, soapId: toTargetEmployeeId(soapId), restId: toTargetEmployeeId(restId) }]
    })
    const found = await compareCompany(deps, { soapId: ids.soapId, restId: ids.restId }, pairs, today)
    const paired = new Set(pairs.map(({ subject }) => subject))
    const unpaired = ours.flatMap(({ sourceId }) => (paired.has(sourceId) ? [] : [sourceId]))
    compared.push({ ...found, notCompared: [...found.notCompared, ...unpaired] })
  }
  return {
    people: compared.reduce((sum, { people }) => sum + people, 0),
    differences: compared.flatMap(({ differences }) => differences),
    notOnRest: deps.notOnRest.map(({ field }) => field),
    notCompared: compared.flatMap(({ notCompared }) => notCompared),
  }
}

const compareCompany = async (
  deps: CutoverDeps & { soap: Target },
  ids: { soapId: string; restId: string },
  pairs: readonly Pair[],
  today: string,
): Promise<Compared> => {
  const { mapping, notOnRest } = deps
  const [soap, rest] = await Promise.all([
    readViews(
      deps,
      deps.soap,
      ids.soapId,
      pairs.map(({ soapId }) => soapId),
      today,
    ),
    readViews(
      deps,
      deps.rest,
      ids.restId,
      pairs.map(({ restId }) => restId),
      today,
    ),
  ])
  const rows = mapping.rows.filter(
    ({ section, field }) => !notOnRest.some((one) => one.section === section && one.field === field),
  )
  const policyOf = toPolicyOf(mapping)
  const notCompared: SourceEmployeeId[] = []
  const differences = pairs.flatMap(({ subject, soapId, restId }) => {
    const [left, right] = [soap.get(soapId), rest.get(restId)]
    if (left?.employee.personalInfo === undefined || right?.employee.personalInfo === undefined) {
      notCompared.push(subject)
      return []
    }
    return findDifferences(left, right, { rows, policyOf, today }).map((place) => ({ subject, ...place }))
  })
  return { people: pairs.length - notCompared.length, differences, notOnRest: [], notCompared }
}

const readViews = async (
  deps: CutoverDeps,
  target: Target,
  companyId: string,
  wanted: readonly TargetEmployeeId[],
  today: string,
): Promise<ReadonlyMap<TargetEmployeeId, PayrollView>> => {
  const reading = { ...deps, target }
  const company = { targetId: toTargetCompanyId(companyId) }
  const rows = await readRows(reading, company, today)
  const isWhole = wanted.every((id) => rows.has(id))
  const { targets } = isWhole
    ? { targets: rows }
    : await readEverybody(reading, company, { targets: rows, complete: false }, today)
  const accounts = deps.mapping.sections.has('bankAccount')
    ? await readAccounts(target, companyId, wanted)
    : new Map<TargetEmployeeId, readonly TargetBankAccount[]>()
  const views = wanted.flatMap((id): [TargetEmployeeId, PayrollView][] => {
    const employee = targets.get(id)
    if (employee === undefined) return []
    return [[id, { employee, accounts: (accounts.get(id) ?? []).filter(isSyncedAccount) }]]
  })
  return new Map(views)
}

const readAccounts = async (
  target: Target,
  companyId: string,
  wanted: readonly TargetEmployeeId[],
): Promise<ReadonlyMap<TargetEmployeeId, readonly TargetBankAccount[]>> => {
  if (target.readAllBankAccounts !== undefined)
    return target.readAllBankAccounts(toTargetCompanyId(companyId))
  const accounts = new Map<TargetEmployeeId, readonly TargetBankAccount[]>()
  await readEach(wanted, async (id) => {
    accounts.set(id, await target.readBankAccounts(id))
  })
  return accounts
}
