import { AsyncLocalStorage } from 'node:async_hooks'

import { TestEnvironment } from 'jest-environment-node'

import { compileOnce } from './compile-once.js'

compileOnce()

/** The stores that were used since the last file of tests ended. */
const used = new Set()
const run = AsyncLocalStorage.prototype.run
AsyncLocalStorage.prototype.run = function (...words) {
  used.add(this)
  return run.apply(this, words)
}

/**
 * jest makes such a store for each file and never gives it back. Node 20 then hands all of them on with every
 * promise, so that a worker became slower, and larger, with each file: after two hundred files a promise
 * carried two hundred of them.
 */
export default class extends TestEnvironment {
  async teardown() {
    await super.teardown()
    for (const store of used) store.disable()
    used.clear()
  }
}
