import type { ClientRequest } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/**
 * Calls `then` when the connection is there: what is written to one that is still being made would leave
 * later, at a moment no one decides about. Breaks the request off when none comes about in time.
 */
export const whenConnected = (request: ClientRequest, timeoutMs: number, then: () => void): void => {
  request.once('socket', (socket) => {
    const made = readinessOf(socket)
    if (made === undefined) {
      then()
      return
    }
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('no connection in time'), connectTimedOut))
    }, timeoutMs)
    const stopWaiting = (): void => {
      clearTimeout(timer)
    }
    request.once('close', stopWaiting)
    socket.once(made, () => {
      stopWaiting()
      then()
    })
  })
}

/** As Node says it of a connection that the other side does not answer to. */
const connectTimedOut = { code: 'ETIMEDOUT', syscall: 'connect' }

/** The event after which what is written to a socket leaves at once; `undefined` when it does already. */
const readinessOf = (socket: Socket): 'secureConnect' | 'connect' | undefined => {
  if (socket instanceof TLSSocket) return isShakingHands(socket) ? 'secureConnect' : undefined
  return socket.connecting ? 'connect' : undefined
}

/** Node documents it as `tlsSocket.secureConnecting` only since version 24, and has had it long before. */
const isShakingHands = (socket: TLSSocket): boolean =>
  socket.connecting || ('secureConnecting' in socket && socket.secureConnecting === true)
