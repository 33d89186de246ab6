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
  /** Settled, and not in the turns yet: their turn begins with this run. */
  joined: readonly SourceEmployeeId[]
}

/** Those who must be read, and this run's slice of the others. */
export const chooseBankReads = async (
  { store, settings, mapping, target }: RunDeps,
  company: CompanyPair,
  view: CompanyView,
): Promise<BankChoice> => {
  if (!mapping.sections.has('bankAccount') && view.leftovers.size === 0)
    return { wanted: [], settled: new Map(), joined: [] }
  const looked = await mapInTurns(view.people, (person) => findBankRead(person, view))
  const needed = looked.filter((one) => one !== undefined)
  const due = new Set(needed.map(({ subject }) => subject))
  const settled = findSettledAccounts(view, due)
  const looks = await store.accounts.readBankLooks(company.targetId)
  // Where everyone's accounts are read together, looking at one costs as much as looking at all.
  const slices = target.capabilities.has('bankAccount.bulkRead') ? 1 : settings.bankSlices
  const slice = pickBankSlice([...settled.keys()], looks, {
    ordinal: await store.runs.countSyncs(),
    slices,
    due: await store.runs.findSyncEnd(slices),
  })
  const turns = slice.flatMap((subject) => {
    const targetId = settled.get(subject)
    return targetId === undefined ? [] : [{ subject, targetId }]
  })
  const joined = [...settled.keys()].filter((subject) => !looks.has(subject))
  return { wanted: [...needed, ...turns], settled, joined }
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
