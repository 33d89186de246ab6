import type { DebtorOfAccount, Reading, TaggedDebtor } from './account-reader.js'
import type { GivenAnswers } from './check-input.js'
import { foldTag } from '../facts/compare-fact.js'
import type { Profile } from '../profile/profile.js'
import type { OnboardingResult, Readiness } from '../result/result.js'

/** What one look at every employer of an account came to. */
export interface AccountCheck {
  /** One for each company, in the order of the account. */
  results: readonly OnboardingResult[]
  /** Debtors that carry the tag and of which the account sees no company. */
  unseen: readonly { debtorId: string; name: string }[]
}

/**
 * The debtor of a company among those of the account. One that no debtor lists has none that the account
 * sees.
 */
export const toDebtorReading = (
  debtors: Reading<readonly DebtorOfAccount[]>,
  companyId: string,
): Reading<TaggedDebtor> => {
  if (debtors.status === 'unread') return debtors
  const own = debtors.value.find(({ companyIds }) => companyIds.includes(companyId))
  return own === undefined
    ? {
        status: 'unread',
        call: { service: 'CompanyService', call: 'List_GetByDebtor' },
        answer: { answer: 'not-asked', reason: 'no-debtor' },
      }
    : { status: 'read', value: { debtorId: own.debtorId, tags: own.tags } }
}

/** Debtors with the tag that was given, none of whose companies the account sees. */
export const findUnseen = (
  { profiles, answers }: { profiles: readonly Profile[]; answers: GivenAnswers },
  debtors: Reading<readonly DebtorOfAccount[]> | undefined,
  seen: readonly string[],
): AccountCheck['unseen'] => {
  if (debtors?.status !== 'read') return []
  const tags = new Set(
    profiles.flatMap(({ facts }) =>
      facts.flatMap(({ id, type }) => {
        const answer = type === 'debtor-tag' ? answers.shared.get(id) : undefined
        return answer?.kind === 'text' ? [foldTag(answer.text)] : []
      }),
    ),
  )
  return debtors.value
    .filter(({ tags: own }) => own.some((tag) => tags.has(foldTag(tag))))
    .filter(({ companyIds }) => !companyIds.some((id) => seen.includes(id)))
    .map(({ debtorId, name }) => ({ debtorId, name }))
}

/** What all of them come to: not ready goes before what could not be checked. */
export const toCommonReadiness = ({ results, unseen }: AccountCheck): Readiness => {
  const all = new Set(results.map(({ readiness }) => readiness))
  if (all.has('not-ready') || unseen.length > 0) return 'not-ready'
  return all.has('could-not-check') || results.length === 0 ? 'could-not-check' : 'ready'
}
