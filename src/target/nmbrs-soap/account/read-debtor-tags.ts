import { similarity } from '../../../domain/text/similarity.js'
import type { Reading, TaggedDebtor } from '../../../onboarding/check/account-reader.js'
import type { Asker } from './ask-once.js'
import { lookUps } from './look-ups.js'
import { toCompanies, toDebtors, toTags, type ListedDebtor } from './parse-lists.js'
import { read, unread } from './reading.js'

/** The debtor of the company and the tags on it. */
export const readDebtorTags = async (asker: Asker, companyId: string): Promise<Reading<TaggedDebtor>> => {
  const debtor = await findDebtorOf(asker, companyId)
  if (debtor.status === 'unread') return debtor
  const debtorId = debtor.value
  const tags = await read(asker, lookUps.tags, { debtorId }, toTags)
  return tags.status === 'unread' ? tags : { status: 'read', value: { debtorId, tags: tags.value } }
}

/**
 * An account that sees the company and one debtor sees the company's debtor; of several, the one that lists
 * the company.
 */
const findDebtorOf = async (asker: Asker, companyId: string): Promise<Reading<string>> => {
  const debtors = await read(asker, lookUps.debtors, {}, toDebtors)
  if (debtors.status === 'unread') return debtors
  const [first, ...others] = debtors.value
  if (first === undefined) return unread(lookUps.debtors, { answer: 'not-asked', reason: 'no-debtor' })
  if (others.length === 0) return { status: 'read', value: first.id }
  return searchDebtors(asker, companyId, await likelyFirst(asker, companyId, debtors.value))
}

const searchDebtors = async (
  asker: Asker,
  companyId: string,
  debtors: readonly ListedDebtor[],
): Promise<Reading<string>> => {
  for (const { id } of debtors) {
    const companies = await read(asker, lookUps.companiesOfDebtor, { debtorId: id }, toCompanies)
    if (companies.status === 'unread') return companies
    if (companies.value.some((company) => company.id === companyId)) return { status: 'read', value: id }
  }
  return unread(lookUps.companiesOfDebtor, { answer: 'not-asked', reason: 'no-debtor' })
}

/**
 * The debtors in the order of how like the company's their names are: they mostly bear one name, and each one
 * looked into costs a call.
 */
const likelyFirst = async (
  asker: Asker,
  companyId: string,
  debtors: readonly ListedDebtor[],
): Promise<readonly ListedDebtor[]> => {
  const companies = await read(asker, lookUps.companies, {}, toCompanies)
  const name =
    companies.status === 'read' ? companies.value.find(({ id }) => id === companyId)?.name : undefined
  if (name === undefined) return debtors
  const likeness = (debtor: ListedDebtor): number => similarity(debtor.name.toLowerCase(), name.toLowerCase())
  return [...debtors].sort((left, right) => likeness(right) - likeness(left))
}
