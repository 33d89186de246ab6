import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import { findDesired } from '../../domain/packed/packed-people.js'
import { pickBankSlice } from '../../plan/account/bank-slice.js'
import { findBankRead, type BankRead, type CompanyView } from '../../plan/build-plan.js'
import { mapInTurns } from '../in-turns.js'
import type { CompanyPair, RunDeps } from '../settings.js'

/** Whose bank accounts a run looks at. */
export interface BankChoice {
  wanted: readonly BankRead[]
  /** Whose account need not be read, because it is what was settled. */
  settled: ReadonlyMap<SourceEmployeeId, TargetEmployeeId>
  /**
   * Whom it is noted of, once their accounts were read, that they were looked at, or that their turn begins
   * with this run. None where there are no turns.
   */
  looked: readonly SourceEmployeeId[]
}

/**
 * Those who must be read, and this run's slice of the others: all of them, where one reading brings
 * everyone's.
 */
export const chooseBankReads = async (
  deps: RunDeps,
  company: CompanyPair,
  view: CompanyView,
): Promise<BankChoice> => {
  const { mapping, target } = deps
  if (!mapping.sections.has('bankAccount') && view.leftovers.size === 0)
    return { wanted: [], settled: new Map(), looked: [] }
  const looked = await mapInTurns(view.people, (person) => findBankRead(person, view))
  const needed = looked.filter((one) => one !== undefined)
  const due = new Set(needed.map(({ subject }) => subject))
  const settled = findSettledAccounts(view, due)
  const { turns, looked: noted } = target.capabilities.has('bankAccount.bulkRead')
    ? { turns: toReads(settled.keys(), settled), looked: [] }
    : await takeTurns(deps, company, { needed, settled })
  return { wanted: [...needed, ...turns], settled, looked: noted }
}

/** This run's turns, and whose turn is over or begins. */
const takeTurns = async (
  { store, settings }: RunDeps,
  company: CompanyPair,
  { needed, settled }: { needed: readonly BankRead[] } & Pick<BankChoice, 'settled'>,
): Promise<{ turns: readonly BankRead[]; looked: readonly SourceEmployeeId[] }> => {
  const looks = await store.accounts.readBankLooks(company.targetId)
  const slice = pickBankSlice([...settled.keys()], looks, {
    ordinal: await store.runs.countSyncs(),
    slices: settings.bankSlices,
    due: await store.runs.findSyncEnd(settings.bankSlices),
  })
  const turns = toReads(slice, settled)
  const joined = [...settled.keys()].filter((subject) => !looks.has(subject))
  return { turns, looked: [...needed, ...turns].map(({ subject }) => subject).concat(joined) }
}

const toReads = (
  subjects: Iterable<SourceEmployeeId>,
  settled: BankChoice['settled'],
): readonly BankRead[] => {
  const reads: BankRead[] = []
  for (const subject of subjects) {
    const targetId = settled.get(subject)
    if (targetId !== undefined) reads.push({ subject, targetId })
  }
  return reads
}

/** Connected people with a bank account in the source that need not be read. */
const findSettledAccounts = (
  view: CompanyView,
  due: ReadonlySet<SourceEmployeeId>,
): ReadonlyMap<SourceEmployeeId, TargetEmployeeId> => {
  const settled = new Map<SourceEmployeeId, TargetEmployeeId>()
  for (const person of view.people) {
    const { sourceId } = person
    const pairing = view.pairings.get(sourceId)
    const hasAccount =
      view.unmoved.get(sourceId)?.hasAccount ?? findDesired(person, 'bankAccount') !== undefined
    if (pairing?.kind === 'connected' && hasAccount && !due.has(sourceId)) {
      settled.set(sourceId, pairing.link.targetId)
    }
  }
  return settled
}
