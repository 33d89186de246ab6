import type { NewIntent } from '../../src/apply/journal.js'
import type { SectionBaseline } from '../../src/domain/baseline.js'
import type { ChangeReport } from '../../src/domain/change.js'
import type { Finding } from '../../src/domain/finding.js'
import { toRunId, toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { ConnectedLink } from '../../src/domain/link.js'
import type { CallCounts, PeopleCounts } from '../../src/domain/run/run.js'
import type { Store } from '../../src/run/store/store.js'

export const ann = toSourceEmployeeId('65f1c0ffee00000000000001')
export const bob = toSourceEmployeeId('65f1c0ffee00000000000002')
export const company = toTargetCompanyId('1234')
export const otherCompany = toTargetCompanyId('5678')
export const target = toTargetEmployeeId('501')
export const otherTarget = toTargetEmployeeId('502')
export const runId = toRunId('run-1')

export const aLink = (overrides: Partial<ConnectedLink> = {}): ConnectedLink => ({
  status: 'connected',
  sourceId: ann,
  companyId: company,
  targetId: target,
  origin: 'rule:employeeNumber+birthDate',
  ...overrides,
})

export const aBaseline = (digest = 'digest-of-city'): SectionBaseline => ({
  seal: `seal-of-${digest}`,
  fields: { City: { sent: digest, seen: digest }, Street: { sent: digest, seen: 'digest-of-payrolls-own' } },
})

export const anIntent = (overrides: Partial<NewIntent> = {}): NewIntent => ({
  runId,
  subject: ann,
  companyId: company,
  targetId: target,
  kind: 'update',
  section: 'address',
  fields: ['City', 'Street'],
  ...overrides,
})

export const aReport = (overrides: Partial<ChangeReport> = {}): ChangeReport => ({
  subject: ann,
  targetId: target,
  kind: 'update',
  section: 'salary',
  fields: ['Value'],
  outcome: 'held',
  reason: 'first-contact',
  ...overrides,
})

export const aFinding = (overrides: Partial<Finding> = {}): Finding => ({
  code: 'iban-invalid',
  severity: 'error',
  subject: ann,
  section: 'bankAccount',
  field: 'IBAN',
  message: 'IBAN fails its check digits',
  remedy: 'Correct it in AlexisHR, Bank account; the next run sends it',
  ...overrides,
})

export const somePeople: PeopleCounts = {
  read: 3,
  inScope: 3,
  linked: 2,
  notConnected: 1,
  ignored: 0,
  blocked: 0,
}

export const someCalls: CallCounts = { alexis: 4, nmbrs: { total: 2, byOperation: { Address_GetAll: 2 } } }

export const startRun = (store: Store, id = runId, mode: 'plan' | 'sync' = 'sync'): Promise<void> =>
  store.runs.startRun({ id, mode, trigger: 'cli', startedAt: '2026-01-05T08:00:00.000Z', whole: true })

export const finishRun = (store: Store, id = runId): Promise<void> =>
  store.runs.finishRun(id, {
    result: 'ok',
    finishedAt: '2026-01-05T08:05:00.000Z',
    people: somePeople,
    calls: someCalls,
  })
