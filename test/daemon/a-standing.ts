import type { ConnectionStanding } from '../../src/daemon/connection-watch.js'

/** A connection that is well, with what differs. */
export const aStanding = (differs: Partial<ConnectionStanding> = {}): ConnectionStanding => ({
  connection: 'acme',
  ready: true,
  stale: false,
  running: false,
  waitingSince: null,
  schedule: '0 2 * * *',
  lastSuccessAt: '2026-11-22T01:00:00.000Z',
  lastRunAt: '2026-11-22T01:00:00.000Z',
  lastResult: 'ok',
  nextRunAt: null,
  quarantine: null,
  datedAhead: null,
  logins: null,
  ...differs,
})
