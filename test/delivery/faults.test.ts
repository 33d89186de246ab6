import { createServer as createTlsServer } from 'node:tls'
import type { AddressInfo } from 'node:net'
import type { Socket } from 'node:net'

import { afterEach, describe, expect, it } from '@jest/globals'

import type { DeliveryError } from '../../src/delivery/delivery-error.js'
import { postWebhook } from '../../src/delivery/post-webhook.js'
import { sendEmail } from '../../src/delivery/send-email.js'
import type { MailServer } from '../../src/delivery/email.js'
import { openMailSession } from '../../src/delivery/smtp/mail-session.js'
import { selfSigned } from '../support/self-signed.js'
import { drip, startFaulty, startFaultyMail, startFaultyWebhook, type MailFault } from './faulty-servers.js'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const kept = async <Kept extends { close: () => Promise<void> }>(server: Promise<Kept>): Promise<Kept> => {
  const opened = await server
  closing.push(opened.close)
  return opened
}

const freePort = async (): Promise<number> => {
  const { port, close } = await startFaulty(() => undefined)
  await close()
  return port
}

const toServer = (port: number, differs: Partial<MailServer> = {}): MailServer => ({
  host: '127.0.0.1',
  port,
  secure: false,
  login: undefined,
  from: 'nmbrs-sync@acme.example',
  isLoopback: true,
  setting: 'notices.email',
  ...differs,
})

/** For servers that are waited for in vain; the others have as long as in real use. */
const hasty = { timeoutMs: 700, deadlineMs: 1_400 }

const email = { to: ['payroll@acme.example'], subject: 'work', text: 'one line\n'.repeat(20) }

const drop = (socket: Socket): void => {
  socket.destroy()
}
const silent = (): void => undefined
const say =
  (text: string) =>
  (socket: Socket): void => {
    socket.write(`${text}\r\n`)
  }

/** How it ends, and how long that took. */
const outcomeOf = async (work: Promise<unknown>) => {
  const end = await work.then(
    () => 'arrived',
    (error: unknown) => {
      const { code, passes, carried } = error as DeliveryError
      return { code, passes, carried }
    },
  )
  return { end }
}

describe('an e-mail to a mail server that goes wrong', () => {
  it.each<{ what: string; fault: MailFault; code: string; passes: boolean; carried: string }>([
    {
      what: 'drops before the message',
      fault: { at: 'mail', does: drop },
      code: 'unreachable',
      passes: true,
      carried: 'no',
    },
    {
      what: 'drops after the message',
      fault: { at: 'body-end', does: drop },
      code: 'broken-off',
      passes: true,
      carried: 'unknown',
    },
    {
      what: 'falls silent after the message',
      fault: { at: 'body-end', does: silent },
      code: 'timeout',
      passes: true,
      carried: 'unknown',
    },
    {
      what: 'does not greet',
      fault: { at: 'greeting', does: silent },
      code: 'timeout',
      passes: true,
      carried: 'no',
    },
    {
      what: 'drips its greeting',
      fault: {
        at: 'greeting',
        does: (socket) => {
          drip(socket, '2')
        },
      },
      code: 'timeout',
      passes: true,
      carried: 'no',
    },
    {
      what: 'drips an answer without end before the message',
      fault: {
        at: 'mail',
        does: (socket) => {
          drip(socket, '250-more\r\n')
        },
      },
      code: 'timeout',
      passes: true,
      carried: 'no',
    },
    {
      what: 'drips an answer without end after the message',
      fault: {
        at: 'body-end',
        does: (socket) => {
          drip(socket, '250-more\r\n')
        },
      },
      code: 'timeout',
      passes: true,
      carried: 'unknown',
    },
    {
      what: 'has no room now',
      fault: { at: 'body-end', does: say('452 no room') },
      code: 'smtp-452',
      passes: true,
      carried: 'no',
    },
    {
      what: 'refuses the message',
      fault: { at: 'body-end', does: say('554 no') },
      code: 'smtp-554',
      passes: false,
      carried: 'no',
    },
    {
      what: 'answers the message with what is no answer',
      fault: { at: 'body-end', does: say('hello') },
      code: 'broken-off',
      passes: true,
      carried: 'unknown',
    },
  ])('ends in time, and says whether it may have arrived: $what', async ({ fault, ...expected }) => {
    const { port } = await kept(startFaultyMail(fault))

    const times = expected.code === 'timeout' ? hasty : {}
    const { end } = await outcomeOf(sendEmail(toServer(port, times), email))

    expect(end).toEqual({ code: expected.code, passes: expected.passes, carried: expected.carried })
  })

  it.each([
    'a@acme.example, b@evil.example',
    'a@acme.example\r\nBcc: b@evil.example',
    'Name <a@acme.example>',
    'a@acme',
    'a@b@acme.example',
    '',
  ])('is not sent to what is not one plain address: %j', async (address) => {
    const server = await kept(startFaultyMail())

    const { end } = await outcomeOf(sendEmail(toServer(server.port), { ...email, to: [address] }))

    expect(end).toEqual({ code: 'address-invalid', passes: false, carried: 'no' })
    expect(server.connections()).toBe(0)
  })

  it('surely did not arrive where nobody listens', async () => {
    const { end } = await outcomeOf(sendEmail(toServer(await freePort()), email))

    expect(end).toEqual({ code: 'unreachable', passes: true, carried: 'no' })
  })

  it('surely did not arrive where TLS does not come about', async () => {
    const { port } = await kept(startFaulty((socket) => socket.write('220 no TLS here\r\n')))

    const { end } = await outcomeOf(sendEmail(toServer(port, { secure: true }), email))

    expect(end).toMatchObject({ carried: 'no' })
  })

  it('ends in time when the server reads a long message byte by byte', async () => {
    const { port } = await kept(startFaultyMail({ at: 'mid-body', does: (socket) => void socket.pause() }))
    const long = {
      ...email,
      attachments: [{ filename: 'a', content: 'x'.repeat(20_000_000), contentType: 'a/b' }],
    }

    const { end } = await outcomeOf(sendEmail(toServer(port, hasty), long))

    expect(end).toMatchObject({ code: 'timeout', passes: true })
  })
})

describe('several e-mails over one session', () => {
  it('go through one connection, and through another after one that broke', async () => {
    let mails = 0
    const server = await kept(
      startFaultyMail(
        {
          at: 'body-end',
          does: (socket) => {
            const answer = mails === 3 ? drop : say('250 ok')
            answer(socket)
          },
        },
        () => {
          mails += 1
        },
      ),
    )
    const session = openMailSession(toServer(server.port))

    const ends = []
    for (let count = 0; count < 5; count += 1) ends.push((await outcomeOf(session.send(email))).end)
    session.close()

    expect(ends.map((end) => (typeof end === 'string' ? end : end.carried))).toEqual([
      'arrived',
      'arrived',
      'unknown',
      'arrived',
      'arrived',
    ])
    expect(server.connections()).toBe(2)
  })
})

const post = (url: string, times: { timeoutMs?: number } = {}): Promise<unknown> =>
  postWebhook(
    { url, secret: 'a secret of a test, long enough', now: () => 0, ...times },
    { body: '{"work":1}', deliveryId: 'one', setting: 'notices.webhook' },
  )

const ok = 'HTTP/1.1 200 OK\r\n'

describe('a message to a webhook that goes wrong', () => {
  it.each([
    {
      what: 'a length that is not kept',
      answer: (socket: Socket) => socket.end(`${ok}content-length: 50\r\n\r\nshort`),
    },
    {
      what: 'a huge body',
      answer: (socket: Socket) => socket.end(`${ok}\r\n${'x'.repeat(5_000_000)}`),
    },
    {
      what: 'a body without end',
      answer: (socket: Socket) => {
        socket.write(`${ok}transfer-encoding: chunked\r\n\r\n`)
        drip(socket, '1\r\nx\r\n')
      },
    },
    {
      what: 'a body that is not what it says it is',
      answer: (socket: Socket) =>
        socket.end(
          `${ok}content-encoding: gzip\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\nhello`,
        ),
    },
    {
      what: 'a connection that breaks after the status',
      answer: (socket: Socket) =>
        socket.write(`${ok}transfer-encoding: chunked\r\n\r\n1\r\nx\r\n`, () => {
          socket.resetAndDestroy()
        }),
    },
  ])('has arrived once the status says so, whatever follows: $what', async ({ answer }) => {
    const { port } = await kept(
      startFaultyWebhook((socket) => {
        answer(socket)
      }),
    )

    const { end } = await outcomeOf(post(`http://127.0.0.1:${port}/`))

    expect(end).toBe('arrived')
  })

  it.each([
    { what: 'a drop', answer: drop, code: 'unreachable', passes: true, carried: 'unknown' },
    { what: 'silence', answer: silent, code: 'timeout', passes: true, carried: 'unknown' },
    {
      what: 'headers that drip',
      answer: (socket: Socket) => {
        socket.write(ok)
        drip(socket, 'x: y\r\n')
      },
      code: 'timeout',
      passes: true,
      carried: 'unknown',
    },
    {
      what: 'a refusal',
      answer: (socket: Socket) => socket.end('HTTP/1.1 410 Gone\r\n\r\n'),
      code: 'status-410',
      passes: false,
      carried: 'no',
    },
    {
      what: 'a refusal for now',
      answer: (socket: Socket) => socket.end('HTTP/1.1 429 Wait\r\nretry-after: 1\r\n\r\n'),
      code: 'status-429',
      passes: true,
      carried: 'no',
    },
    {
      what: 'a server error with a body without end',
      answer: (socket: Socket) => {
        socket.write('HTTP/1.1 502 Bad\r\ntransfer-encoding: chunked\r\n\r\n')
        drip(socket, '1\r\nx\r\n')
      },
      code: 'status-502',
      passes: true,
      carried: 'unknown',
    },
    {
      what: 'what is no answer',
      answer: (socket: Socket) => socket.end('hello\r\n\r\n'),
      code: 'unreachable',
      carried: 'unknown',
    },
  ])('ends in time, and says whether it may have arrived: $what', async ({ answer, ...expected }) => {
    const { port } = await kept(startFaultyWebhook((socket) => void answer(socket)))

    const times = expected.code === 'timeout' ? { timeoutMs: 700 } : {}
    const { end } = await outcomeOf(post(`http://127.0.0.1:${port}/`, times))

    const { code, carried } = expected
    expect(end).toMatchObject({ code, carried, ...('passes' in expected && { passes: expected.passes }) })
  })

  it('surely did not arrive where nobody listens', async () => {
    const { end } = await outcomeOf(post(`http://127.0.0.1:${await freePort()}/`))

    expect(end).toEqual({ code: 'unreachable', passes: true, carried: 'no' })
  })

  it('surely did not arrive where TLS is broken or nobody vouches for the certificate', async () => {
    const plain = await kept(startFaulty((socket) => socket.end('no TLS here')))
    const unsigned = createTlsServer(selfSigned).on('tlsClientError', () => undefined)
    await new Promise<void>((resolve) => unsigned.listen(0, '127.0.0.1', resolve))
    closing.push(
      () =>
        new Promise(
          (resolve) =>
            void unsigned.close(() => {
              resolve()
            }),
        ),
    )
    const { port } = unsigned.address() as AddressInfo

    const ends = [
      await outcomeOf(post(`https://127.0.0.1:${plain.port}/`)),
      await outcomeOf(post(`https://127.0.0.1:${port}/`)),
    ]

    expect(ends.map(({ end }) => end)).toMatchObject([{ carried: 'no' }, { carried: 'no' }])
  })
})
