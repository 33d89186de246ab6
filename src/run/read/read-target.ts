import type { TargetEmployee } from '../../domain/employee.js'
import { AbortError, RemoteError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { MappedSection } from '../../domain/sections.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { MissingRight } from '../../plan/checks/refused/name-missing-rights.js'
import type { BankAccountRead, HomesRead } from '../../plan/sections/section-plan.js'
import type { SectionsQuery, Target, TargetListEntry } from '../../target/port.js'
import { readEach } from './read-each.js'
import { toKinds } from '../service/employee-kinds.js'
import type { CompanyPair, RunDeps } from '../settings.js'
import type { TargetWorld } from './target-world.js'

/** The sections that a company's rows are read for; bank accounts are read apart. */
const bulkSections: readonly MappedSection[] = ['personalInfo', 'address', 'salary', 'employment']

/** Those of them that are mapped, and personal info in any case: people are known by it. */
export const sectionsToRead = ({ sections }: Mapping): readonly MappedSection[] =>
  bulkSections.filter((section) => section === 'personalInfo' || sections.has(section))

/**
 * Throws `AbortError` unless every configured company is there under exactly the configured name. `keyOf`
 * gives the place of a pair in the configuration.
 */
export const checkCompanies = async (
  target: Target,
  companies: readonly Pick<CompanyPair, 'targetId' | 'targetName'>[],
  keyOf: (index: number) => string,
): Promise<void> => {
  const seen = new Map((await target.readCompanies()).map(({ id, name }) => [id, name]))
  for (const [index, { targetId, targetName }] of companies.entries()) {
    const name = seen.get(targetId)
    if (name === targetName) continue
    throw new AbortError(
      name === undefined
        ? `The account cannot see Nmbrs company ${targetId}, which ${keyOf(index)}.nmbrsCompanyId names`
        : `Nmbrs company ${targetId} is called ${JSON.stringify(name)}, the configuration says ${JSON.stringify(targetName)}${firstDifference(name, targetName)}`,
      'company-differs',
      `Correct ${keyOf(index)} in the configuration, its nmbrsCompanyId or nmbrsCompanyName, or open the company for the account, then: nmbrs-sync doctor`,
    )
  }
}

/** Where two names part, for a difference too small to see. */
const firstDifference = (actual: string, expected: string): string => {
  const [left, right] = [Array.from(actual), Array.from(expected)]
  const at = left.findIndex((character, index) => character !== right[index])
  const position = at === -1 ? left.length : at
  const show = (character: string | undefined): string =>
    character === undefined
      ? 'the end'
      : `${JSON.stringify(character)} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`
  return `; they part at character ${position + 1}: ${show(left[position])} in Nmbrs, ${show(right[position])} in the configuration`
}

/** What reading a side of the target takes. */
export type TargetReading = Pick<RunDeps, 'target' | 'mapping' | 'onProgress' | 'log'>

const toQuery = ({ mapping, onProgress }: TargetReading, today: string): SectionsQuery => ({
  sections: new Set(
    bulkSections.filter((section) => section === 'personalInfo' || mapping.sections.has(section)),
  ),
  today,
  onProgress: (what, read) => {
    onProgress({ type: 'target-read', what, read })
  },
})

/** Reads the company's current rows, which may leave employees out. */
export const readRows = (
  deps: TargetReading,
  { targetId }: Pick<CompanyPair, 'targetId'>,
  today: string,
): Promise<TargetWorld['targets']> => deps.target.readSections(targetId, toQuery(deps, today))

/**
 * Reads the list of employees, and apart those whom the list names and the rows left out. Someone who cannot
 * be read apart has no personal info, which is not the same as being no one.
 */
export const readEverybody = async (
  deps: TargetReading,
  { targetId }: Pick<CompanyPair, 'targetId'>,
  { targets: rows }: TargetWorld,
  today: string,
): Promise<TargetWorld> => {
  const { target, onProgress, log } = deps
  const list = await target.readEmployeeList(targetId)
  onProgress({ type: 'target-read', what: 'employees', read: list.length })
  const targets = new Map(rows)
  await readEach(
    list.filter(({ id }) => !rows.has(id)),
    async (entry) => {
      targets.set(entry.id, await readApart(target, entry, toQuery(deps, today), log))
    },
  )
  return { targets, complete: true, listed: new Set(list.map(({ id }) => id)), kinds: toKinds(list) }
}

/**
 * What Nmbrs refuses for one employee alone says nothing of the others. Throws what would go wrong with
 * everyone.
 */
const readApart = async (
  target: Target,
  entry: TargetListEntry,
  query: SectionsQuery,
  log: RunDeps['log'],
): Promise<TargetEmployee> => {
  try {
    return await target.readEmployee(entry, query)
  } catch (error) {
    if (!(error instanceof RemoteError) || error.facts.retryable || error.facts.code === 'right-missing')
      throw error
    const { code, operation } = error.facts
    log.warn('an employee of the list is not readable', { target: entry.id, code, operation })
    const { id, displayName, named } = entry
    return {
      id,
      displayName,
      named,
      personalInfo: undefined,
      address: undefined,
      employment: undefined,
      salaries: undefined,
    }
  }
}

interface WantedAccount {
  subject: SourceEmployeeId
  targetId: TargetEmployeeId
}

/** Keeps which call was forbidden in reading a section. */
const noteMissingRight = (
  rights: Map<MappedSection, MissingRight>,
  section: MappedSection,
  { facts, message }: RemoteError,
): void => {
  if (facts.code === 'right-missing') rights.set(section, { message, remedy: facts.remedy })
}

/**
 * Reads the bank accounts of the given people of a company. Someone whose accounts cannot be read is
 * `unreadable`; the others go on. A call that is forbidden is added to `rights`.
 */
export const readBankAccounts = async (
  deps: RunDeps,
  company: CompanyPair,
  wanted: readonly WantedAccount[],
  rights = new Map<MappedSection, MissingRight>(),
): Promise<Map<TargetEmployeeId, BankAccountRead>> => {
  const { target } = deps
  if (target.readAllBankAccounts === undefined) return readAccountsApart(deps, wanted, rights)
  if (wanted.length === 0) return new Map()
  try {
    const all = await target.readAllBankAccounts(company.targetId)
    deps.onProgress({ type: 'target-read', what: 'bank accounts', read: all.size })
    return new Map(wanted.map(({ targetId }) => [targetId, all.get(targetId) ?? []]))
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error
    noteMissingRight(rights, 'bankAccount', error)
    const { code, operation } = error.facts
    deps.log.warn('bank accounts not readable', { company: company.targetId, code, operation })
    return new Map(wanted.map(({ targetId }) => [targetId, 'unreadable']))
  }
}

const readAccountsApart = async (
  deps: RunDeps,
  wanted: readonly WantedAccount[],
  rights: Map<MappedSection, MissingRight>,
): Promise<Map<TargetEmployeeId, BankAccountRead>> => {
  const accounts = new Map<TargetEmployeeId, BankAccountRead>()
  let closed = false
  let read = 0
  await readEach(wanted, async ({ subject, targetId }) => {
    try {
      accounts.set(targetId, closed ? 'unreadable' : await deps.target.readBankAccounts(targetId))
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error
      // A call that is switched off is off for everyone; asking for each person again would only cost calls.
      closed ||= error.facts.status === '1002'
      noteMissingRight(rights, 'bankAccount', error)
      accounts.set(targetId, 'unreadable')
      deps.log.warn('bank accounts not readable', {
        employee: subject,
        code: error.facts.code,
        operation: error.facts.operation,
      })
    }
    read += 1
    deps.onProgress({ type: 'target-read', what: 'bank accounts', read, total: wanted.length })
  })
  return accounts
}

/**
 * Counts the current home addresses of the given employees. A call that is forbidden is added to `rights`.
 */
export const readHomes = async (
  { target, log }: RunDeps,
  employees: readonly TargetEmployeeId[],
  rights: Map<MappedSection, MissingRight>,
): Promise<ReadonlyMap<TargetEmployeeId, HomesRead>> => {
  const homes = new Map<TargetEmployeeId, HomesRead>()
  await Promise.all(
    employees.map(async (id) => {
      try {
        homes.set(id, (await target.readHomeAddresses(id)).length)
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error
        homes.set(id, 'unreadable')
        noteMissingRight(rights, 'address', error)
        log.warn('home addresses not readable', { code: error.facts.code, operation: error.facts.operation })
      }
    }),
  )
  return homes
}
