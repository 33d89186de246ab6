import type { LeaseScope } from '../../../run/store/lease.js'
import type { LeaseRow } from './lease-statements.js'

/** The key of a lease that keeps every other run away; one of a former version has it. */
export const wholeFile = 'whole-file'

/**
 * What a lease takes, each a row. An account is kept as a digest: the name of an API user may be a person's
 * address.
 */
export const toKeys = (
  scope: LeaseScope,
  digestAccount: (account: string) => string,
): readonly [string, ...string[]] =>
  scope === wholeFile
    ? [wholeFile]
    : [
        toConnectionKey(scope.connection),
        ...scope.accounts.map((account) => `account ${digestAccount(account)}`),
      ]

const toConnectionKey = (connection: string): string => `connection ${connection}`

/** Whether a lease is of this connection. */
export const isOf = (keys: readonly string[], connection: string): boolean =>
  keys.includes(wholeFile) || keys.includes(toConnectionKey(connection))

/** Whether two leases take something of each other. */
export const excludes = (keys: readonly string[], { key }: Pick<LeaseRow, 'key'>): boolean =>
  key === wholeFile || keys.includes(wholeFile) || keys.includes(key)
