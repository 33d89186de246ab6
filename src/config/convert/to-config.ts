import { resolve } from 'node:path'

import type { Portal } from '../../access/portal/portal.js'
import { toSourceCompanyId, toSourceEmployeeId, toTargetCompanyId } from '../../domain/ids.js'
import { InternalError } from '../../domain/errors.js'
import type { RestKnown } from '../../domain/addresses/rest-known.js'
import type { MatchRule } from '../../domain/link.js'
import type { Limit } from '../../domain/threshold.js'
import { toOneSpelling } from '../schema/check-url.js'
import { never } from '../schema/checks.js'
import type {
  Config,
  ConnectionConfig,
  NoticesConfig,
  RepeatedCheckConfig,
  ScheduleConfig,
} from '../config.js'
import { parseMatchRule } from '../match-rule.js'
import type { NoticesFile } from '../schema/notices-schema.js'
import type { RepeatedCheckFile } from '../schema/onboarding-schema.js'
import type { ConfigFile, ConnectionFile, LimitFile } from '../schema/schema.js'
import { Secret } from '../environment/secret.js'
import { toAccess } from './to-access.js'
import { toEmail } from './to-email.js'
import { toNmbrs } from './to-nmbrs.js'

/** Where the paths of a configuration are looked up. */
export interface Places {
  /** Where relative ones start. */
  base: string
  /** Mapping files by their path as given. */
  mappings: ReadonlyMap<string, string>
  /** Portals of self-service logins by name. */
  portals: ReadonlyMap<string, Portal>
  /** What is known of the REST API, by the position of the connection. */
  known: ReadonlyMap<number, RestKnown>
}

/** The checked file as the program uses it: secrets wrapped, ids branded, rules parsed, paths absolute. */
export const toConfig = (file: ConfigFile, places: Places): Config => ({
  version: file.version,
  timezone: file.timezone,
  language: file.language,
  state: {
    path: resolve(places.base, file.state.path),
    keyFile: resolve(places.base, file.state.keyFile),
    keepRunsDays: file.state.keepRunsDays,
    forgetAfterDays: file.state.forgetAfterDays,
  },
  connections: file.connections.map((connection, index) =>
    toConnection(connection, file.schedule, { ...places, known: places.known.get(index) }),
  ),
  endpoint: file.daemon.http
    ? { host: file.daemon.host, port: file.daemon.port, hosts: file.daemon.hosts }
    : undefined,
  heartbeat: file.daemon.heartbeat === undefined ? undefined : new Secret(file.daemon.heartbeat),
  notices: file.notices && toNotices(file.notices),
  onboarding: {
    folders: file.onboarding.folders.map((folder) => resolve(places.base, folder)),
    remindAfterDays: file.onboarding.remindAfterDays,
  },
  log: {
    level: file.log.level,
    file: file.log.file === undefined ? undefined : resolve(places.base, file.log.file),
    maxBytes: Math.round(file.log.maxSizeMb * 1_000_000),
    keepFiles: file.log.keepFiles,
  },
})

const toNotices = ({ on, repeat, email, webhook }: NoticesFile): NoticesConfig => ({
  on,
  repeat,
  email: email && toEmail(email),
  webhook: webhook && { url: new Secret(webhook.url), secret: new Secret(webhook.secret) },
})

const toConnection = (
  file: ConnectionFile,
  schedule: ScheduleConfig | undefined,
  { base, mappings, portals, known }: Omit<Places, 'known'> & { known: RestKnown | undefined },
): ConnectionConfig => ({
  name: file.name,
  alexis: { baseUrl: toOneSpelling(file.alexis.baseUrl), token: new Secret(file.alexis.token) },
  nmbrs: toNmbrs(file.nmbrs, known),
  companies: file.companies.map((company) => ({
    sourceId: toSourceCompanyId(company.alexisCompanyId.toLowerCase()),
    targetId: toTargetCompanyId(company.nmbrsCompanyId),
    targetName: company.nmbrsCompanyName,
    // What is as usual is left out, so that a company without the key says the same as before there was one.
    ...(company.monthlyAmount === 'hold' ? {} : { monthlyAmount: company.monthlyAmount }),
    ...(company.payrollPeriod === undefined ? {} : { payrollPeriod: company.payrollPeriod }),
  })),
  mapping: mappings.get(file.mapping) ?? resolve(base, file.mapping),
  scope: {
    active: file.scope.active,
    employees: file.scope.employees.map((id) => toSourceEmployeeId(id.toLowerCase())),
    // What is as usual is left out, so that a scope without the key says the same as before there was one.
    ...(file.scope.mayBeEmpty ? { mayBeEmpty: true as const } : {}),
  },
  match: { rules: file.match.autoLink.map(toRule) },
  thresholds: {
    create: toLimit(file.thresholds.create),
    update: toLimit(file.thresholds.update),
    bankAccount: toLimit(file.thresholds.bankAccount),
    salary: toLimit(file.thresholds.salary),
    sameField: file.thresholds.sameField,
    shrink: file.thresholds.shrink,
  },
  holds: file.holds,
  employment: file.employment,
  schedule: toSchedule(file.schedule ?? schedule),
  onboarding: file.onboarding.map((check) => toRepeatedCheck(check, base)),
  salary: file.salary,
  reads: file.reads,
  // What is as usual is left out, so that a connection without the key says the same as before there was one.
  ...(file.canary === 1 ? {} : { canary: file.canary }),
  access: file.access && toAccess(file.access, { base, portals }),
})

const toRepeatedCheck = (
  { profiles, cron, facts, company }: RepeatedCheckFile,
  base: string,
): RepeatedCheckConfig => ({
  profiles,
  cron,
  facts: facts === undefined ? undefined : resolve(base, facts),
  company: company === undefined ? undefined : toTargetCompanyId(company),
})

const toSchedule = (schedule: ScheduleConfig | undefined): ScheduleConfig | undefined =>
  schedule?.cron === never ? undefined : schedule

const toLimit = ({ max, percent }: LimitFile): Limit => ({ max, percent })

const toRule = (text: string): MatchRule => {
  const result = parseMatchRule(text)
  if ('rule' in result) return result.rule
  throw new InternalError('a match rule that was checked cannot be read')
}
