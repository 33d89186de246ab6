import type { Finding } from '../../../domain/finding.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import {
  allowableLimits,
  type AllowableLimit,
  type Allowances,
  type LimitedKind,
} from '../../../domain/threshold.js'
import { toReason } from './apply-limits.js'
import type { Exceeded } from './find-exceeded.js'

/** What a run was asked for, so that a command can be named that does the same with a limit lifted. */
export interface RunRequest {
  connection: string
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  verifyAll: boolean
  allow: Allowances
}

const wouldBe: Readonly<Record<LimitedKind, string>> = {
  create: 'would be created or filled in for the first time',
  update: 'would have personal info, an address or a start date changed',
  bankAccount: 'would get another bank account',
  salary: 'would get another salary',
}

/**
 * One finding for each limit that is gone over. It concerns the run; it stands on the first person held,
 * because a finding has a person, and says how many there are.
 */
export const toLimitFindings = (exceeded: readonly Exceeded[], request: RunRequest): Finding[] =>
  exceeded.map((one) => ({
    code: toReason(one),
    severity: 'error',
    subject: one.first,
    ...(one.field === undefined ? {} : { section: one.field.section, field: one.field.name }),
    message: toMessage(one),
    remedy: `If that is right, allow it for one run: ${toSyncCommand(request, toAllowances(one.kind, exceeded))}`,
  }))

const toMessage = ({ kind, field, people, allowed, linked }: Exceeded): string =>
  field === undefined
    ? `${countPeople(people)} ${wouldBe[kind]}; the limit of ${kind} is ${allowed} with ${linked} connected, so none of it is sent`
    : `${field.name} would change for ${people} of ${linked} connected people, which looks like a mistake in the mapping or in AlexisHR; ` +
      `everything of the kind ${kind} is held`

const countPeople = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** What lifts everything that holds one kind. */
const toAllowances = (kind: LimitedKind, exceeded: readonly Exceeded[]): Allowances =>
  Object.fromEntries(
    exceeded
      .filter((one) => one.kind === kind)
      .map(({ field, people }) => [field === undefined ? kind : 'sameField', people]),
  )

/** The command that does what was asked for with these limits lifted too. */
export const toSyncCommand = (request: RunRequest, lifted: Allowances): string => {
  const allow = { ...request.allow, ...lifted }
  return [
    'nmbrs-sync sync --connection',
    request.connection,
    ...request.employees.map((id) => `--employee ${id}`),
    ...(request.allowPastPeriods ? ['--allow-past-periods'] : []),
    ...(request.verifyAll ? ['--verify-all'] : []),
    ...allowableLimits.flatMap((name: AllowableLimit) =>
      allow[name] === undefined ? [] : [`--allow ${name}=${allow[name]}`],
    ),
    ...(allow.emptyScope === true ? ['--allow empty-scope'] : []),
  ].join(' ')
}
