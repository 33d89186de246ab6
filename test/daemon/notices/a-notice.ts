import type { DaemonEvent } from '../../../src/daemon/events.js'
import { buildNotice } from '../../../src/daemon/notices/build-notice.js'
import type { NoticeKind, Notice } from '../../../src/daemon/notices/notice.js'
import { toSituations, type Situation } from '../../../src/daemon/notices/situation.js'
import type { RunDocument } from '../../../src/domain/run/run.js'
import type { RunFailure } from '../../../src/domain/run/run-failure.js'
import { aChange, aDocument, aFinding } from '../../report/run-builders.js'

export const night = '2026-11-22T01:05:00.000Z'

export const timedOut: RunFailure = {
  code: 'nmbrs-timeout',
  message: 'Nmbrs List_GetAll: no answer in time',
  remedy: 'Run again later; if it stays, check the connection to Nmbrs',
}

export type RunEnded = Extract<DaemonEvent, { type: 'run-ended' }>

/** A run that came to its end, with nothing left over unless a test says so. */
export const aRunEnded = (
  differs: Parameters<typeof aDocument>[0] = {},
  event: Partial<Omit<RunEnded, 'type' | 'document'>> = {},
): RunEnded => ({
  type: 'run-ended',
  at: night,
  connection: 'acme',
  cause: 'due',
  failure: undefined,
  ...event,
  document: aDocument({
    ...differs,
    run: {
      mode: 'sync',
      trigger: 'schedule',
      startedAt: '2026-11-22T01:00:00.000Z',
      finishedAt: night,
      ...differs.run,
    },
  }),
})

/** A run that left two changes and one person for somebody to look at. */
export const heldDocument: Partial<Omit<RunDocument, 'run'>> & { run: { result: 'held' } } = {
  run: { result: 'held' },
  people: { read: 8, inScope: 7, linked: 5, notConnected: 1, ignored: 0, blocked: 1 },
  changes: [
    aChange({ subject: 'a1', section: 'bankAccount', outcome: 'held', reason: 'first-contact' }),
    aChange({ subject: 'a2', section: 'bankAccount', outcome: 'held', reason: 'first-contact' }),
    aChange({ subject: 'a3', outcome: 'applied' }),
    aChange({ subject: 'a4', outcome: 'applied' }),
  ],
  findings: [
    aFinding({ subject: 'a1', code: 'first-contact', severity: 'error' }),
    aFinding({ subject: 'a2', code: 'first-contact', severity: 'error' }),
    aFinding({ subject: 'a5', code: 'required-field-missing', severity: 'error' }),
    aFinding({ subject: 'a6', code: 'drift', severity: 'warning' }),
    aFinding({ subject: 'a7', code: 'create-recovered', severity: 'info' }),
  ],
}

export const situationOf = (event: DaemonEvent): Situation => {
  const [situation] = toSituations(event)
  if (situation === undefined) throw new Error('that event means nothing to notices')
  return situation
}

export const noticeOf = (event: DaemonEvent, kind: NoticeKind, unchangedSince?: string): Notice =>
  buildNotice(situationOf(event), kind, unchangedSince)

export const heldNotice: Notice = noticeOf(aRunEnded(heldDocument), 'held')
