import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

export interface ConnectProxy {
  url: string
  /** What was asked for, in order: `host:port`. */
  asked: string[]
  /** The logins that came along, as they came. */
  logins: (string | undefined)[]
  close: () => Promise<void>
}

export interface ConnectProxyOptions {
  /** Where every name leads to on this machine; the port of a loopback server. */
  port: number
  /** Answers with this instead of making a connection. */
  refuse?: number
  /** The ways to log in that it names as it refuses. */
  offers?: string
  /** No answer ever comes. */
  isSilent?: boolean
}

/** A proxy on loopback that makes connections on request (CONNECT), as companies have one. */
export const startConnectProxy = async ({
  port,
  refuse,
  offers,
  isSilent = false,
}: ConnectProxyOptions): Promise<ConnectProxy> => {
  const [asked, logins]: [string[], (string | undefined)[]] = [[], []]
  const open = new Set<Socket>()
  const server: Server = createServer((_, response) => response.writeHead(405).end())
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
  })
  server.on('connect', ({ url, headers }, socket: Socket) => {
    asked.push(url ?? '')
    logins.push(headers['proxy-authorization'])
    if (isSilent) return
    if (refuse !== undefined) {
      const ways = offers === undefined ? '' : `proxy-authenticate: ${offers}\r\n`
      socket.end(
        `HTTP/1.1 ${refuse} No\r\n${ways}content-type: text/html\r\ncontent-length: 9\r\n\r\n<p>no</p>`,
      )
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    logins,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}
