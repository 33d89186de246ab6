import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startChild } from './child.js'
import type { Job, JobEnd } from './contender-process.js'
import type { RemoteAddresses } from './company.js'
import type { RemotesOptions } from './remotes.js'
import type { RemotesQuestion, Seen } from './remotes-process.js'

/** Fakes in a process of their own, and contenders that each run in a fresh one. */
export interface Laboratory {
  remotes: RemoteAddresses
  /** What the fakes saw since they were asked before. */
  readSeen: () => Promise<Seen>
  runJob: (job: Job) => Promise<JobEnd>
  /** A new folder; with the content of another one if it is given. */
  makeFolder: (copyOf?: string) => string
}

/** Opens a laboratory, works in it, and closes it whatever happens. */
export const withLaboratory = async <Result>(
  compiled: string,
  options: RemotesOptions,
  work: (laboratory: Laboratory) => Promise<Result>,
): Promise<Result> => {
  const fakes = startChild(join(compiled, 'test/bench/remotes-process.js'))
  const root = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bench-'))
  const ask = (question: RemotesQuestion): Promise<unknown> => fakes.ask(question)
  try {
    const remotes = (await ask({ ask: 'start', options })) as RemoteAddresses
    return await work({
      remotes,
      readSeen: async () => (await ask({ ask: 'seen' })) as Seen,
      runJob: (job) => runJob(compiled, job),
      makeFolder: (copyOf) => {
        const folder = mkdtempSync(join(root, 'state-'))
        if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true })
        return folder
      },
    })
  } finally {
    await fakes.end()
    rmSync(root, { recursive: true })
  }
}

const runJob = async (compiled: string, job: Job): Promise<JobEnd> => {
  const child = startChild(join(compiled, 'test/bench/contender-process.js'))
  try {
    return (await child.ask(job)) as JobEnd
  } finally {
    await child.end()
  }
}
