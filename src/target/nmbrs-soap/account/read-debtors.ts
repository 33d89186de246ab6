import type { DebtorOfAccount, Reading } from '../../../onboarding/check/account-reader.js'
import type { Asker } from './ask-once.js'
import { lookUps } from './look-ups.js'
import { toCompanies, toDebtors, toTags, type ListedDebtor } from './parse-lists.js'
import { read } from './reading.js'

/**
 * Every debtor of the account with its tags and companies: a list, and two calls for each. What cannot be
 * read of one is not known of all.
 */
export const readDebtors = async (asker: Asker): Promise<Reading<readonly DebtorOfAccount[]>> => {
  const listed = await read(asker, lookUps.debtors, {}, toDebtors)
  if (listed.status === 'unread') return listed
  const debtors: DebtorOfAccount[] = []
  for (const one of await Promise.all(listed.value.map((debtor) => readDebtor(asker, debtor)))) {
    if (one.status === 'unread') return one
    debtors.push(one.value)
  }
  return { status: 'read', value: debtors }
}

const readDebtor = async (asker: Asker, { id, name }: ListedDebtor): Promise<Reading<DebtorOfAccount>> => {
  const companies = await read(asker, lookUps.companiesOfDebtor, { debtorId: id }, toCompanies)
  if (companies.status === 'unread') return companies
  const tags = await read(asker, lookUps.tags, { debtorId: id }, toTags)
  if (tags.status === 'unread') return tags
  const companyIds = companies.value.map((company) => company.id)
  return { status: 'read', value: { debtorId: id, name, tags: tags.value, companyIds } }
}
