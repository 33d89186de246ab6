import type { ChangeReport } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import { readActions } from '../../domain/remedy/read-actions.js'
import type { Remedy } from '../../domain/remedy/remedy.js'
import type { LinkReport, RunDocument, RunSummary } from '../../domain/run/run.js'
import type { Section } from '../../domain/sections.js'
import { createNth, type FindValues, type MaskedValues } from './change-values.js'

type JsonChange = ChangeReport & { values?: MaskedValues | null }
type JsonFinding = Record<Exclude<keyof Finding, 'hold'>, string | null> & Pick<Remedy, 'actions'>
type JsonFailure = Record<keyof RunFailure, string | null> & Pick<Remedy, 'actions'>
export type RunJson = Omit<RunDocument, 'run' | 'changes' | 'findings'> & {
  run: RunSummary & { failure: JsonFailure | null }
  changes: readonly JsonChange[]
  findings: readonly JsonFinding[]
}

/**
 * The document of `plan --json` and `sync --json`: fixed keys in a fixed order, rows ordered by person so
 * that two runs can be compared. An absent section or field of a finding is `null`. `findValues` adds each
 * change's masked values.
 */
export const toRunJson = (document: RunDocument, findValues?: FindValues): RunJson => {
  const nthOf = createNth()
  const { run, people, changes, findings, calls } = document
  return {
    run: {
      id: run.id,
      connection: run.connection,
      mode: run.mode,
      trigger: run.trigger,
      result: run.result,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      failure: toJsonFailure(run.failure),
    },
    people: {
      read: people.read,
      inScope: people.inScope,
      linked: people.linked,
      notConnected: people.notConnected,
      ignored: people.ignored,
      blocked: people.blocked,
    },
    changes: sortChanges(changes).map((change) =>
      toJsonChange(change, findValues && (findValues(change, nthOf(change)) ?? null)),
    ),
    findings: sortFindings(findings).map(toJsonFinding),
    links: sortLinks(document.links),
    ...(document.notCarried === undefined ? {} : { notCarried: document.notCarried }),
    ...(document.worklist === undefined ? {} : { worklist: { open: document.worklist.open } }),
    ...(document.canary === undefined ? {} : { canary: document.canary }),
    ...(document.forgotten === undefined ? {} : { forgotten: document.forgotten }),
    calls: {
      alexis: calls.alexis,
      nmbrs: { total: calls.nmbrs.total, byOperation: sortKeys(calls.nmbrs.byOperation) },
    },
  }
}

export const toJsonFailure = (failure: RunFailure | null): JsonFailure | null =>
  failure && {
    code: failure.code,
    message: failure.message,
    remedy: failure.remedy ?? null,
    actions: readActions(failure.remedy ?? ''),
  }

/** `values` is `undefined` when none were asked for. */
const toJsonChange = (change: ChangeReport, values: MaskedValues | null | undefined): JsonChange => {
  const { subject, targetId, kind, section, fields, outcome, reason } = change
  const plain = { subject, targetId, kind, section, fields: [...fields].sort(), outcome, reason }
  return values === undefined ? plain : { ...plain, values }
}

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

/** The order in which one person's sections are written. */
const sectionOrder: Readonly<Record<Section, number>> = {
  employee: 0,
  employment: 1,
  personalInfo: 2,
  address: 3,
  bankAccount: 4,
  salary: 5,
}

/** By person, and within a person in the order of writing. */
export const sortChanges = (changes: readonly ChangeReport[]): ChangeReport[] =>
  [...changes].sort(
    (a, b) => compareText(a.subject, b.subject) || sectionOrder[a.section] - sectionOrder[b.section],
  )

/** By person. */
export const sortLinks = (links: readonly LinkReport[]): LinkReport[] =>
  [...links].sort((a, b) => compareText(a.subject, b.subject))

/** By person, then by code and place. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      compareText(a.subject, b.subject) ||
      compareText(a.code, b.code) ||
      compareText(a.section ?? '', b.section ?? '') ||
      compareText(a.field ?? '', b.field ?? ''),
  )

/** By code unit, the same on every machine whatever its locale. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sortKeys = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)))
