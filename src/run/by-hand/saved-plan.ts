import { createHash, type Hash } from 'node:crypto'

import type { RunId } from '../../domain/ids.js'
import { AbortError } from '../../domain/errors.js'
import { fieldsOfChange, type PlannedChange } from '../../domain/change.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { SourceWorld } from '../read/read-source.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import type { RunDeps } from '../settings.js'

/** A plan in a file: which changes, and digests of all they were made from. Holds no value of anyone. */
export interface SavedPlan {
  version: 1
  connection: string
  runId: RunId
  createdAt: string
  /** Digests keyed by the state's key file. */
  made: { config: string; source: string; target: string }
  changes: readonly {
    subject: string
    section: string
    fields: readonly string[]
    decision: 'send' | 'hold' | 'skip'
  }[]
}

/**
 * Digests of what a plan is made from: the settings, the mapped source, and the target as far as it was read.
 */
export const digestWorld = (
  { settings, store }: Pick<RunDeps, 'settings' | 'store'>,
  source: SourceWorld,
  companies: readonly PlannedCompany[],
): SavedPlan['made'] => {
  const keyed = (name: string, hash: Hash): string => store.digest('plan', name, hash.digest('base64url'))
  const config = createHash('sha256').update(settings.fingerprint)
  const desired = createHash('sha256')
  for (const person of [...source.people].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))) {
    desired.update(
      JSON.stringify([
        person.sourceId,
        Object.entries(person.sections).map(([name, values]) => [name, sorted(values)]),
      ]),
    )
  }
  const actual = createHash('sha256')
  for (const { company, period, target, plan } of companies) {
    actual.update(JSON.stringify([company.targetId, period.text]))
    for (const [id, employee] of [...target.targets].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { personalInfo, address, employment, salaries } = employee
      actual.update(JSON.stringify([id, sorted(personalInfo), sorted(address), sorted(employment), salaries]))
    }
    // Bank accounts are read for some people only; the plan's own view of them is what counts.
    for (const person of plan.people) actual.update(JSON.stringify(person.changes.map(beforeOf)))
    // Salaries besides the current ones are looked at for some people only.
    for (const person of plan.people) desired.update(JSON.stringify(person.changes.map(salaryOf)))
  }
  return {
    config: keyed('config', config),
    source: keyed('source', desired),
    target: keyed('target', actual),
  }
}

const sorted = (values: Values | undefined): unknown =>
  values && fieldsIn(values).map((field) => [field, values[field]])

const beforeOf = ({ change }: PlannedChange): unknown =>
  change.kind === 'create' ? null : [change.section, sorted(change.before)]

const salaryOf = ({ change }: PlannedChange): unknown =>
  change.kind === 'update' && change.section === 'salary' ? sorted(change.after) : null

/** The plan as it is written to a file. */
export const toSavedPlan = (
  deps: RunDeps,
  run: { id: RunId; createdAt: string },
  source: SourceWorld,
  companies: readonly PlannedCompany[],
): SavedPlan => ({
  version: 1,
  connection: deps.settings.connection,
  runId: run.id,
  createdAt: run.createdAt,
  made: digestWorld(deps, source, companies),
  changes: companies.flatMap(({ plan }) =>
    plan.people.flatMap(({ changes }) =>
      changes.map(({ change, decision }) => ({
        subject: change.subject,
        section: change.section,
        fields: fieldsOfChange(change),
        decision,
      })),
    ),
  ),
})

/** Throws `AbortError` naming what moved when the world is not as it was when the plan was saved. */
export const refuseStalePlan = (saved: SavedPlan, now: SavedPlan['made'], connection: string): void => {
  const moved = [
    saved.connection === connection ? undefined : `it was made for connection ${saved.connection}`,
    saved.made.config === now.config ? undefined : 'the configuration or mapping changed',
    saved.made.source === now.source ? undefined : 'AlexisHR changed',
    saved.made.target === now.target ? undefined : 'Nmbrs changed',
  ].filter((reason) => reason !== undefined)
  if (moved.length === 0) return
  throw new AbortError(
    `The saved plan is no longer valid: ${moved.join('; ')}`,
    'plan-stale',
    'Make a new one: nmbrs-sync plan --out FILE',
  )
}
