import { knownRows, type KnownName, type RestKnown } from '../../domain/addresses/rest-known.js'
import type { KnownRow } from './known-schema.js'

interface Words {
  /** What the value may be. */
  pattern: RegExp
  /** The same for people. */
  expected: string
  /** What the product makes of it; nothing where it changes nothing. */
  use: (value: string) => RestKnown
}

const nothing: RestKnown = {}

const scopes = (pattern: RegExp, expected: string, value: string, names: readonly string[]): Words => ({
  pattern,
  expected,
  use: (found) => (found === value ? { scopes: names } : nothing),
})

/** Longer than this no one waits before the first look at what was written. */
const longestLagMs = 10_000

/**
 * Of the rows that are made use of: the words of the Nmbrs REST contract, section 15, as the rehearsal writes
 * them.
 */
const words: Readonly<Record<KnownName, Words>> = {
  secondAddress: {
    pattern: /^(?:add|replace|refuse\d{3})$/,
    expected: 'add, replace, or refuse with the status, such as refuse400',
    use: (value) => ({ secondAddress: value.startsWith('refuse') ? 'refused' : 'taken' }),
  },
  employeeFilter: {
    pattern: /^(?:works|ignored|refused|mixed)$/,
    expected: 'one of works, ignored, refused, mixed',
    use: (value) => (value === 'works' || value === 'ignored' ? { employeeFilter: value } : nothing),
  },
  salaryScope: scopes(/^(?:employment|payment)$/, 'one of employment, payment', 'payment', [
    'employee.payment',
    'employee.payment.read',
  ]),
  bankAccountScope: scopes(/^(?:info|bankaccount)$/, 'one of info, bankaccount', 'bankaccount', [
    'employee.bankaccount',
    'employee.bankaccount.read',
  ]),
  periodScope: scopes(
    /^company\.(?:info|payrollsettings)\.read$/,
    'one of company.info.read, company.payrollsettings.read',
    'company.payrollsettings.read',
    ['company.payrollsettings.read'],
  ),
  maxPageSize: {
    pattern: /^(?:cut|refuse|none)$/,
    expected: 'one of cut, refuse, none',
    use: (value) => (value === 'none' ? { largePages: true } : nothing),
  },
  readLag: {
    pattern: /^(?:0|(?:more than )?\d{1,6} ms)$/,
    expected: '0, or milliseconds such as 800 ms',
    use: (value) => {
      const ms = Number.parseInt(value, 10)
      return Number.isNaN(ms) || ms > longestLagMs ? nothing : { readLagMs: ms }
    },
  },
}

const nameOfRow = (row: number): KnownName | undefined =>
  (Object.keys(knownRows) as KnownName[]).find((name) => knownRows[name] === row)

/** What is expected of a row in the place of what stands there; `undefined` when it is right. */
export const findRowFault = ({
  row,
  name,
  value,
}: KnownRow): { key: 'name' | 'value'; expected: string } | undefined => {
  const known = nameOfRow(row)
  if (known === undefined) return undefined
  if (name !== undefined && name !== known)
    return { key: 'name', expected: `${known}, the name of row ${row}` }
  const { pattern, expected } = words[known]
  return value === null || pattern.test(value) ? undefined : { key: 'value', expected }
}

/** What a row means for the product. What was found in part is for people. */
export const useRow = ({ row, result, value }: KnownRow): RestKnown => {
  const name = nameOfRow(row)
  return name === undefined || result !== 'found' || value === null ? nothing : words[name].use(value)
}
