import type { Finding } from '../../domain/finding.js'
import type { ChangeReport } from '../../domain/change.js'
import type { StoredRun } from '../../run/store/runs.js'

/**
 * A run without anyone in it: how long it took, how much it read and called, and how often which code was
 * given.
 */
export const countRun = (
  run: StoredRun,
  { changes, findings }: { changes: readonly ChangeReport[]; findings: readonly Finding[] },
): unknown => ({
  id: run.id,
  mode: run.mode,
  trigger: run.trigger,
  result: run.ended ? run.result : null,
  failure: run.failureCode,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  people: run.people,
  calls: run.calls,
  changes: countBy(changes, ({ kind, section, outcome, reason }) =>
    [kind, section, outcome, reason ?? ''].join(' ').trim(),
  ),
  findings: countBy(findings, ({ code, severity, section }) =>
    [severity, code, section ?? ''].join(' ').trim(),
  ),
})

/** How often each text came up, the most frequent first. */
export const countBy = <T>(
  items: readonly T[],
  toText: (item: T) => string,
): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(toText(item), (counts.get(toText(item)) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a))
}
