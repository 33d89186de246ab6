import { toDayInZone } from '../../domain/date/plain-date.js'
import type { DebtorOfAccount, Reading } from '../../onboarding/check/account-reader.js'
import type { LiveAccount } from '../../onboarding/check/account.js'
import type { OnboardingResult } from '../../onboarding/result/result.js'
import { findUnseen, type AccountCheck, toDebtorReading } from '../../onboarding/check/account-check.js'
import { withReleases } from '../compose/releases.js'
import { makeCheck, openLive, type CheckOrder, type CheckWorld } from './make-check.js'

/** More than enough for an account with every employer of a large office. */
const mostLookUps = 20_000

/**
 * Makes one check of every company that the account sees, and finds the debtors with the tag of which it sees
 * no company. When the companies cannot be read, the one result says why. Throws as `makeCheck`.
 */
export const checkAll = async (
  order: Omit<CheckOrder, 'company'>,
  world: CheckWorld,
): Promise<AccountCheck> => {
  const { companies, debtors } = await readAll(order, world)
  if (companies.status === 'unread')
    return {
      results: [await makeCheck({ ...order, company: undefined, account: bare(order) }, world)],
      unseen: [],
    }
  const results: OnboardingResult[] = []
  for (const { id } of companies.value) {
    const debtor = debtors && toDebtorReading(debtors, id)
    results.push(await makeCheck({ ...order, company: id, ...(debtor && { debtor }) }, world))
  }
  const ids = companies.value.map(({ id }) => id)
  return { results, unseen: findUnseen(order, debtors, ids) }
}

/** Without the companies of the connection none is chosen for the account. */
const bare = ({ account }: Omit<CheckOrder, 'company'>): CheckOrder['account'] => ({
  ...account,
  companies: [],
})

const readAll = (
  { account, profiles }: Omit<CheckOrder, 'company'>,
  world: CheckWorld,
): Promise<{
  companies: Awaited<ReturnType<LiveAccount['readCompanies']>>
  debtors: Reading<readonly DebtorOfAccount[]> | undefined
}> =>
  withReleases(async (releases) => {
    const live = await openLive(account, world, {
      calls: [],
      today: toDayInZone(world.now(), account.timeZone),
      maxLookUps: mostLookUps,
    })
    releases.add(() => {
      live.close()
    })
    const companies = await live.readCompanies()
    const asksTag = profiles.some(({ facts }) => facts.some(({ type }) => type === 'debtor-tag'))
    const debtors = asksTag && companies.status === 'read' ? await live.readDebtors() : undefined
    return { companies, debtors }
  })
