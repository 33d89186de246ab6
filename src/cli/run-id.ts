import { randomBytes } from 'node:crypto'

import { Temporal } from 'temporal-polyfill'

/** A new run id that sorts by time and can be typed: `20261122-025820-4f2a1b`. The time is UTC. */
export const newRunId = (epochMs: number): string => {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'second' })
  const digits = moment.replace('Z', '').replaceAll(/[-:]/g, '').replace('T', '-')
  return `${digits}-${randomBytes(3).toString('hex')}`
}
