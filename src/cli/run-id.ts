import { randomBytes } from 'node:crypto'

/** A new run id that sorts by time and can be typed: `20261122-025820-4f2a1b`. The time is UTC. */
export const newRunId = (epochMs: number): string => {
  const moment = new Date(epochMs).toISOString().slice(0, '2026-11-22T02:58:20'.length)
  const digits = moment.replaceAll(/[-:]/g, '').replace('T', '-')
  return `${digits}-${randomBytes(3).toString('hex')}`
}
