import { afterAll, afterEach, expect } from '@jest/globals'

import type { RestRequest } from '../../../src/sandbox/nmbrs/rest/rest-request.js'
import { findFlaws } from './check-request.js'
import { isDescribed, readDescription } from './description.js'

/**
 * Holds every request of a test file against the description of the API: a test in which one differs fails.
 * Where the description is not here, the number of requests that were not compared is printed.
 */
export const watchRequests = (): { onRequest: (request: RestRequest) => void } => {
  const calls = readDescription()
  let [count, flaws] = [0, new Set<string>()]
  afterEach(() => {
    const found = [...flaws]
    flaws = new Set()
    expect(found).toEqual([])
  })
  afterAll(() => {
    if (!isDescribed)
      process.stderr.write(`${count} requests skipped: the description of the API is not here\n`)
  })
  return {
    onRequest: (request) => {
      count += 1
      if (isDescribed) for (const flaw of findFlaws(calls, request)) flaws.add(flaw)
    },
  }
}
