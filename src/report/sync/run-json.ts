import type { ChangeReport } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import { readActions } from '../../domain/remedy/read-actions.js'
import { toRemedyKeys } from '../../domain/remedy/remedy.js'
import type { Remedy } from '../../domain/remedy/remedy.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { CallCounts, PeopleCounts, RunDocument, RunSummary } from '../../domain/run/run.js'
import type { MaskedValues } from './change-values.js'
import type { ChangeView } from './view/change-view.js'
import { compareText } from './view/compare-text.js'
import type { LinkView, RunView } from './view/run-view.js'

type JsonChange = ChangeReport & { values?: MaskedValues | null }
type JsonFinding = Record<Exclude<keyof Finding, 'hold'>, string | null> & Pick<Remedy, 'actions'>
type JsonFailure = Record<keyof RunFailure, string | null> & Pick<Remedy, 'actions'>
export type RunJson = Omit<RunDocument, 'run' | 'changes' | 'findings'> & {
  run: Omit<RunSummary, 'finishedAt'> & { finishedAt: string | null; failure: JsonFailure | null }
  changes: readonly JsonChange[]
  findings: readonly JsonFinding[]
}

/**
 * The document of `plan --json` and `sync --json`: fixed keys in a fixed order, rows ordered by person so
 * that two runs can be compared. An absent section or field of a finding is `null`. What a kept run has not
 * said yet is 0 here, and `null` in the list of runs.
 */
export const toRunJson = (view: RunView): RunJson => ({
  run: toJsonSummary(view),
  people: toJsonPeople(view.people ?? nobody),
  changes: view.changes.map(toJsonChange),
  findings: view.findings.map(toJsonFinding),
  links: view.links.map(toJsonLink),
  ...(view.notCarried.length === 0 ? {} : { notCarried: view.notCarried }),
  ...(view.toComplete === undefined ? {} : { worklist: { open: view.toComplete } }),
  ...(view.canary === undefined ? {} : { canary: view.canary }),
  ...(view.forgotten === undefined ? {} : { forgotten: view.forgotten }),
  calls: toJsonCalls(view.calls ?? noCalls),
})

const nobody: PeopleCounts = { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 }
const noCalls: CallCounts = { alexis: 0, nmbrs: { total: 0, byOperation: {} } }

export const toJsonSummary = ({ run }: Pick<RunView, 'run'>): RunJson['run'] => ({
  id: run.id,
  connection: run.connection,
  mode: run.mode,
  trigger: run.trigger,
  result: run.result,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  failure: toJsonFailure(run.failure),
})

export const toJsonPeople = (people: PeopleCounts): PeopleCounts => ({
  read: people.read,
  inScope: people.inScope,
  linked: people.linked,
  notConnected: people.notConnected,
  ignored: people.ignored,
  blocked: people.blocked,
})

export const toJsonCalls = ({ alexis, nmbrs }: CallCounts): CallCounts => ({
  alexis,
  nmbrs: { total: nmbrs.total, byOperation: sortKeys(nmbrs.byOperation) },
})

export const toJsonFailure = (failure: RunFailure | null): JsonFailure | null =>
  failure && {
    code: failure.code,
    message: failure.message,
    ...toRemedyKeys(failure.remedy),
  }

/** There are `values` only when they were asked for. */
export const toJsonChange = ({ person, values, ...change }: ChangeView): JsonChange => {
  const { kind, section, fields, outcome, reason } = change
  const plain = { subject: person.subject, targetId: person.targetId, kind, section, fields, outcome, reason }
  return values === undefined ? plain : { ...plain, values }
}

const toJsonLink = ({ person, targetId, rule, agrees, differs }: LinkView): RunJson['links'][number] => ({
  subject: person.subject,
  ...{ targetId, rule, agrees, differs },
})

/** A finding with every key present. */
export const toJsonFinding = (finding: Finding): JsonFinding => ({
  code: finding.code,
  severity: finding.severity,
  subject: finding.subject,
  section: finding.section ?? null,
  field: finding.field ?? null,
  message: finding.message,
  remedy: finding.remedy,
  actions: readActions(finding.remedy),
})

const sortKeys = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)))
