import type { CurrentEmployee } from '../../../src/sandbox/nmbrs/world/store.js'
import { toApproval } from '../model.js'
import { writesOf } from './identity.js'
import type { Invariant } from './invariant.js'

const standardAccounts = ({ bankAccounts }: CurrentEmployee): string[] =>
  bankAccounts.filter(({ type }) => type === 'Standaard').map(({ fields }) => fields.IBAN ?? '')

const accountsAreReleased: Invariant = {
  name: 'an account that someone is paid on is replaced by a released one only',
  check: (play, run) =>
    writesOf(play, run).flatMap(({ operation, record, employeeId, before, after }) => {
      if (before === undefined || record === undefined || !operation.startsWith('BankAccount_Insert'))
        return []
      const held = standardAccounts(before)
      const sent = standardAccounts(after).find((iban) => !held.includes(iban))
      if (held.length === 0 || sent === undefined) return []
      return play.model.approved.has(toApproval(record, 'bankAccount', 'IBAN', sent))
        ? []
        : [`${record} changed the account of ${employeeId}`]
    }),
}

const largestChange = 0.25

/** The salary in force on a day. */
const salaryOn = ({ salaries }: CurrentEmployee, day: string) =>
  salaries
    .filter(({ startDate }) => startDate <= day)
    .toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1))
    .at(-1)

const salariesAreReleased: Invariant = {
  name: 'a salary changes by more than a quarter only by a word of release',
  check: (play, run) =>
    writesOf(play, run).flatMap(({ operation, record, employeeId, before, after }) => {
      if (before === undefined || record === undefined || operation !== 'Salary_Update') return []
      const sent = after.salaries.find(
        (row) => !before.salaries.some((old) => old.startDate === row.startDate && old.value === row.value),
      )
      const held = sent === undefined ? undefined : salaryOn(before, sent.startDate)
      if (sent === undefined || held === undefined) return []
      const share = Math.abs(Number(sent.value) - Number(held.value)) / Number(held.value)
      const isApproved = play.model.approved.has(toApproval(record, 'salary', 'Value', sent.value))
      return share <= largestChange || isApproved ? [] : [`${record} changed the salary of ${employeeId}`]
    }),
}

const oneAccount: Invariant = {
  name: 'nobody keeps two synced accounts after a run that was whole',
  check: ({ world }, { end }) =>
    end?.document.run.result !== 'ok'
      ? []
      : world.nmbrs.store
          .allEmployees()
          .map(({ id }) => world.nmbrs.store.employee(id))
          .filter((employee) => standardAccounts(employee).length > 1)
          .map(({ id }) => `${id} has two accounts`),
}

export const moneyInvariants: readonly Invariant[] = [accountsAreReleased, salariesAreReleased, oneAccount]
