import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { patientPolicy } from '../../../src/delivery/deliver.js'
import type { Email } from '../../../src/delivery/email.js'
import { openMailSession, type MailSession } from '../../../src/delivery/smtp/mail-session.js'
import { silentLog } from '../../../src/domain/log.js'
import { readPlanInput } from '../../../src/run/access/delivery/read-plan-input.js'
import { runAccess } from '../../../src/run/access/delivery/run-access.js'
import { tellOfLogins, type SyncedPortal } from '../../../src/run/access/sync-logins.js'
import { aFolder, firstMoment, openState } from '../../state/temp-state.js'
import { anEmployee, aPolicy } from '../builders.js'
import { aPortal } from '../portal-texts.js'
import { asTester } from '../../support/builders.js'

const people = ['a', 'b', 'c'].map((id) => anEmployee(id))
const portal = aPortal('nmbrs-ess')

/** Three people whose new logins were confirmed. */
const openSynced = async (folder: string) => {
  const state = await openState(folder)
  const book = await state.store('acme', asTester).openAccessBook(portal.portal)
  const facts = {
    ...{ portal, policy: aPolicy(), people, owners: new Map() },
    now: new Date(firstMoment).toISOString(),
  }
  const closing = new AbortController()
  const delivery = {
    policy: { ...patientPolicy, retries: 0 },
    log: silentLog,
    closing: closing.signal,
  }
  const channel = { name: 'worklist' as const, send: () => Promise.resolve('taken') }
  await runAccess({ connection: 'acme', book, channels: [channel], delivery, others: 'possible' }, facts)
  await book.answer({ subjects: people.map(({ subject }) => subject) }, 'confirmed', null)
  const config = {
    ...{ portal, policy: aPolicy(), contacts: undefined, othersOnScreen: 'possible' as const },
    ...{ portalEmployees: undefined, people: [], delivery: undefined, messageToEmployee: true },
  }
  const end = {
    ...{ plan: { portal: portal.portal, actions: [] }, expired: [], handOvers: [] },
    ...{ endedRequests: [], waitingRequests: [], input: await readPlanInput(book, facts) },
  }
  const synced: SyncedPortal = { config, book, facts, unreadable: 0, end }
  return { state, synced, delivery, closing }
}

const remember = (sent: string[], then: (email: Email) => Promise<string>): MailSession => ({
  send: (email) => {
    sent.push(...email.to)
    return then(email)
  },
  close: () => undefined,
})

const toldBy = (portals: readonly SyncedPortal[]) => portals[0]?.told

describe('telling people beside the runs', () => {
  it('writes to nobody where messages are off', async () => {
    const { synced, delivery } = await openSynced(aFolder())

    expect(toldBy(await tellOfLogins([synced], { delivery, tellOf: () => undefined }))).toBeUndefined()
  })

  it('writes to nobody again whom a killed process was writing to, and to the others', async () => {
    const folder = aFolder()
    const first = await openSynced(folder)
    const sent: string[] = []
    // The process is killed while the server has the second message.
    const killed = new Promise<void>((resolve) => {
      void tellOfLogins([first.synced], {
        delivery: first.delivery,
        tellOf: () =>
          remember(sent, () => {
            if (sent.length < 2) return Promise.resolve('taken')
            resolve()
            return new Promise(() => undefined)
          }),
      })
    })
    await killed
    await first.state.close()
    const state = await openState(folder)
    const book = await state.store('acme', asTester).openAccessBook(portal.portal)

    const told = await tellOfLogins([{ ...first.synced, book }], {
      delivery: first.delivery,
      tellOf: () => remember(sent, () => Promise.resolve('taken')),
    })

    expect(toldBy(told)).toMatchObject({ told: 1 })
    expect(sent).toEqual(['work.a@example.com', 'work.b@example.com', 'work.c@example.com'])
  })

  it('by two at once writes to nobody twice', async () => {
    const { synced, delivery } = await openSynced(aFolder())
    const sent: string[] = []
    const slowly = () => new Promise<string>((resolve) => setImmediate(resolve, 'taken'))
    const tell = () => tellOfLogins([synced], { delivery, tellOf: () => remember(sent, slowly) })

    await Promise.all([tell(), tell()])

    expect(sent.toSorted()).toEqual(['work.a@example.com', 'work.b@example.com', 'work.c@example.com'])
  })
})

describe('a stop while a mail server says nothing', () => {
  let server: Server
  let sockets: Socket[]
  let greeted: () => void
  let greeting: Promise<void>
  let port: number

  beforeEach(async () => {
    sockets = []
    greeting = new Promise((resolve) => (greeted = resolve))
    server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => undefined)
      greeted()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })

  it('ends after the stop time, and leaves everybody to the next start', async () => {
    const { synced, delivery, closing } = await openSynced(aFolder())
    const minute = 60_000
    const telling = tellOfLogins([synced], {
      delivery,
      stopMs: 20,
      tellOf: () =>
        openMailSession({
          ...{ host: '127.0.0.1', port, secure: false, login: undefined, isLoopback: true },
          ...{ from: 'nmbrs-sync@acme.example', setting: 'x', timeoutMs: minute, deadlineMs: minute },
        }),
    })
    await greeting
    closing.abort()

    expect(toldBy(await telling)).toEqual({ told: 0, passed: 0, failed: 3, unsure: 0 })
    const since = new Date(firstMoment - 1000).toISOString()
    expect(await synced.book.readUntold(since)).toHaveLength(3)
  })
})
