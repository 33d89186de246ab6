import type { ChangeReport } from '../../src/domain/change.js'
import type { Finding } from '../../src/domain/finding.js'
import { toRunId, toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunDocument } from '../../src/domain/run/run.js'
import { toLook } from '../../src/report/kit/look.js'

/** Text for a file: no colour, no names. */
export const plainLook = toLook({ colour: false, width: 100, showNames: false })
/** Text for the user's own terminal, without the colours that only get in a test's way. */
export const namedLook = toLook({ colour: false, width: 100, showNames: true })

export const aChange = (
  differs: Partial<Omit<ChangeReport, 'subject' | 'targetId'>> & {
    subject?: string
    targetId?: string | null
  } = {},
): ChangeReport => ({
  kind: 'update',
  section: 'address',
  fields: ['Street', 'City'],
  outcome: 'planned',
  reason: null,
  ...differs,
  subject: toSourceEmployeeId(differs.subject ?? 'a1'),
  targetId: differs.targetId === null ? null : toTargetEmployeeId(differs.targetId ?? '10023'),
})

export const aFinding = (
  differs: Partial<Omit<Finding, 'subject'>> & { subject?: string } = {},
): Finding => ({
  code: 'drift',
  severity: 'warning',
  message: 'Street was changed in Nmbrs; the Nmbrs value is kept',
  remedy: `Look at it: nmbrs-sync explain ${differs.subject ?? 'a1'}`,
  ...differs,
  subject: toSourceEmployeeId(differs.subject ?? 'a1'),
})

export const aDocument = (
  differs: Partial<Omit<RunDocument, 'run'>> & { run?: Partial<RunDocument['run']> } = {},
): RunDocument => ({
  people: { read: 4, inScope: 3, linked: 2, notConnected: 1, ignored: 0, blocked: 0 },
  changes: [],
  findings: [],
  links: [],
  calls: { alexis: 1, nmbrs: { total: 3, byOperation: { List_GetAll: 1, Employee_Insert: 2 } } },
  ...differs,
  run: {
    id: toRunId('run-1'),
    connection: 'acme',
    mode: 'plan',
    trigger: 'cli',
    result: 'ok',
    startedAt: '2026-11-22T08:00:00.000Z',
    finishedAt: '2026-11-22T08:00:05.000Z',
    failure: null,
    ...differs.run,
  },
})
