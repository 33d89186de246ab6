import { toCall } from '../../operations.js'
import { idIn, textIn, type Json } from '../../wire/json.js'
import type { Ground } from '../ground.js'
import { found, notTried, type Outcome } from '../outcome.js'
import { toRefusal, tryWrite } from '../try-write.js'
import { notShown, type Trial } from './trial.js'

const startOf = (entry: Json): string => (textIn(entry, 'startDate') ?? '').slice(0, 10)

/** Row 7: a salary for a start date that has one. */
export const trySameStart: Trial = {
  rows: [7],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const first = await addSalary(ground, id, 2000)
    if (first.outcome !== undefined) return { 7: notTried(`already the first salary was refused`) }
    if (first.values === undefined) return { 7: notTried(notShown(first.ms)) }
    const second = await addSalary(ground, id, 2100)
    if (second.outcome !== undefined) return { 7: second.outcome }
    if (second.values === undefined) return { 7: notTried(notShown(second.ms)) }
    return { 7: found(second.values.includes(2000) ? 'add' : 'replace') }
  },
}

const addSalary = async (
  { period, entriesOf, until, write }: Ground,
  id: string,
  value: number,
): Promise<
  { outcome: Outcome } | { outcome?: undefined; values: readonly number[] | undefined; ms: number }
> => {
  const startDate = `${period.day}T00:00:00Z`
  const end = await write('createSalary', id, { startDate, type: 'grossFulltimeSalary', value })
  if (end.end === 'refused') return { outcome: found(toRefusal(end)) }
  const valuesIn = (entries: readonly Json[] | undefined): number[] =>
    (entries ?? []).filter((entry) => startOf(entry) === period.day).map((entry) => Number(entry.value))
  const { read, shows, ms } = await until(
    () => entriesOf('listSalaries', id),
    (entries) => valuesIn(entries).includes(value),
  )
  return { values: shows ? valuesIn(read) : undefined, ms }
}

/** Row 8: an employment besides the one that creation made. */
export const trySecondEmployment: Trial = {
  rows: [8],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const employments = () => ground.entriesOf('listEmployments', id)
    const first = await ground.until(employments, (entries) => (entries ?? []).length > 0)
    if (!first.shows) return { 8: notTried('creation made no employment that shows') }
    const day = nextDay(ground.period.day)
    const end = await tryWrite(() =>
      ground.client.write({
        operation: 'createEmployment',
        method: 'POST',
        path: `/api/employees/${encodeURIComponent(id)}/employment`,
        body: { startDate: `${day}T00:00:00Z` },
        scopes: ['employee.employment'],
      }),
    )
    if (end.end === 'refused') return { 8: found(toRefusal(end)) }
    const after = await ground.until(employments, (entries) =>
      (entries ?? []).some((entry) => startOf(entry) === day),
    )
    if (after.shows) return { 8: found((after.read ?? []).length > 1 ? 'add' : 'sameRow') }
    return { 8: end.end === 'lost' ? notTried('the answer was lost') : found('sameRow') }
  },
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Row 35: the path that one client deletes accounts by. */
export const tryAccountDelete: Trial = {
  rows: [35],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const iban = 'NL91ABNA0417164300'
    const account = { IBAN: iban, bankAccountType: 'standard', name: 'Invented' }
    const end = await ground.write('createBankAccount', id, account)
    if (end.end === 'refused') return { 35: notTried(`a bank account was refused (${end.status})`) }
    const { read, ms } = await ground.until(
      () => ground.entriesOf('listBankAccounts', id),
      (entries) => (entries ?? []).length > 0,
    )
    const accountId = read?.map((entry) => idIn(entry, 'bankAccountId'))[0]
    if (accountId === undefined || accountId === '') return { 35: notTried(notShown(ms)) }
    return { 35: await deleteAccount(ground, id, accountId) }
  },
}

const deleteAccount = async (ground: Ground, id: string, accountId: string): Promise<Outcome> => {
  const { path } = toCall('createBankAccount', id)
  const end = await tryWrite(() =>
    ground.client.write({
      operation: 'deleteBankAccount',
      method: 'DELETE',
      path: `${path}s/${encodeURIComponent(accountId)}`,
      scopes: ['employee.info', 'employee.bankaccount'],
    }),
  )
  if (end.end === 'refused') return found(end.status)
  return end.end === 'lost' ? notTried('the answer was lost') : found('204')
}
