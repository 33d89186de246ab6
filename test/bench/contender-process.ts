import { answerParent } from './child.js'
import { syncOnce } from './connection.js'
import { measure, readCpuMs, type Cost } from './measure.js'
import type { Api, RemoteAddresses } from './company.js'

/** What one contender is to do. */
export type Job =
  | {
      kind: 'sync'
      api: Api
      /** Whether Nmbrs is reached through the product's own target or through the plain client. */
      through: 'product' | 'plain'
      remotes: RemoteAddresses
      folder: string
      callsPerSecond: number
      /** Calls under way at once, over REST. */
      maxConcurrent?: number
      bankSlices: number
      watchStalls: boolean
      /** Nothing of a write goes on record. */
      unjournaled?: boolean
    }
  | { kind: 'naive'; remotes: RemoteAddresses; people?: number }
  | { kind: 'bare-export'; remotes: RemoteAddresses; people: number; callsPerSecond: number }

/** What came of it. */
export interface JobEnd {
  cost: Cost
  /** Calls to Nmbrs. */
  calls: number
  /** People connected, compared or exported. */
  people: number
  /** Differences found: planned changes, whatever became of them. */
  changes: number
  /** What else there was to say about somebody. */
  findings: number
  /** Changes that Nmbrs holds now; over REST a creation carries some of them. */
  applied: number
  /** What became of the others, `held:first-contact`, each once. */
  otherEnds: readonly string[]
  /** Processor time after the plan was made: all that writing costs. */
  applyCpuMs: number
}

const doJob = async (job: Job): Promise<JobEnd> => {
  switch (job.kind) {
    case 'sync':
      return doSync(job)
    case 'naive': {
      const { runNaiveScript } = await import('./naive-script.js')
      const { result, cost } = await measure(() => runNaiveScript(job.remotes, job.people), watchNothing)
      return {
        ...nothingWritten,
        cost,
        calls: result.calls,
        people: result.people,
        changes: result.differences,
      }
    }
    case 'bare-export': {
      const { runBareExport } = await import('./bare-export.js')
      const { result, cost } = await measure(() => runBareExport(job.remotes.nmbrs, job), watchNothing)
      return {
        ...nothingWritten,
        cost,
        calls: result,
        people: job.people,
        changes: 0,
        applyCpuMs: cost.cpuMs,
      }
    }
  }
}

const watchNothing = { watchStalls: false }
const nothingWritten = { findings: 0, applied: 0, otherEnds: [], applyCpuMs: 0 }

type SyncJob = Extract<Job, { kind: 'sync' }>

const doSync = async (job: SyncJob): Promise<JobEnd> => {
  let plannedAt = 0
  const { result, cost } = await measure(
    async () =>
      syncOnce({
        ...job,
        onProgress: ({ type }) => {
          if (type === 'planned') plannedAt = readCpuMs()
        },
      }),
    job,
  )
  const applyCpuMs = readCpuMs() - plannedAt
  const { people, calls, changes, findings } = result.document
  const others = changes.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'unchanged')
  return {
    cost,
    calls: calls.nmbrs.total,
    people: people.linked,
    changes: changes.length,
    findings: findings.length,
    applied: changes.length - others.length,
    otherEnds: [
      ...new Set(others.map(({ outcome, reason, section }) => `${section} ${outcome}:${reason ?? ''}`)),
    ],
    applyCpuMs,
  }
}

// The parent is this benchmark itself.
answerParent((job) => doJob(job as Job))
