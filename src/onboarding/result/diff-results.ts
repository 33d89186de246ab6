import { isDeepStrictEqual } from 'node:util'

import type { KeptCall, KeptFact, KeptResult } from './kept-result.js'
import type { Readiness } from './result.js'

/**
 * What became of a call between two checks. `closed`: it was open and is refused now. `opened`: it is open
 * and was not.
 */
export interface CallChange {
  service: string
  call: string
  change: 'opened' | 'closed' | 'added' | 'removed' | 'changed'
  /** `null` where it was not part of the check. */
  before: KeptCall['outcome'] | null
  after: KeptCall['outcome'] | null
}

/** What became of a fact. Its value is not repeated: only whether it is another one. */
export interface FactChange {
  id: string
  before: string | null
  after: string | null
  valueChanged: boolean
}

/** What changed between two kept results. */
export interface ResultDiff {
  before: string
  after: string
  readiness: { before: Readiness; after: Readiness } | null
  /** In what the two checks cannot be compared: then a difference may be no change. */
  differentIn: readonly ('company' | 'account' | 'profiles')[]
  calls: readonly CallChange[]
  facts: readonly FactChange[]
}

/** What changed from one result to another. The order in which calls and facts stand makes no difference. */
export const diffResults = (before: KeptResult, after: KeptResult): ResultDiff => ({
  before: before.checkedAt,
  after: after.checkedAt,
  readiness:
    before.readiness === after.readiness ? null : { before: before.readiness, after: after.readiness },
  differentIn: findDifferences(before, after),
  calls: diffCalls(before.calls, after.calls),
  facts: diffFacts(before.facts, after.facts),
})

const findDifferences = (before: KeptResult, after: KeptResult): ResultDiff['differentIn'] => {
  const profilesOf = ({ profiles }: KeptResult): string[] =>
    profiles.map(({ id, edition }) => `${id} ${edition}`).toSorted()
  return [
    ...(before.company?.id === after.company?.id ? [] : (['company'] as const)),
    ...(before.account.username === after.account.username ? [] : (['account'] as const)),
    ...(isDeepStrictEqual(profilesOf(before), profilesOf(after)) ? [] : (['profiles'] as const)),
  ]
}

/** Pairs what stands on both sides by its key; what stands on one side only has no other half. */
const pair = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): [Item | undefined, Item | undefined][] => {
  const [left, right] = [before, after].map((items) => new Map(items.map((item) => [keyOf(item), item])))
  const keys = [...new Set([...before, ...after].map(keyOf))].toSorted()
  return keys.map((key) => [left?.get(key), right?.get(key)])
}

const diffCalls = (before: readonly KeptCall[], after: readonly KeptCall[]): CallChange[] =>
  pair(before, after, ({ service, call }) => `${service}:${call}`).flatMap(([old, now]) => {
    const named = now ?? old
    if (named === undefined || isDeepStrictEqual(old?.outcome, now?.outcome)) return []
    const { service, call } = named
    return [
      {
        service,
        call,
        change: toChange(old, now),
        before: old?.outcome ?? null,
        after: now?.outcome ?? null,
      },
    ]
  })

const toChange = (old: KeptCall | undefined, now: KeptCall | undefined): CallChange['change'] => {
  if (old === undefined) return 'added'
  if (now === undefined) return 'removed'
  if (now.outcome.verdict === 'active') return 'opened'
  return old.outcome.verdict === 'active' && isRefusal(now) ? 'closed' : 'changed'
}

/** A call that could not be tried, or gave nothing, was not switched off because of that. */
const isRefusal = ({ outcome }: KeptCall): boolean =>
  outcome.verdict !== 'not-tested' && outcome.verdict !== 'failed'

const diffFacts = (before: readonly KeptFact[], after: readonly KeptFact[]): FactChange[] =>
  pair(before, after, ({ id }) => id).flatMap(([old, now]) => {
    const named = now ?? old
    const valueChanged = !isDeepStrictEqual(old?.value ?? null, now?.value ?? null)
    const [was, is] = [old?.outcome.verdict ?? null, now?.outcome.verdict ?? null]
    if (named === undefined || (was === is && !valueChanged)) return []
    return [{ id: named.id, before: was, after: is, valueChanged }]
  })
