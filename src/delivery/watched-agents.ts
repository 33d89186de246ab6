import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import { strictTls } from '../http/keep-alive-agents.js'

/** Agents for one message, which know whether anything of it can have left. */
export interface WatchedAgents {
  http: HttpAgent
  https: HttpsAgent
  /** Whether a connection came about, with TLS where it is wanted. Nothing of a message leaves before. */
  wasReached: () => boolean
  /** Closes the connection, whatever still comes over it. */
  destroy: () => void
}

export const openWatchedAgents = (): WatchedAgents => {
  let reached = false
  const http = new HttpAgent()
  const https = new HttpsAgent(strictTls)
  const watch = (agent: HttpAgent, event: 'connect' | 'secureConnect'): void => {
    const create = agent.createConnection.bind(agent)
    agent.createConnection = (options, done): Duplex | null | undefined => {
      const socket = create(options, done)
      ;(socket as Socket | undefined)?.once(event, () => (reached = true))
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
