import type { ChildProcess } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli, type CliEnd } from './child-cli.js'
import { expectRightValues } from './expect-right-values.js'

const schedule = `schedule: { cron: '0 2 1 1 *' }\n`
const settings = 'daemon: { port: 0 }\n'

let sandbox: Sandbox
let cli: Cli
let onCall: (call: { sequence: number; phase: string }) => void
beforeEach(async () => {
  onCall = () => undefined
  sandbox = await startSandbox({
    people: 5,
    seed: 11,
    today: realToday(),
    mix: 'all-new',
    onCall: (call) => {
      onCall(call)
    },
  })
  cli = openCli(sandbox)
  appendFileSync(configFile(), `${schedule}${settings}`)
})
const running = new Set<ChildProcess>()
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  await sandbox.close()
  cli.remove()
})

const configFile = (): string => join(cli.folder, 'config/nmbrs-sync.yaml')

const changeConfig = (text: RegExp, instead: string): void => {
  const before = readFileSync(configFile(), 'utf8')
  expect(before).toMatch(text)
  writeFileSync(configFile(), before.replace(text, instead))
}

/** Waits until something is so; how long that takes is for the machine to say. */
const until = async <Found>(find: () => Promise<Found | undefined> | Found | undefined): Promise<Found> => {
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    await wait(20)
  }
}

interface Running {
  child: ChildProcess
  end: Promise<CliEnd>
  /** Waits for a line of the log. */
  says: (message: string) => Promise<string>
  url: () => Promise<string>
}

const startDaemon = (env: Record<string, string> = {}): Running => {
  let child: ChildProcess | undefined
  let log = ''
  const end = cli.run(['daemon'], {
    env,
    onStart: (started) => {
      child = started
      running.add(started)
      started.stderr?.on('data', (piece: Buffer) => (log += piece.toString()))
    },
  })
  if (child === undefined) throw new Error('the daemon did not start')
  const says = (message: string): Promise<string> =>
    until(() => log.split('\n').find((line) => line.includes(`"message":"${message}"`)))
  const url = async (): Promise<string> =>
    (JSON.parse(await says('daemon can be asked')) as { url: string }).url
  return { child, end, says, url }
}

const controlFiles = (): string[] =>
  readdirSync(cli.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.daemon.json'),
  )

describe('a running daemon', () => {
  it('answers, runs at a signal and by command, counts, and stops without leaving anything behind', async () => {
    const daemon = startDaemon()
    await daemon.says('daemon started')
    const url = await daemon.url()
    const healthz = await fetch(`${url}/healthz`)
    const before = await fetch(`${url}/readyz`)

    daemon.child.kill('SIGUSR2')
    await daemon.says('scheduled run ended')
    const asked = await cli.runHere(['daemon', '--run-now', '--json'])
    await until(async () =>
      (await (await fetch(`${url}/metrics`)).text()).includes('"ok"} 2') ? true : undefined,
    )
    const metrics = await (await fetch(`${url}/metrics`)).text()
    const probe = await cli.runHere(['probe'])
    await cli.runHere(['state', 'backup', 'copy.db'])
    const restore = await cli.runHere(['state', 'restore', 'copy.db'])
    const runs = JSON.parse((await cli.runHere(['runs', '--json'])).stdout) as { trigger: string }[]
    daemon.child.kill('SIGTERM')
    const end = await daemon.end

    expect([healthz.status, before.status]).toEqual([200, 200])
    expectRightValues(sandbox)
    expect(JSON.parse(asked.stdout)).toEqual({ formatVersion: 1, connections: ['sandbox'] })
    expect(metrics).toContain(
      'nmbrs_sync_changes_total{connection="sandbox",kind="create",section="employee",outcome="applied"} 5',
    )
    expect(metrics).toContain('nmbrs_sync_people{connection="sandbox",state="linked"} 5')
    expect(restore.code).toBe(75)
    expect(restore.stderr).toContain(`process ${daemon.child.pid} at ${url}`)
    expect(probe.code).toBe(0)
    expect(probe.stdout).toMatch(
      // In the last months of SOAP their number is told too.
      /^NMBRS-SYNC OK - 1 in step \| 'sandbox age'=\d+s(?: 'sandbox soap days'=\d+)?\n$/,
    )
    expect(runs.map(({ trigger }) => trigger)).toEqual(['schedule', 'schedule'])
    expect(end).toMatchObject({ code: 0, signal: null, stdout: '' })
    expect(end.stderr.match(/a new state file was made/g)).toHaveLength(1)
    expect(controlFiles()).toEqual([])
    expect((await cli.runHere(['probe'])).code).toBe(2)
  })

  it('refuses what it does not know, and a run for whoever does not know its token', async () => {
    const daemon = startDaemon()
    const url = await daemon.url()

    const answers = await Promise.all(
      [
        ['/', 'GET'],
        ['/metrics', 'DELETE'],
        ['/healthz', 'POST'],
        ['/run', 'GET'],
        ['/run', 'POST'],
      ].map(([path = '', method = '']) => fetch(`${url}${path}`, { method })),
    )

    expect(answers.map(({ status }) => status)).toEqual([404, 405, 405, 405, 401])
    expect(answers[1]?.headers.get('allow')).toBe('GET, HEAD')
    expect((await fetch(`${url}/readyz`, { method: 'HEAD' })).status).toBe(200)
    expect(sandbox.nmbrs.calls.records).toEqual([])
  })

  it('hands over the logins after a sync where that is switched on', async () => {
    changeConfig(/^( *)access:\n/m, '$1access:\n$1  afterSync: true\n')
    const daemon = startDaemon()
    await daemon.says('daemon started')

    daemon.child.kill('SIGUSR2')
    await daemon.says('scheduled run ended')
    const status = await cli.runHere(['access', 'status'])
    const runs = JSON.parse((await cli.runHere(['runs', '--json'])).stdout) as { result: string }[]
    daemon.child.kill('SIGTERM')
    const end = await daemon.end

    expect(status.stdout).toContain('create: handed over')
    expect(status.stdout).not.toContain('to hand over')
    expect(runs.map(({ result }) => result)).toEqual(['ok'])
    expect(end).toMatchObject({ code: 0, signal: null })
  })

  it('ends a sync as it ended, and logs it, when the logins cannot be worked out', async () => {
    changeConfig(
      /^( *)access:\n *portals:\n/m,
      '$1access:\n$1  afterSync: true\n$1  portals:\n$1    akken-css:\n$1      contacts: missing.csv\n' +
        '$1      permissionSets: { planner: { jobOrders: read } }\n$1      otherwise: { template: planner }\n',
    )
    const daemon = startDaemon()
    await daemon.says('daemon started')

    daemon.child.kill('SIGUSR2')
    const ended = await daemon.says('scheduled run ended')
    const logged = await daemon.says('logins not worked out')
    await daemon.says('logins not handed over')
    const probe = await cli.runHere(['probe'])
    daemon.child.kill('SIGTERM')
    await daemon.end

    expect(JSON.parse(ended)).toMatchObject({ result: 'ok' })
    expect(JSON.parse(logged)).toMatchObject({ level: 'error', connection: 'sandbox' })
    expect(probe).toMatchObject({ code: 1, stdout: expect.stringContaining('were not handed over') })
  })

  it('takes over a changed configuration, and keeps the former one when the new one is wrong', async () => {
    const daemon = startDaemon()
    await daemon.says('daemon started')
    const url = await daemon.url()
    const good = readFileSync(configFile(), 'utf8')

    writeFileSync(configFile(), good.replace('0 2 1 1 *', 'nightly').replace('version: 1', 'version: 2'))
    daemon.child.kill('SIGHUP')
    await daemon.says('configuration rejected; the former one stays in use')
    const rejected = (await (await fetch(`${url}/readyz`)).json()) as { connections: { schedule: string }[] }
    const warned = await cli.runHere(['probe', '--url', url])
    daemon.child.kill('SIGUSR2')
    await daemon.says('scheduled run ended')
    writeFileSync(configFile(), good.replace('0 2 1 1 *', '0 3 1 1 *'))
    daemon.child.kill('SIGHUP')
    await daemon.says('configuration loaded')
    const loaded = (await (await fetch(`${url}/readyz`)).json()) as typeof rejected
    const metrics = await (await fetch(`${url}/metrics`)).text()
    daemon.child.kill('SIGTERM')
    const { stderr } = await daemon.end

    expect(rejected.connections).toMatchObject([{ schedule: '0 2 1 1 *' }])
    expect(warned).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('the changed configuration is wrong'),
    })
    expect(stderr.match(/"configuration problem"/g)).toHaveLength(2)
    expectRightValues(sandbox)
    expect(loaded.connections).toMatchObject([{ schedule: '0 3 1 1 *' }])
    expect(metrics).toContain('nmbrs_sync_config_rejected_total 1')
    expect(metrics).toContain('nmbrs_sync_config_rejected 0')
  })

  it('completes whom it began when it is told to stop, and does the rest when it is back', async () => {
    // Slow enough that somebody is left when the signal comes.
    changeConfig(/^( *)domain: .*\n/m, '$&$1maxCallsPerSecond: 10\n')
    const daemon = startDaemon()
    await daemon.says('daemon started')
    onCall = ({ phase }) => {
      const created = sandbox.nmbrs.calls.records.some(({ operation }) => operation === 'Employee_Insert')
      if (phase !== 'answered' || !created) return
      onCall = () => undefined
      daemon.child.kill('SIGTERM')
    }

    daemon.child.kill('SIGUSR2')
    const end = await daemon.end
    const runs = JSON.parse((await cli.runHere(['runs', '--json'])).stdout) as {
      result: string
      ended: boolean
    }[]
    const again = startDaemon()
    await again.says('scheduled run ended')
    again.child.kill('SIGTERM')
    await again.end

    expect(end.code).toBe(0)
    expect(runs).toMatchObject([{ result: 'aborted', ended: true }])
    expectRightValues(sandbox)
  })

  it('that was killed in a run does it again as soon as it is back', async () => {
    const daemon = startDaemon()
    await daemon.says('daemon started')
    onCall = ({ phase }) => {
      const writes = sandbox.nmbrs.calls.records.filter(({ operation }) => /Insert|Update/.test(operation))
      if (phase === 'answered' && writes.length === 3) daemon.child.kill('SIGKILL')
    }
    daemon.child.kill('SIGUSR2')
    expect((await daemon.end).signal).toBe('SIGKILL')
    onCall = () => undefined

    const again = startDaemon()
    const wasDown = await again.says('daemon was down')
    const url = await again.url()
    const second = await cli.runHere(['daemon'])
    const started = await again.says('scheduled run started')
    await again.says('scheduled run ended')
    again.child.kill('SIGTERM')
    await again.end

    expect(wasDown).toContain('"code":"daemon-died"')
    expect(second.code).toBe(75)
    expect(second.stderr).toContain(`process ${again.child.pid} at ${url}`)
    expect(started).toContain('"cause":"missed"')
    expectRightValues(sandbox)
  })
})

describe('a daemon whose runs fail', () => {
  it('tells people once, signed, what became of the run', async () => {
    const received: string[] = []
    const receiver = createServer((request, response) => {
      let body = ''
      request.on('data', (piece: Buffer) => (body += piece.toString()))
      request.on('end', () => {
        response.end()
        // By the real clock the end of SOAP may be told too.
        if (body.includes('"code":"soap-end')) return
        received.push(
          `${request.headers['x-nmbrs-sync-signature'] === undefined ? 'unsigned' : 'signed'} ${body}`,
        )
      })
    })
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
    const { port } = receiver.address() as AddressInfo
    const webhook = `webhook: { url: 'http://127.0.0.1:${port}/', secret: '\${HOOK_SECRET}' }`
    appendFileSync(configFile(), `notices: { ${webhook} }\n`)
    sandbox.alexis.faults.add({ kind: 'status', status: 403, repeats: 9 })
    const daemon = startDaemon({ HOOK_SECRET: 'a-secret-of-a-test-that-is-long-enough' })
    await daemon.says('daemon started')

    daemon.child.kill('SIGUSR2')
    await daemon.says('scheduled run failed')
    const [notice = ''] = await until(() => (received.length > 0 ? received : undefined))
    const metrics = await (await fetch(`${await daemon.url()}/metrics`)).text()
    daemon.child.kill('SIGTERM')
    await daemon.end
    receiver.close()

    expect(notice).toMatch(/^signed .*alexis-forbidden/)
    expect(received).toHaveLength(1)
    expect(metrics).toMatch(/nmbrs_sync_faults_total\{connection="sandbox",remote="alexis",.*\} 1/)
    expect(sandbox.nmbrs.calls.records).toEqual([])
  })
})

describe('a daemon that cannot start', () => {
  it('says so when there is nothing to schedule', async () => {
    writeFileSync(configFile(), readFileSync(configFile(), 'utf8').replace(schedule, ''))

    const { code, stderr } = await cli.runHere(['daemon'])

    expect(code).toBe(2)
    expect(stderr).toContain("schedule: { cron: '0 2 * * *' }")
  })

  it('says so when its port is taken', async () => {
    const taken = new URL(sandbox.nmbrs.host).port
    writeFileSync(configFile(), readFileSync(configFile(), 'utf8').replace('port: 0', `port: ${taken}`))

    const { code, stderr } = await cli.runHere(['daemon'])

    expect(code).toBe(2)
    expect(stderr).toContain(`127.0.0.1 port ${taken}: another program, perhaps another daemon, has it`)
  })

  it('cannot be asked for a run', async () => {
    const { code, stderr } = await cli.runHere(['daemon', '--run-now'])

    expect(code).toBe(2)
    expect(stderr).toContain('No daemon answers')
  })
})

describe('a probe of the state file', () => {
  it('knows nothing before the first sync, and is content after it', async () => {
    const before = await cli.runHere(['probe', '--state'])
    await cli.runHere(['sync', '--yes'])

    const after = await cli.runHere(['probe', '--state'])

    expect(before.code).toBe(3)
    expect(before.stdout).toMatch(/^NMBRS-SYNC UNKNOWN - There is no state file at /)
    expect(after.code).toBe(0)
  })

  it('says of a broken configuration that it knows nothing', async () => {
    writeFileSync(configFile(), 'version: 2\n')

    expect((await cli.runHere(['probe'])).code).toBe(3)
  })
})
