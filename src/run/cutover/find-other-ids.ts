import type { AddressBook } from '../../domain/addresses/address-book.js'
import {
  toTargetCompanyId,
  toTargetEmployeeId,
  type SourceEmployeeId,
  type TargetEmployeeId,
} from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { MappedSection } from '../../domain/sections.js'
import type { Side } from '../../plan/cutover/judge-ids.js'
import { findUnseen } from '../../plan/cutover/find-unseen.js'
import { pairBySource } from '../../plan/cutover/pair-by-source.js'
import type { CompanyIds } from '../../plan/cutover/pair-company.js'
import { pairIds, type PairedLink, type WantedLink } from '../../plan/cutover/pair-ids.js'
import { readSourceWorld } from '../read/read-source.js'
import type { Target, TargetListEntry } from '../../target/port.js'
import { readEverybody, readRows } from '../read/read-target.js'
import type { CompanyPair } from '../settings.js'
import type { CutoverDeps } from './cutover-deps.js'
import { readRestIds } from './read-company-ids.js'

interface CompanyQuestion {
  pair: CompanyPair
  ids: CompanyIds
  /** Every link of the company. */
  links: readonly Link[]
  book: AddressBook
  today: string
}

/** What was found: of those who are connected, and of everyone whose id is stored. */
export interface OtherIds {
  connected: readonly PairedLink[]
  all: readonly PairedLink[]
  /** Employees over SOAP whom REST does not show and no one is connected to. */
  unseen: readonly string[]
}

/** Looks for the ids of a company's people over the other transport. */
export const findOtherIds = async (deps: CutoverDeps, question: CompanyQuestion): Promise<OtherIds> => {
  const { ids, links } = question
  const connected = links.flatMap(toConnected)
  if (ids.restId === null || (ids.soapId === null && deps.soap !== undefined)) {
    const unknown = connected.map((link): PairedLink => ({
      ...link,
      converted: false,
      reason: 'company-unknown',
    }))
    return { connected: unknown, all: unknown, unseen: [] }
  }
  // The list of a company is read only where someone is to be found in it.
  if (connected.length + links.length === 0) return { connected: [], all: [], unseen: [] }
  const { all, unseen } = await (ids.soapId === null || deps.soap === undefined
    ? pairOverRest(deps, question, ids.restId, connected)
    : pairOverBoth(deps, question, { soapId: ids.soapId, restId: ids.restId }, [
        ...connected,
        ...toMentioned(links, connected),
      ]))
  const keys = new Set(connected.map(({ key }) => key))
  return { connected: all.filter(({ key }) => keys.has(key)), all, unseen }
}

const toConnected = (link: Link): WantedLink[] =>
  link.status === 'connected' ? [{ subject: link.sourceId, key: link.targetId }] : []

/**
 * Employees whom a word of a person names: who was disconnected from someone, and who was seen not to be
 * someone.
 */
const toMentioned = (links: readonly Link[], connected: readonly WantedLink[]): WantedLink[] => {
  const held = new Set<string>(connected.map(({ key }) => key))
  const mentioned = links.flatMap((link): [string, SourceEmployeeId][] => {
    if (link.status === 'disconnected') return [[link.formerTargetId, link.sourceId]]
    // The others who were seen are people of AlexisHR.
    return link.status === 'create-wanted'
      ? (link.seen ?? []).filter(isTargetId).map((id) => [id, link.sourceId])
      : []
  })
  return [...new Map(mentioned)]
    .filter(([key]) => !held.has(key))
    .map(([key, subject]) => ({ subject, key: toTargetEmployeeId(key) }))
}

const isTargetId = (id: string): boolean => /^\d+$/.test(id) || /^[0-9a-f]{8}-/.test(id)

const pairOverBoth = async (
  deps: CutoverDeps,
  { book, today }: CompanyQuestion,
  { soapId, restId }: { soapId: string; restId: string },
  wanted: readonly WantedLink[],
): Promise<Omit<OtherIds, 'connected'>> => {
  const [converter, soap, rest] = await Promise.all([
    readRestIds(deps, 'Employee', soapId),
    readSide(deps, 'soap', soapId, today),
    readSide(deps, 'rest', restId, today),
  ])
  const known = new Map(
    book.all('employee').map(({ key, soapId, restId }) => [key, key === soapId ? restId : soapId] as const),
  )
  const connected = new Set<string>(wanted.map(({ key }) => key))
  return {
    all: pairIds({ links: wanted, converter, known, soap, rest }),
    unseen: findUnseen({ converter, soap, rest, connected }),
  }
}

const pairOverRest = async (
  deps: CutoverDeps,
  { pair, links, book, today }: CompanyQuestion,
  restId: string,
  wanted: readonly WantedLink[],
): Promise<Omit<OtherIds, 'connected'>> => {
  const { settings } = deps
  const known = new Map(
    book.all('employee').map(({ key, restId }) => [key, toTargetEmployeeId(restId)] as const),
  )
  // Who left is still connected, so that everyone counts, in any scope.
  const everyone = { ...settings, scope: { active: false, employees: [] } }
  const [source, rest] = await Promise.all([
    readSourceWorld({ ...deps, settings: everyone }, today),
    readSide(deps, 'rest', restId, today),
  ])
  const all = pairBySource({
    companyId: pair.targetId,
    wanted,
    links,
    known,
    people: source.people.filter(({ sourceCompanyId }) => sourceCompanyId === pair.sourceId),
    rest,
    rules: settings.rules,
    today,
  })
  return { all, unseen: [] }
}

/** Everyone of a company over one transport, whom its lists leave out included. */
const readSide = async (
  deps: CutoverDeps,
  transport: 'soap' | 'rest',
  id: string,
  today: string,
): Promise<Side> => {
  const target = deps[transport]
  if (target === undefined) return new Map<TargetEmployeeId, never>()
  const entries: TargetListEntry[] = []
  const listing: Target = {
    ...target,
    readEmployeeList: async (companyId) => {
      const list = await target.readEmployeeList(companyId)
      entries.push(...list)
      return list
    },
  }
  // Nothing but who someone is has to be read.
  const mapping = { ...deps.mapping, sections: new Set<MappedSection>() }
  const reading = { ...deps, target: listing, mapping }
  const company = { targetId: toTargetCompanyId(id) }
  const rows = await readRows(reading, company, today)
  const { targets } = await readEverybody(reading, company, { targets: rows, complete: false }, today)
  return fillFromList(targets, entries)
}

/** Of someone whom the list of personal info leaves out the list of employees may still say who it is. */
const fillFromList = (targets: Side, entries: readonly TargetListEntry[]): Side => {
  const filled = new Map(targets)
  for (const { id, known } of entries) {
    const employee = targets.get(id)
    if (employee !== undefined && employee.personalInfo === undefined && known !== undefined)
      filled.set(id, { ...employee, personalInfo: known })
  }
  return filled
}
