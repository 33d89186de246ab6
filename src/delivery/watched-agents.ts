import { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import { strictTls } from '../http/exchange/keep-alive-agents.js'
import { ProxyingAgent } from '../http/proxy/proxying-agent.js'

/** Agents for one message, which know whether anything of it can have left. */
export interface WatchedAgents {
  http: HttpAgent
  https: HttpsAgent
  /** Whether a connection came about, with TLS where it is wanted. Nothing of a message leaves before. */
  wasReached: () => boolean
  /** Closes the connection, no matter what still comes over it. */
  destroy: () => void
}

/** A message has a time limit of its own, which is no longer. */
const connectTimeoutMs = 10_000

export const openWatchedAgents = (): WatchedAgents => {
  let reached = false
  const http = new HttpAgent()
  const https = new ProxyingAgent({ ...strictTls, connectTimeoutMs })
  const watch = (agent: HttpAgent, event: 'connect' | 'secureConnect'): void => {
    const create = agent.createConnection.bind(agent)
    const listen = (socket: Duplex | null | undefined): void => {
      ;(socket as Socket | null | undefined)?.once(event, () => (reached = true))
    }
    agent.createConnection = (options, done): Duplex | null | undefined => {
      // Through a proxy the connection comes later.
      const socket = create(options, (error, late) => {
        if (error === null) listen(late)
        done?.(error, late)
      })
      listen(socket)
      return socket
    }
  }
  watch(http, 'connect')
  watch(https, 'secureConnect')
  return {
    http,
    https,
    wasReached: () => reached,
    destroy: () => {
      http.destroy()
      https.destroy()
    },
  }
}
