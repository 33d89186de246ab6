import stringify from 'safe-stable-stringify'

import type { Mapping } from '../mapping/mapping.js'
import type { Config, ConnectionConfig } from './config.js'
import { Secret } from './environment/secret.js'

/**
 * Every setting that a sync of this connection depends on, by its path as in the file
 * (`nmbrs.maxCallsPerSecond`), with a text that differs when the setting does. Mapping rows are
 * `mapping.SECTION.FIELD`; a list counts as one setting. Secrets are in it as they are, so nothing of it may
 * leave memory but as a digest.
 */
export const describeSettings = (
  connection: ConnectionConfig,
  { timezone, state: { forgetAfterDays } }: Config,
  mapping: Mapping,
): ReadonlyMap<string, string> =>
  new Map([
    // Where the mapping file lies is no setting; what its rows say is. What is looked at beside the sync
    // decides nothing about it.
    ...toLeaves('', {
      ...connection,
      nmbrs: describeNmbrs(connection),
      mapping: {},
      onboarding: {},
      timezone,
      // Named only where it is set, so that no installation finds a setting that it never had.
      ...(forgetAfterDays === undefined ? {} : { state: { forgetAfterDays } }),
      access: describeAccess(connection),
    }),
    ...mapping.rows.map((row): [string, string] => [`mapping.${row.section}.${row.field}`, stringify(row)]),
  ])

/** By the keys of the file, where the API user of SOAP stands at the top, whichever transport is in use. */
const describeNmbrs = ({ nmbrs }: ConnectionConfig): unknown => {
  if (nmbrs.api === 'soap') return nmbrs
  const { soap, ...used } = nmbrs
  return { ...soap, ...used }
}

/** By the names of the portals, without what the portals themselves can do. */
const describeAccess = ({ access }: ConnectionConfig): unknown =>
  access && {
    afterSync: access.afterSync,
    portals: Object.fromEntries(
      access.portals.map(({ portal, ...settings }) => [portal.portal, settings] as const),
    ),
  }

const toLeaves = (path: string, value: unknown): [string, string][] => {
  if (value instanceof Map) return toLeaves(path, Object.fromEntries(value as Map<string, unknown>))
  if (value instanceof Set) return toLeaves(path, [...value])
  if (value instanceof Secret) return [[path, value.reveal()]]
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [[path, stringify(value) ?? '']]
  return Object.entries(value).flatMap(([key, inner]) =>
    toLeaves(path === '' ? key : `${path}.${key}`, inner),
  )
}
