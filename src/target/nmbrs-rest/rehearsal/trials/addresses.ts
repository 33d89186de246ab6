import type { PeriodStamp } from '../../company-facts.js'
import { startOf } from '../../wire/entries.js'
import { textIn, type Json } from '../../wire/json.js'
import type { Ground } from '../ground.js'
import { found, notTried, type Outcome } from '../outcome.js'
import { toRefusal } from '../try-write.js'
import { toNumber } from '../../writes/personal-info.js'
import { readHistories } from '../../reads/read-histories.js'
import { notShown, type Trial } from './trial.js'

interface Sent {
  street: string
  type?: string
  period: PeriodStamp
}

const toAddress = ({ street, type = 'homeAddress', period }: Sent): object => ({
  isDefault: type === 'homeAddress',
  type,
  street,
  houseNumber: '1',
  postalCode: '1234 AB',
  city: 'Utrecht',
  countryISOCode: 'NL',
  period,
})

const hasStreet =
  (street: string) =>
  (entries: readonly Json[] | undefined): boolean =>
    (entries ?? []).some((entry) => textIn(entry, 'street') === street)

/** Adds an address, and gives all there are once it shows. */
const add = async (ground: Ground, id: string, sent: Sent) => {
  const end = await ground.write('createAddress', id, toAddress(sent))
  if (end.end === 'refused') return { refused: end }
  const { read, shows, ms } = await ground.until(
    () => ground.entriesOf('listAddresses', id),
    hasStreet(sent.street),
  )
  return { entries: shows ? (read ?? []) : undefined, ms }
}

/** Row 6: a second address of one type in one period. */
export const trySecondAddress: Trial = {
  rows: [6],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const period = ground.period.stamp
    const first = await add(ground, id, { street: 'Eerste Proefstraat', period })
    if (first.refused !== undefined)
      return { 6: notTried(`already the first address was refused (${first.refused.status})`) }
    if (first.entries === undefined) return { 6: notTried(notShown(first.ms)) }
    const second = await add(ground, id, { street: 'Tweede Proefstraat', period })
    if (second.refused !== undefined) return { 6: found(toRefusal(second.refused)) }
    if (second.entries === undefined) return { 6: notTried(notShown(second.ms)) }
    return { 6: found(hasStreet('Eerste Proefstraat')(second.entries) ? 'add' : 'replace') }
  },
}

/** Rows 10, 11 and 32: periods before and after the current one, and whether what begins later is shown. */
export const tryPeriods: Trial = {
  rows: [10, 11, 32],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const { stamp } = ground.period
    const now = await add(ground, id, { street: 'Proefstraat', period: stamp })
    if (now.refused !== undefined) {
      const outcome = notTried(`an address in the current period was refused (${now.refused.status})`)
      return { 10: outcome, 11: outcome }
    }
    return { 10: await tryPast(ground, id), ...(await tryFuture(ground, id)) }
  },
}

/** Period 12 is there whether a company pays by months, four weeks or weeks. */
const before = ({ year, period }: PeriodStamp): PeriodStamp =>
  period > 1 ? { year, period: period - 1 } : { year: year - 1, period: 12 }

const tryPast = async (ground: Ground, id: string): Promise<Outcome> => {
  const period = before(ground.period.stamp)
  const street = 'Vroegere Proefstraat'
  const past = await add(ground, id, { street, type: 'postAddress', period })
  if (past.refused !== undefined) return found('refuse')
  const entry = past.entries?.find((one) => textIn(one, 'street') === street)
  if (entry === undefined) return notTried(notShown(past.ms))
  return found(startOf(entry) === toNumber(period) ? 'accept' : 'moveToCurrent')
}

const tryFuture = async (ground: Ground, id: string): Promise<Partial<Record<number, Outcome>>> => {
  const period = { year: ground.period.stamp.year + 1, period: 1 }
  const future = await add(ground, id, { street: 'Latere Proefstraat', type: 'holidaysAddress', period })
  if (future.refused !== undefined)
    return { 11: found('refuse'), 32: notTried('nothing can be written for a later period') }
  const isWhole = future.entries !== undefined || (await hasPersonTwice(ground))
  return { 11: found('accept'), 32: found(isWhole ? 'whole' : 'tidy') }
}

const hasPersonTwice = async ({ client, companyId }: Ground): Promise<boolean> => {
  const rows = await readHistories<number>(
    client,
    { list: 'listAddresses', companyId },
    (_entries, kept = 0) => kept + 1,
  )
  return [...rows.values()].some((count) => count > 1)
}

/** An address in the current period, for trials that look at lists. */
export const addAddress = async (ground: Ground, id: string): Promise<readonly Json[] | undefined> => {
  const added = await add(ground, id, { street: 'Proefstraat', period: ground.period.stamp })
  return added.refused === undefined ? added.entries : undefined
}
