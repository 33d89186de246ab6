import { readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'
import { parse, stringify } from 'yaml'

import { startFaultyMail, type MailFault } from '../delivery/faulty-servers.js'
import { openCliWorld, type CliWorld } from './cli-world.js'

/** An e-mail as the server took it. */
interface Mail {
  to: string
  text: string
}

let world: CliWorld
let closing: (() => Promise<void>)[]
beforeEach(async () => {
  closing = []
  world = await openCliWorld({ newHire: 0 }, 2)
})
afterEach(async () => {
  await world.close()
  for (const close of closing) await close()
})

/** A mail server on this machine that refuses what `refuses` says, and takes everything else. */
const startMail = async (refuses: (to: string) => string | undefined = () => undefined) => {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refuses(address)
      done(refusal === undefined ? null : Object.assign(new Error(refusal), { responseCode: 550 }))
    },
    onData: (stream, { envelope }, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join()
        mails.push({ to, text: toText(Buffer.concat(pieces).toString()) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  )
  return { mails, port: (server.server.address() as AddressInfo).port }
}

/** The text of a message whose body is quoted-printable. */
const toText = (raw: string): string =>
  Buffer.from(
    raw
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const configure = (port: number): void => {
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  const config = parse(readFileSync(file, 'utf8')) as { connections: Record<string, unknown>[] }
  const email = { host: '127.0.0.1', port, from: 'hr@acme.example', to: ['flex@acme.example'] }
  Object.assign(config.connections[0] ?? {}, {
    access: {
      portals: {
        'akken-ess': {
          permissionSets: { Flex: { timesheets: true } },
          otherwise: { template: 'Flex' },
          creation: 'single',
          companyId: 'BEDACHT42',
          delivery: { worklist: { folder: './data/logins' }, email },
        },
      },
    },
  })
  writeFileSync(file, stringify(config))
}

/** An hour after the logins were handed over. */
const later = { laterMs: 3_600_000 }

interface Sent {
  sent: string[]
  failed: { subject: string; why: string; carried: string }[]
  passed: string[]
}

const mailLetters = async () => {
  const { code, stdout } = await world.run('access letters p.csv --mail --json', later)
  return { code, ...(JSON.parse(stdout) as Sent) }
}

/**
 * Hands the logins of two people over and confirms them; gives the file with their login data, a row each.
 */
const makeLogins = async (): Promise<{ id: string; userName: string; password: string }[]> => {
  // The worklist by e-mail needs a server too, which is not what is looked at here.
  configure((await startMail()).port)
  const sync = JSON.parse((await world.run('access sync --json')).stdout) as {
    portals: { handOvers: { handOver: string }[] }[]
  }
  await world.run('access worklist --passwords p.csv')
  await world.run(`access confirm ${sync.portals[0]?.handOvers[0]?.handOver ?? ''}`)
  const [head = [], ...rows] = readFileSync(join(world.folder, 'p.csv'), 'utf8')
    .replace('\uFEFF', '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')))
  const at = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? ''
  return rows.map((row) => ({
    id: at(row, 'Id'),
    userName: at(row, 'User name'),
    password: at(row, 'Password'),
  }))
}

interface Status {
  portals: { people: { subject: string; loginData: { sent: { way: string } | null; due: boolean } }[] }[]
}

/** How the login data of each person was sent; `due`: it was not. */
const standing = async (): Promise<string[]> => {
  const { portals } = JSON.parse((await world.run('access status --json', later)).stdout) as Status
  return (portals[0]?.people ?? []).map(({ loginData }) =>
    loginData.due ? 'due' : (loginData.sent?.way ?? 'not sent'),
  )
}

describe('access letters --mail', () => {
  it('sends each person their own login data, once, notes it, and keeps no password', async () => {
    const logins = await makeLogins()
    const { mails, port } = await startMail()
    configure(port)

    const { code, stdout, stderr } = await world.run('access letters p.csv --mail --lang nl', later)
    const again = await mailLetters()

    expect(code).toBe(0)
    expect(stdout).toContain('2 brieven')
    expect(mails).toHaveLength(2)
    for (const { userName, password } of logins) {
      const own = mails.filter(({ text }) => text.includes(password))
      expect(own).toHaveLength(1)
      expect(own[0]?.text).toContain(userName)
      expect(own[0]?.text).toContain('BEDACHT42')
      expect(own[0]?.text).toMatch(/^Subject: .*AkkenCloud/m)
      expect(`${stdout}${stderr}`).not.toContain(password)
      expect(readFileSync(join(world.folder, 'data', 'nmbrs-sync.db'), 'latin1')).not.toContain(password)
    }
    expect(new Set(mails.map(({ to }) => to)).size).toBe(2)
    expect(again).toMatchObject({ code: 0, sent: [], failed: [], passed: logins.map(({ id }) => id) })
    expect(await standing()).toEqual(['email', 'email'])
  })

  it('says whose address the server refuses, notes only what it took, and sends the rest the next time', async () => {
    const logins = await makeLogins()
    let refused: string | undefined
    const { mails, port } = await startMail((to) => {
      refused ??= to
      return to === refused ? 'no such mailbox' : undefined
    })
    configure(port)

    const first = await mailLetters()
    const text = await world.run('access letters p.csv --mail', later)
    const before = await standing()
    refused = 'nobody'
    const second = await mailLetters()

    expect(first).toMatchObject({ code: 1, sent: [logins[1]?.id], passed: [] })
    expect(first.failed).toEqual([
      { subject: logins[0]?.id, why: expect.stringContaining('refuse'), carried: 'no' },
    ])
    expect(text).toMatchObject({ code: 1, stdout: expect.stringContaining(`Not sent: ${logins[0]?.id}`) })
    expect(before).toEqual(['due', 'email'])
    expect(second).toMatchObject({ code: 0, sent: [logins[0]?.id], passed: [logins[1]?.id] })
    expect(
      mails.map(({ text: body }) => logins.findIndex(({ password }) => body.includes(password))),
    ).toEqual([1, 0])
    expect(await standing()).toEqual(['email', 'email'])
  })

  it.each<{ what: string; at: MailFault['at']; code: number; taken: number; carried: string | undefined }>([
    { what: 'before a message, and sends it again', at: 'mail', code: 0, taken: 2, carried: undefined },
    {
      what: 'after a message, and does not send it twice',
      at: 'body-end',
      code: 1,
      taken: 2,
      carried: 'unknown',
    },
  ])('bears a connection that is cut $what', async ({ at, code, taken, carried }) => {
    const logins = await makeLogins()
    let cuts = 0
    let mails = 0
    const server = await startFaultyMail(
      {
        at,
        does: (socket) => {
          if ((cuts += 1) === 1) socket.destroy()
          else socket.write('250 fine\r\n')
        },
      },
      () => (mails += 1),
    )
    closing.push(server.close)
    configure(server.port)

    const end = await mailLetters()

    expect({ code: end.code, mails }).toEqual({ code, mails: taken })
    expect(end.failed.map((one) => [one.subject, one.carried])).toEqual(
      carried === undefined ? [] : [[logins[0]?.id, carried]],
    )
    expect(end.sent).toEqual(logins.map(({ id }) => id).slice(carried === undefined ? 0 : 1))
    // What may have arrived is not due any more, and goes out again only when somebody says so.
    expect(await standing()).toEqual(['email', 'email'])
    expect(await mailLetters()).toMatchObject({ code: 0, sent: [], passed: logins.map(({ id }) => id) })
    expect(mails).toBe(taken)
  })

  it('sends nothing about logins that nobody confirmed', async () => {
    const { mails, port } = await startMail()
    configure(port)
    await world.run('access sync')
    await world.run('access worklist --passwords p.csv')
    const lists = mails.length

    const { code, stderr } = await world.run('access letters p.csv --mail', later)

    expect(code).toBe(2)
    expect(stderr).toContain('the login is not confirmed yet')
    expect(mails).toHaveLength(lists)
  })
})
