import { hostname } from 'node:os'
import { silentLog } from '../../src/domain/log.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { asTester } from '../support/builders.js'
import { anIntent, runId, startRun } from './records.js'

// A run in a process of its own: takes the lease of a connection, begins a write, says so, and never ends.
const [, , path = '', keyFile = '', connection = '', account = ''] = process.argv

const state = await openStateDatabase({
  path,
  keyFile,
  now: () => 1_767_600_000_000,
  pid: process.pid,
  host: hostname(),
  isProcessAlive,
  log: silentLog,
})
await state.acquireLease({ connection, accounts: [account] }, runId)
const store = state.store(connection, asTester)
await startRun(store)
await store.journal.openIntent(anIntent())
process.stdout.write('writing\n')
setInterval(() => undefined, 60_000)
