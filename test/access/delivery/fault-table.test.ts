import type { Socket } from 'node:net'

import { afterEach, describe, expect, it } from '@jest/globals'

import type { AccessChannel } from '../../../src/run/access/delivery/channel.js'
import { createAccessEmailChannel } from '../../../src/app/access/channels/email-channel.js'
import { runAccess } from '../../../src/run/access/delivery/run-access.js'
import { createAccessWebhookChannel } from '../../../src/app/access/channels/webhook-channel.js'
import { patientPolicy } from '../../../src/delivery/deliver.js'
import { silentLog } from '../../../src/domain/log.js'
import {
  drip,
  startFaulty,
  startFaultyMail,
  startFaultyWebhook,
  type FaultyServer,
} from '../../delivery/faulty-servers.js'
import { firstMoment, openState } from '../../state/temp-state.js'
import { anEmployee, aPolicy } from '../builders.js'
import { aPortal } from '../portal-texts.js'
import { asTester } from '../../support/builders.js'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A way of delivery to a server that takes everything, or goes wrong in one way. */
interface Way {
  start: () => Promise<FaultyServer>
  isTls?: boolean
  /** The server is gone before anything is sent to it. */
  isGone?: boolean
  /** Only the clock ends it. All others have time, so that a busy machine does not end them earlier. */
  waits?: boolean
}

const drop = (socket: Socket): void => void socket.destroy()
const silent = (): void => undefined
const say =
  (text: string) =>
  (socket: Socket): void =>
    void socket.write(text)
const mail = (does: (socket: Socket) => void): Way => ({
  start: () => startFaultyMail({ at: 'body-end', does }),
})
const hook = (answer: (socket: Socket) => void): Way => ({ start: () => startFaultyWebhook(answer) })
const dripping =
  (first: string, piece: string) =>
  (socket: Socket): void => {
    socket.write(first)
    drip(socket, piece)
  }

const faults = [
  'refused',
  'dropped before',
  'dropped after the body',
  'silent',
  'drip',
  '4xx',
  '5xx',
  'taken with a huge answer',
  'TLS broken',
] as const
type Fault = (typeof faults)[number]

const ok = 'HTTP/1.1 200 OK\r\n'
const takes = {
  email: { start: () => startFaultyMail() },
  webhook: hook(say(`${ok}content-length: 0\r\n\r\n`)),
}
const noTls: Way = { start: () => startFaulty((socket) => void socket.end('no TLS\r\n')), isTls: true }
const gone: Way = { start: () => startFaulty(silent), isGone: true }
const ways: Record<'email' | 'webhook', Record<Fault, Way>> = {
  email: {
    refused: gone,
    'dropped before': { start: () => startFaultyMail({ at: 'mail', does: drop }) },
    'dropped after the body': mail(drop),
    silent: { ...mail(silent), waits: true },
    drip: { ...mail(dripping('', '250-more\r\n')), waits: true },
    '4xx': mail(say('452 no room\r\n')),
    '5xx': mail(say('554 no\r\n')),
    'taken with a huge answer': mail(say(`${'250-more\r\n'.repeat(100)}250 taken\r\n`)),
    'TLS broken': noTls,
  },
  webhook: {
    refused: gone,
    'dropped before': { start: () => startFaulty(drop) },
    'dropped after the body': hook(drop),
    silent: { ...hook(silent), waits: true },
    drip: { ...hook(dripping(ok, 'x: y\r\n')), waits: true },
    '4xx': hook((socket) => void socket.end('HTTP/1.1 410 Gone\r\n\r\n')),
    '5xx': hook((socket) => void socket.end('HTTP/1.1 502 Bad\r\n\r\n')),
    'taken with a huge answer': hook((socket) => void socket.end(`${ok}\r\n${'x'.repeat(2_000_000)}`)),
    'TLS broken': noTls,
  },
}

const toChannel = (
  name: 'email' | 'webhook',
  port: number,
  { isTls = false, waits = false }: Way,
): AccessChannel =>
  name === 'email'
    ? createAccessEmailChannel({
        ...{ host: '127.0.0.1', port, secure: isTls, login: undefined, isLoopback: true },
        ...{ from: 'nmbrs-sync@acme.example', to: ['payroll@acme.example'], setting: 'access.email' },
        ...(waits ? { timeoutMs: 500, deadlineMs: 700 } : { timeoutMs: 20_000, deadlineMs: 30_000 }),
      })
    : createAccessWebhookChannel({
        ...{ url: `http${isTls ? 's' : ''}://127.0.0.1:${port}/`, secret: 'a secret of a test, long enough' },
        ...{
          now: () => 0,
          timeoutMs: waits ? 600 : 20_000,
          includeContact: false,
          setting: 'access.webhook',
        },
      })

const openWorld = async (name: 'email' | 'webhook') => {
  const state = await openState(undefined, { now: () => firstMoment })
  const book = await state.store('acme', asTester).openAccessBook('nmbrs-ess')
  const run = async (way: Way, workEmail = 'work.a@example.com') => {
    const server = await way.start()
    if (way.isGone === true) await server.close()
    else closing.push(server.close)
    const closed = new AbortController().signal
    const { handOvers } = await runAccess(
      {
        ...{ connection: 'acme', book, others: 'possible' as const },
        channels: [toChannel(name, server.port, way)],
        delivery: { policy: { ...patientPolicy, retries: 0 }, log: silentLog, closing: closed },
      },
      {
        ...{ portal: aPortal('nmbrs-ess'), policy: aPolicy(), owners: new Map() },
        ...{ people: [anEmployee('a', { workEmail })], now: new Date(firstMoment).toISOString() },
      },
    )
    return handOvers.map(({ handOver }) => handOver.key)
  }
  const stateNow = async (): Promise<string> => {
    const [open] = await book.readOpenHandOvers()
    if (open !== undefined) return open.deliveries[name] ?? 'none'
    return (await book.readKnown())[0]?.order?.state ?? 'none'
  }
  return { run, stateNow }
}

/**
 * What the run after it does with a server that takes everything, when the person is as before, and when
 * their address changed.
 */
const whatFollows = async (name: 'email' | 'webhook', earlier: readonly Way[]) => {
  const [same, changed] = [await openWorld(name), await openWorld(name)]
  const describeRun = async ({ run, stateNow }: typeof same, address?: string) => {
    let first: string | undefined
    for (const way of earlier) {
      const [key] = await run(way)
      first ??= key
    }
    const state = await stateNow()
    const [next] = await run(takes[name], address)
    const end = await stateNow()
    if (next !== undefined) return { state, does: next === first ? 'again, its key' : 'a new list' }
    return { state, does: end === 'expired' ? 'asks' : 'nothing' }
  }
  const unchanged = await describeRun(same)
  const otherwise = await describeRun(changed, 'other.a@example.com')
  return [unchanged.state, unchanged.does, otherwise.does]
}

const refused = ['not-arrived', 'again, its key', 'a new list']
const doubted = ['unknown', 'again, its key', 'asks']
const arrived = ['handed-over', 'nothing', 'nothing']

describe('a list whose delivery goes wrong', () => {
  it.each<{ fault: Fault; email: string[]; webhook: string[] }>([
    { fault: 'refused', email: refused, webhook: refused },
    // A receiver that hangs up may have read what came with the first packet.
    { fault: 'dropped before', email: refused, webhook: doubted },
    { fault: 'dropped after the body', email: doubted, webhook: doubted },
    { fault: 'silent', email: doubted, webhook: doubted },
    { fault: 'drip', email: doubted, webhook: doubted },
    { fault: '4xx', email: refused, webhook: refused },
    // A mail server that says 554 did not take it; a web server that says 502 may stand before one that did.
    { fault: '5xx', email: refused, webhook: doubted },
    { fault: 'taken with a huge answer', email: arrived, webhook: arrived },
    { fault: 'TLS broken', email: refused, webhook: refused },
  ])('at the first try is in the state, and decides what the next run does: $fault', async (row) => {
    const { fault } = row
    const [email, webhook] = await Promise.all([
      whatFollows('email', [ways.email[fault]]),
      whatFollows('webhook', [ways.webhook[fault]]),
    ])

    expect({ fault, email, webhook }).toEqual(row)
  })

  it.each(faults)('at a repeat ends no doubt unless it arrives: %s', async (fault) => {
    const lost = 'dropped after the body'
    const [email, webhook] = await Promise.all([
      whatFollows('email', [ways.email[lost], ways.email[fault]]),
      whatFollows('webhook', [ways.webhook[lost], ways.webhook[fault]]),
    ])

    const expected = fault === 'taken with a huge answer' ? arrived : doubted
    expect({ email, webhook }).toEqual({ email: expected, webhook: expected })
  })
})
