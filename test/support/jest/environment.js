import { AsyncLocalStorage } from 'node:async_hooks'
import { setFlagsFromString } from 'node:v8'

import { TestEnvironment } from 'jest-environment-node'

import { compileOnce } from './compile-once.js'

compileOnce()

// Each file of tests runs its modules anew, so that few functions run often enough to be worth what it costs
// to optimise them; V8 may wait longer with it. Node 24 has no such flag.
if (Number.parseInt(process.versions.node, 10) < 24) setFlagsFromString('--interrupt-budget=1000000')

const { run, getStore } = AsyncLocalStorage.prototype

/** What jest keeps of the test or hook that runs; it spreads what the test around it kept. */
const isOfJest = (kept) => typeof kept === 'object' && kept !== null && ('test' in kept || 'hook' in kept)

/** The test that runs, for each store of jest. */
const running = new WeakMap()

/**
 * jest keeps which test runs in a store that Node hands on with every promise, to tell whose an error is that
 * none awaited. That took a twentieth of all time, and Node 20 went on doing so for the stores of files that
 * had ended. Tests of a file run one after another, so a plain variable tells the same; where some run side
 * by side, such an error may be called another's of the same file.
 */
AsyncLocalStorage.prototype.run = function (kept, work, ...words) {
  if (!isOfJest(kept)) return run.call(this, kept, work, ...words)
  const before = running.get(this)
  running.set(this, kept)
  const restore = () => running.set(this, before)
  const end = work(...words)
  if (typeof end?.then === 'function') return end.finally(restore)
  restore()
  return end
}

AsyncLocalStorage.prototype.getStore = function () {
  return running.get(this) ?? getStore.call(this)
}

export default TestEnvironment
