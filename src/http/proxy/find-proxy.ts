import { isIPv6 } from 'node:net'

import { getProxyForUrl } from 'proxy-from-env'

import { ProxyError } from './proxy-error.js'

/** Where a request over TLS goes to, as Node's agents name it. */
export interface Destination {
  host: string
  port: number | string
}

/**
 * Whether the environment has requests to a host take a proxy. One rule for everything that leaves this
 * machine: `HTTPS_PROXY`, else `ALL_PROXY`, unless `NO_PROXY` names the host. What goes to this machine never
 * takes a proxy.
 */
export const goesThroughProxy = ({ host, port }: Destination): boolean => {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isThisMachine(bare)) return false
  return getProxyForUrl(`https://${isIPv6(bare) ? `[${bare}]` : bare}:${port}`) !== ''
}

/** The proxy that the environment names. Throws `ProxyError` when it is no address of one. */
export const readProxy = (): URL => {
  const named = findNamed() ?? ''
  if (/^socks/i.test(named)) throw new ProxyError('SOCKS')
  if (isScript.test(named)) throw new ProxyError('PAC')
  // A name without a scheme is a proxy over plain HTTP, as curl and npm read it.
  const address = named.includes('://') ? named : `http://${named}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new ProxyError('INVALID')
  return url
}

/** The usual ends of a script's address, and the scheme that some programs give it. */
const isScript = /^pac\+|^[^?#]*\.(?:pac|dat)(?:[?#]|$)/i

/**
 * What to do about a connection that could not be made, where the environment names a proxy that is for plain
 * HTTP only. `undefined`: the proxy is not the matter.
 */
export const findUnusedProxyRemedy = (): string | undefined => {
  const { http_proxy, HTTP_PROXY } = process.env
  if (findNamed() !== undefined || (http_proxy ?? HTTP_PROXY ?? '') === '') return undefined
  return 'HTTP_PROXY has no effect, because everything goes over HTTPS: set HTTPS_PROXY to the same address. If this network needs no proxy, check the network, its firewall and the address in the configuration'
}

/**
 * The proxy as it may be shown: without its login. `undefined`: the environment names none. Throws
 * `ProxyError`.
 */
export const showProxy = (): string | undefined => {
  if (findNamed() === undefined) return undefined
  const { protocol, host } = readProxy()
  return `${protocol}//${host}`
}

/** In the order in which the library looks, so that both mean the same one. */
const findNamed = (): string | undefined => {
  const { https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY } = process.env
  return [https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY].find((name) => name !== undefined && name !== '')
}

const isThisMachine = (host: string): boolean =>
  host.toLowerCase() === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
