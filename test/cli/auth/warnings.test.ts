import { afterEach, describe, expect, it } from '@jest/globals'

import { createConsentWatch } from '../../../src/app/daemon/watch-consents.js'
import { openWorkspace } from '../../../src/cli/open-workspace.js'
import { createMetrics } from '../../../src/daemon/metrics.js'
import type { DaemonEvent } from '../../../src/daemon/events.js'
import { buildNotice } from '../../../src/daemon/notices/build-notice.js'
import { toSituations } from '../../../src/daemon/notices/situation.js'
import { judgeReadiness } from '../../../src/daemon/probe.js'
import { withReleases } from '../../../src/app/compose/releases.js'
import type { Io } from '../../../src/cli/io.js'
import { openRestWorld, type RestWorld } from './rest-world.js'

const hour = 3_600_000
const day = 24 * hour
const worlds: RestWorld[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const open = async (): Promise<RestWorld> => {
  const world = await openRestWorld()
  worlds.push(world)
  return world
}

interface Check {
  check: string
  status: string
  remedy: string | null
}
const consentChecks = async ({ run }: RestWorld, laterMs = 0): Promise<Check[]> => {
  const { stdout } = await run('doctor --json', { laterMs })
  const { checks } = JSON.parse(stdout) as { checks: Check[] }
  return checks.filter(({ check }) => /consent|scopes/.test(check))
}

describe('doctor', () => {
  it('says how the consent stands, and what to do', async () => {
    const world = await open()
    const [before] = await consentChecks(world)
    await world.logIn()
    const given = await consentChecks(world)
    const [late] = await consentChecks(world, 25 * day)
    const [gone] = await consentChecks(world, 31 * day)

    expect([before, late, gone].map((one) => [one?.status, one?.remedy])).toEqual(
      Array(3).fill(['warn', 'nmbrs-sync auth login --connection sandbox']),
    )
    expect(given.map(({ check, status }) => [check, status])).toEqual([
      ['Nmbrs consent', 'ok'],
      ['Nmbrs scopes', 'ok'],
    ])
  })

  it('names scopes that were not granted', async () => {
    const world = await open()
    world.sandbox.nmbrs.switches.oauthUngrantedScope = 'dropped'
    world.sandbox.nmbrs.app.scopes = ['offline_access', 'company.info.read']
    await world.logIn()

    expect((await consentChecks(world))[1]).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining('employee.info '),
    })
  })
})

/** What a daemon sees when it looks once, so much later. */
const lookOnce = async (world: RestWorld, laterMs: number) => {
  const events: DaemonEvent[] = []
  const now = (): number => Date.UTC(2026, 10, 22, 9) + laterMs
  const silent = { write: () => undefined, isTerminal: false, columns: 80 }
  const io: Io = {
    stdout: silent,
    stderr: silent,
    prompts: undefined,
    env: { ...world.sandbox.env, ...world.env },
    cwd: world.folder,
    now,
    newRunId: () => 'r',
    interruption: new AbortController().signal,
    onSignal: () => () => undefined,
  }
  const consents = await withReleases(async (releases) => {
    const workspace = await openWorkspace(io, {}, releases)
    const watch = createConsentWatch({
      workspace: () => workspace,
      tell: (event) => events.push(event),
      setTimer: () => () => undefined,
    })
    watch.start()
    await watch.stop()
    return watch.standings()
  })
  return { events, consents }
}

describe('the daemon', () => {
  it('renews a consent that is a week old, and leaves a younger one alone', async () => {
    const world = await open()
    await world.logIn()
    const refreshes = (): number =>
      world.sandbox.nmbrs.calls.records.filter(({ operation }) => operation === 'requestToken').length - 1
    await lookOnce(world, 7 * day - hour)
    const before = refreshes()
    const { consents } = await lookOnce(world, 7 * day + hour)

    expect([before, refreshes()]).toEqual([0, 1])
    expect(consents).toEqual([{ connection: 'sandbox', consent: 'ok', daysLeft: 30 }])
  })

  it('warns of a consent that ends soon, in notices, probe and metrics, and counts its days', async () => {
    const world = await open()
    await world.logIn()
    world.sandbox.nmbrs.faults.add({ operation: 'requestToken', kind: 'status', status: 503, times: 9 })
    const { events, consents } = await lookOnce(world, 25 * day)
    const [situation] = toSituations(events[0]!)
    const notice = buildNotice(situation!, 'failed', undefined)
    const metrics = createMetrics({ version: '1', standings: () => [], consents: () => consents })
    const { text } = await metrics.read()

    expect(consents).toEqual([{ connection: 'sandbox', consent: 'ends-soon', daysLeft: 5 }])
    expect([notice.headline, notice.commands]).toEqual([
      'the consent to Nmbrs ends soon',
      ['nmbrs-sync auth login --connection sandbox'],
    ])
    expect(text).toContain('nmbrs_sync_consent_days_left{connection="sandbox"} 5')
    expect(judgeReadiness({ connections: [], consents, rejectedAt: null }, 0)).toEqual({
      level: 'WARNING',
      text: 'the consent of sandbox ends in 5 days',
      figures: ["'sandbox consent days'=5"],
    })
  })

  it('says that a consent is gone once it was withdrawn', async () => {
    const world = await open()
    await world.logIn()
    for (const consent of world.sandbox.nmbrs.consents.all) world.sandbox.nmbrs.consents.end(consent)
    const { consents } = await lookOnce(world, 8 * day)
    const again = await lookOnce(world, 8 * day + hour)

    expect(consents).toEqual([{ connection: 'sandbox', consent: 'gone', daysLeft: 0 }])
    expect(again.consents).toEqual(consents)
    expect((await world.run('auth status --json', { laterMs: 8 * day })).stdout).toContain('"gone"')
  })

  it('says nothing of a connection that has no consent beside SOAP', async () => {
    const world = await open()
    const { events, consents } = await lookOnce(world, 0)

    expect([events, consents]).toEqual([[], []])
  })
})
