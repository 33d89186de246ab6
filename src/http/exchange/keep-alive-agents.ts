import { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'

import { ProxyingAgent } from '../proxy/proxying-agent.js'

export interface KeepAliveAgents {
  http: HttpAgent
  https: HttpsAgent
  /** Closes every connection, idle or in use. */
  destroy(): void
}

export interface KeepAliveOptions {
  /** How long a connection may take to come about. An idle connection is closed after the same time. */
  connectTimeoutMs?: number
  /** Connections at the same time to one host. */
  maxSockets?: number
}

const defaultConnectTimeoutMs = 10_000

/**
 * The environment (`NODE_TLS_REJECT_UNAUTHORIZED`) does not switch off that certificates are looked at:
 * salaries and tokens pass here.
 */
export const strictTls = { rejectUnauthorized: true } as const

/**
 * Agents that keep connections open between calls, so that a call does not pay for a new TLS handshake. Over
 * TLS they take the proxy of the environment.
 */
export const createKeepAliveAgents = (options: KeepAliveOptions = {}): KeepAliveAgents => {
  // Node applies an agent's time-out while a socket connects; the request's own time-out takes over after
  // that.
  const settings = {
    keepAlive: true,
    timeout: options.connectTimeoutMs ?? defaultConnectTimeoutMs,
    maxSockets: options.maxSockets ?? Infinity,
  }
  const http = new HttpAgent(settings)
  const https = new ProxyingAgent({ ...settings, ...strictTls, connectTimeoutMs: settings.timeout })
  return {
    http,
    https,
    destroy: () => {
      http.destroy()
      https.destroy()
    },
  }
}
