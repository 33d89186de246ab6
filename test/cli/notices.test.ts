import { appendFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'

import { openCliWorld, type CliWorld } from './cli-world.js'

interface Posted {
  kind: string
  connection: string | null
  headline: string
}

let world: CliWorld
let mailServer: SMTPServer
let webServer: Server
let mails: string[]
let posted: Posted[]
let status: number

beforeEach(async () => {
  ;[mails, posted, status] = [[], [], 200]
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        mails.push(Buffer.concat(pieces).toString())
        done()
      })
    },
  })
  await new Promise<void>((resolve) =>
    mailServer.listen(0, '127.0.0.1', () => {
      resolve()
    }),
  )
  webServer = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      posted.push(JSON.parse(Buffer.concat(pieces).toString()) as Posted)
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => webServer.listen(0, '127.0.0.1', resolve))
  world = await openCliWorld()
})

afterEach(async () => {
  await world.close()
  await new Promise<void>((resolve) => {
    mailServer.close(() => {
      resolve()
    })
  })
  webServer.closeAllConnections()
  await new Promise((resolve) => webServer.close(resolve))
})

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

const configure = (): void => {
  appendFileSync(
    join(world.folder, 'config', 'nmbrs-sync.yaml'),
    `notices:
  email:
    host: 127.0.0.1
    port: ${portOf(mailServer.server)}
    from: nmbrs-sync@acme.example
    to: [payroll@acme.example]
  webhook:
    url: http://127.0.0.1:${portOf(webServer)}/hook
    secret: \${NOTICE_SECRET}
`,
  )
}

const env = { NOTICE_SECRET: 'long enough to sign with' }

describe('notices test', () => {
  it('sends a test by every channel and says so', async () => {
    configure()

    const { code, stdout } = await world.run('notices test', { env })

    expect(code).toBe(0)
    expect(stdout).toBe(
      'email: sent, accepted for 1 of 1 recipients\nwebhook: sent, answered with status 200\n',
    )
    expect(mails[0]).toContain('Subject: nmbrs-sync: this is a test')
    expect(posted).toMatchObject([{ kind: 'test', connection: null }])
  })

  it('says which channel does not work, and fails', async () => {
    configure()
    status = 403

    const { code, stdout } = await world.run('notices test --json', { env })

    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      formatVersion: 1,
      notices: [
        { channel: 'email', sent: true, result: 'accepted for 1 of 1 recipients' },
        { channel: 'webhook', sent: false, result: 'the webhook answered with status 403' },
      ],
    })
  })

  it('names the setting when nobody is configured', async () => {
    const { code, stderr } = await world.run('notices test')

    expect(code).toBe(2)
    expect(stderr).toContain('No notices are configured')
  })
})

describe('sync --notify', () => {
  it('tells what waits, once, without a word about any person', async () => {
    configure()
    const people = world.sandbox.alexis.data.employees

    const first = await world.run('sync --yes --notify', { env })
    const second = await world.run('sync --yes --notify', { env })

    expect([first.code, second.code]).toEqual([3, 3])
    expect(posted).toHaveLength(1)
    expect(posted).toMatchObject([{ kind: 'held', connection: 'sandbox' }])
    expect(mails).toHaveLength(1)
    const told = JSON.stringify(posted) + mails.join('')
    const personal = people.flatMap(({ id, firstName, lastName }) => [id, firstName, lastName])
    expect(personal.length).toBeGreaterThan(10)
    expect(personal.filter((text) => typeof text === 'string' && told.includes(text))).toEqual([])
  })

  it('tells that a run failed, and ends as a failed run does', async () => {
    configure()
    await world.sandbox.nmbrs.close()

    const { code } = await world.run('sync --yes --notify', { env })

    expect(code).toBe(1)
    expect(posted).toMatchObject([{ kind: 'failed', headline: expect.stringContaining('nmbrs-') }])
  })

  it('fails nothing when nobody can be reached', async () => {
    configure()
    status = 403

    const { code, stderr } = await world.run('sync --yes --notify', { env })

    expect(code).toBe(3)
    expect(stderr).toContain('"message":"notice not sent"')
  })

  it('wants somebody to tell', async () => {
    const { code, stderr } = await world.run('sync --yes --notify')

    expect(code).toBe(2)
    expect(stderr).toContain('--notify needs someone to notify')
  })

  it('is needed: a sync by hand tells nobody', async () => {
    configure()

    await world.run('sync --yes', { env })

    expect([...mails, ...posted]).toEqual([])
  })
})
