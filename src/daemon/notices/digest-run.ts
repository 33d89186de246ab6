import type { ChangeReport } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { RunDocument } from '../../domain/run/run.js'
import { isAboutRun } from '../../report/sync/view/finding-causes.js'
import { redactText } from '../../report/kit/redact-text.js'
import type { ChangeCount, FindingCount, RunDigest, WaitingCount } from './notice.js'
import { joinSentences } from '../../domain/language/join-sentences.js'

/** A run without its people: what is left is counts by kind, reason and code. */
export const digestRun = ({ run, people, changes, findings }: RunDocument): RunDigest => ({
  id: run.id,
  result: run.result,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  people,
  changes: countChanges(changes),
  waiting: countWaiting(changes, findings),
  findings: countFindings(findings),
  remarks: [...new Set(findings.filter(isAboutRun).map(toRemark))],
})

const toRemark = ({ message, remedy }: Finding): string => redactText(joinSentences(message, remedy))

const countChanges = (changes: readonly ChangeReport[]): ChangeCount[] =>
  countBy(
    changes,
    ({ kind, section, outcome }) => [section, kind, outcome],
    ({ kind, section, outcome }, count) => ({ kind, section, outcome, count }),
  )

const countWaiting = (changes: readonly ChangeReport[], findings: readonly Finding[]): WaitingCount[] =>
  countBy(
    changes.filter(({ outcome }) => outcome === 'held'),
    ({ reason }) => [reason ?? ''],
    ({ reason }, count) => ({ reason: reason ?? 'held', count, holds: holdsOf(reason, findings) }),
  )

const holdsOf = (reason: string | null, findings: readonly Finding[]): string[] =>
  findings.flatMap(({ code, hold }) => (code === reason && hold !== undefined ? [hold] : [])).sort()

const countFindings = (findings: readonly Finding[]): FindingCount[] =>
  countBy(
    findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [{ code, severity }])),
    // Errors before warnings.
    ({ code, severity }) => [severity, code],
    ({ code, severity }, count) => ({ code, severity, count }),
  )

/** One entry for each key, in the order of the keys, with how many had it. */
const countBy = <Item, Count>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly string[],
  toCount: (first: Item, count: number) => Count,
): Count[] => {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item).join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([, group]) => toCount(group[0], group.length))
}
