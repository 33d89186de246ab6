import type { Finding } from '../../../domain/finding.js'
import { tellFinding } from '../../../domain/findings/to-finding.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import {
  allowableLimits,
  type AllowableLimit,
  type Allowances,
  type LimitedKind,
} from '../../../domain/threshold.js'
import type { Exceeded } from './find-exceeded.js'

/** What a run was asked for, so that a command can be named that does the same with a limit lifted. */
export interface RunRequest {
  connection: string
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  verifyAll: boolean
  allow: Allowances
}

/**
 * One finding for each limit that is gone over. It concerns the run; it stands on the first person held,
 * because a finding has a person, and says how many there are.
 */
export const toLimitFindings = (exceeded: readonly Exceeded[], request: RunRequest): Finding[] =>
  exceeded.map((one) => {
    const { kind, field, people, allowed, linked, first } = one
    const command = toSyncCommand(request, toAllowances(kind, exceeded))
    if (field === undefined) {
      const name = people === 1 ? (`one-${kind}` as const) : kind
      const facts = { count: people, allowed, linked, command }
      return tellFinding(`threshold-exceeded/${name}`, { subject: first }, facts)
    }
    const place = { subject: first, section: field.section, field: field.name }
    return tellFinding('same-field-changed', place, { people, linked, kind, command })
  })

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
