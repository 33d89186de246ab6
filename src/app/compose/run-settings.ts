import { fingerprintConfig } from '../../config/config-fingerprint.js'
import type { Config, ConnectionConfig } from '../../config/config.js'
import { describeSettings } from '../../config/describe-settings.js'
import type { DigestValue } from '../../domain/digest.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { RunSettings } from '../../run/settings.js'
import { readVersion } from '../../version.js'
import { toConnectionKey } from './workspace.js'

/** `keyed`: the same connection, its companies by their keys. */
export const toRunSettings = (
  connection: ConnectionConfig,
  keyed: ConnectionConfig,
  config: Config,
  mapping: Mapping,
  digest: DigestValue,
): RunSettings => ({
  connection: connection.name,
  key: toConnectionKey(connection, config),
  companies: keyed.companies,
  scope: connection.scope,
  rules: connection.match.rules,
  timeZone: config.timezone,
  updateStartDate: connection.employment.updateStartDate,
  lookAheadDays: connection.salary.lookAheadDays,
  beforeEmployment: connection.salary.beforeEmployment,
  holds: connection.holds,
  bankSlices: connection.reads.bankSlice,
  keepRunsDays: config.state.keepRunsDays,
  ...(config.state.forgetAfterDays === undefined ? {} : { forgetAfterDays: config.state.forgetAfterDays }),
  thresholds: connection.thresholds,
  canary: { perKind: connection.canary ?? 1, transport: connection.nmbrs.api },
  version: readVersion(),
  fingerprint: fingerprintConfig(connection, mapping),
  digests: digestSettings(describeSettings(connection, config, mapping), digest),
})

/**
 * Settings are compared with those of the sync before; some are secrets, so only digests of them leave this
 * file.
 */
const digestSettings = (settings: ReadonlyMap<string, string>, digest: DigestValue): RunSettings['digests'] =>
  new Map([...settings].map(([path, text]) => [path, digest('setting', path, text)]))
