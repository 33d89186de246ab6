import { proxyMark } from './proxy-error.js'

/**
 * What stands between this machine and every host alike, so that it is named by the same words no matter what
 * was called.
 */
export interface ConnectProblem {
  code: 'certificate-refused' | 'proxy-login' | 'proxy-failed'
  title: string
  remedy: string
  /** Whether the same request may succeed soon. */
  retryable: boolean
}

/**
 * `code`: Node's code for why there is no connection, or that of a `ProxyError`. `undefined`: something of
 * the host or the network.
 */
export const findConnectProblem = (code: string): ConnectProblem | undefined => {
  if (code.startsWith(proxyMark)) return ofProxy(code.slice(proxyMark.length))
  return ofCertificate.test(code) ? { ...untrusted, remedy: toCertificateRemedy(code) } : undefined
}

const ofProxy = (why: string): ConnectProblem => {
  if (why === '407') return loginWanted
  return { ...proxyFailed, retryable: passingReasons.has(why) || why.startsWith('5') }
}

const loginWanted: ConnectProblem = {
  code: 'proxy-login',
  title: 'the proxy of this network wants another login',
  remedy:
    'Put user and password of the proxy into HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, special characters encoded), or name the host in NO_PROXY',
  retryable: false,
}

const proxyFailed: Omit<ConnectProblem, 'retryable'> = {
  code: 'proxy-failed',
  title: 'the proxy of this network made no connection',
  remedy:
    'Check HTTPS_PROXY, and ask the operator of the proxy to let this machine reach the host; a host that needs no proxy belongs in NO_PROXY',
}

/** Reasons that pass by themselves. */
const passingReasons = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'EPIPE',
])

const untrusted: Omit<ConnectProblem, 'remedy'> = {
  code: 'certificate-refused',
  title: 'the certificate of the host is not trusted',
  retryable: false,
}

// Names of OpenSSL's verification errors and of Node's own (Node.js documentation, tls, "X509 certificate
// error codes").
const ofCertificate = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|INVALID_CA/
const ofAuthority =
  /SELF_SIGNED|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)|CERT_UNTRUSTED|INVALID_CA/

const toCertificateRemedy = (code: string): string => {
  if (ofAuthority.test(code))
    return 'If a proxy or firewall of your company reads TLS, save the certificate of its authority (PEM) and name that file in NODE_EXTRA_CA_CERTS, in the environment; else check the host in the configuration'
  return code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID'
    ? 'Check date and time of this machine; if they are right, the certificate of the host has to be renewed'
    : 'Check the host in the configuration, and whether something else answers in its place'
}
