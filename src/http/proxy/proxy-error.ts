/**
 * The proxy on the way did not make the connection, so nothing of the request has left. Names neither the
 * proxy nor its login.
 */
export class ProxyError extends Error {
  override readonly name = 'ProxyError'
  readonly code: string
  /** `why`: the status of the proxy's answer, or Node's code for why there was none. */
  constructor(why: string) {
    super('the proxy made no connection')
    this.code = `${proxyMark}${why}`
  }
}

/** Begins every code of a `ProxyError`: `PROXY_407`, `PROXY_ECONNREFUSED`. */
export const proxyMark = 'PROXY_'
