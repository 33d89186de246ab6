import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A server that goes wrong in a way of its own. */
export interface FaultyServer {
  port: number
  /** How often somebody connected. */
  connections: () => number
  close: () => Promise<void>
}

/** Listens on this machine; `onSocket` does what the server does wrong. */
export const startFaulty = async (onSocket: (socket: Socket) => void): Promise<FaultyServer> => {
  const sockets = new Set<Socket>()
  let count = 0
  const server: Server = createServer((socket) => {
    count += 1
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Writes a byte now and then, so that the other side never sees silence. */
export const drip = (socket: Socket, piece: string, everyMs = 20): void => {
  const timer = setInterval(() => socket.write(piece), everyMs)
  socket.on('close', () => {
    clearInterval(timer)
  })
}

/** How a mail server goes wrong, at which place of the conversation. */
export interface MailFault {
  at: 'greeting' | 'mail' | 'body-end' | 'mid-body'
  does: (socket: Socket) => void
}

/**
 * A mail server as RFC 5321 has it up to the place where it goes wrong; without a fault it takes everything.
 */
export const startFaultyMail = (fault?: MailFault, onMail: () => void = () => undefined) =>
  startFaulty((socket) => {
    let inBody = false
    let pending = ''
    const reply = (at: MailFault['at'], usual: string): void => {
      if (fault?.at === at) fault.does(socket)
      else socket.write(`${usual}\r\n`)
    }
    const onLine = (line: string): void => {
      if (inBody) {
        if (line !== '.') return
        inBody = false
        onMail()
        reply('body-end', '250 taken')
      } else if (line.startsWith('DATA')) {
        inBody = true
        socket.write('354 go on\r\n')
        if (fault?.at === 'mid-body') fault.does(socket)
      } else if (line.startsWith('MAIL')) reply('mail', '250 fine')
      else socket.write('250 fine\r\n')
    }
    reply('greeting', '220 here')
    socket.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString('latin1')).split('\r\n')
      pending = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
  })

/** A receiver of webhooks that reads the whole request and then does `answer`. */
export const startFaultyWebhook = (answer: (socket: Socket) => void) =>
  startFaulty((socket) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      const [, body] = text.split('\r\n\r\n', 2)
      if (length === undefined || body === undefined || body.length < Number(length)) return
      text = ''
      answer(socket)
    })
  })
