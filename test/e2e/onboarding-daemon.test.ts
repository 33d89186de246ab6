import type { ChildProcess } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterEach, beforeEach, expect, it } from '@jest/globals'

import { silentLog } from '../../src/domain/log.js'
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { openCli, realToday, type Cli } from './child-cli.js'

const contract = 'EmployeeService:Contract_GetAll_AllEmployeesByCompany'

interface Received {
  kind: string
  headline: string
  check: { lost: string[] } | null
  commands: string[]
}

let sandbox: Sandbox
let cli: Cli
let receiver: Server
let received: Promise<Received>
let child: ChildProcess | undefined
beforeEach(async () => {
  sandbox = await startSandbox({ people: 5, seed: 11, today: realToday(), mix: 'all-linked' })
  cli = openCli(sandbox, { onboarding: [{ profiles: ['tactiplan'], cron: '0 7 * * 1' }] })
  received = new Promise((resolve) => {
    receiver = createServer((request, response) => {
      response.end()
      void text(request).then((body) => {
        // By the real clock the end of SOAP may be told too.
        if (!body.includes('"code":"soap-end')) resolve(JSON.parse(body) as Received)
      })
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  const webhook = `webhook: { url: 'http://127.0.0.1:${port}/', secret: '\${HOOK_SECRET}' }`
  appendFileSync(
    join(cli.folder, 'config/nmbrs-sync.yaml'),
    `notices: { ${webhook} }\ndaemon: { http: false }\n`,
  )
})
afterEach(async () => {
  child?.kill('SIGKILL')
  receiver.close()
  await sandbox.close()
  cli.remove()
})

/** A check of weeks ago, so that the daemon finds one that it missed. */
const rememberOldCheck = async (): Promise<void> => {
  const state = await openStateDatabase({
    path: join(cli.folder, 'data', 'nmbrs-sync.db'),
    keyFile: join(cli.folder, 'data', 'state.key'),
    now: () => Date.now(),
    pid: process.pid,
    host: 'test',
    isProcessAlive: () => true,
    log: silentLog,
  })
  await state
    .checkMemory()
    .write(
      { connection: 'sandbox', companyId: '1234', profiles: ['tactiplan'] },
      { checkedAt: '2026-01-05T06:00:00.000Z', calls: { [contract]: 'open' } },
    )
  await state.close()
}

it('makes up for a missed onboarding check at its start, and tells of a call that was switched off', async () => {
  await rememberOldCheck()
  Object.assign(sandbox.nmbrs.accounts[0] ?? {}, {
    template: { EmployeeService: { except: ['Contract_GetAll_AllEmployeesByCompany'] } },
  })

  const end = cli.run(['daemon'], {
    env: { HOOK_SECRET: 'a-secret-of-a-test-of-32-letters' },
    onStart: (started) => (child = started),
  })
  const notice = await Promise.race([received, end.then(({ stderr }) => Promise.reject(new Error(stderr)))])
  child?.kill('SIGTERM')
  const { code, stderr } = await end

  expect(notice).toMatchObject({
    kind: 'not-ready',
    headline: '1 call that was open is switched off (tactiplan)',
    check: { lost: [contract] },
    commands: ['nmbrs-sync onboarding check tactiplan --connection sandbox --company 1234'],
  })
  expect(code).toBe(0)
  expect(stderr).toContain('"account checked, something is wanting"')
  expect(stderr).not.toContain(sandbox.nmbrs.account.token)
  expect(
    sandbox.nmbrs.calls.records.filter(({ operation }) => /Insert|Update|Delete/.test(operation)),
  ).toEqual([])
})
