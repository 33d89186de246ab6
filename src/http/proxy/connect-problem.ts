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
  const named = ofConfiguration[why]
  if (named !== undefined) return named
  return { ...proxyFailed, retryable: passingReasons.has(why) || why.startsWith('5') }
}

const loginWanted: ConnectProblem = {
  code: 'proxy-login',
  title: 'the proxy of this network wants another login',
  remedy:
    'Put user and password of the proxy into HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, special characters encoded), or name the host in NO_PROXY',
  retryable: false,
}

/** What the proxy offers instead is in its answer (RFC 9110, section 11.7.1). */
const otherLoginWanted: ConnectProblem = {
  code: 'proxy-login',
  title: 'the proxy of this network takes other logins than Basic, such as NTLM or Kerberos',
  remedy:
    'Run a small proxy on this machine that logs in there, such as px or cntlm, and put its address into HTTPS_PROXY; or have this machine let out without a login',
  retryable: false,
}

const nothingNamed: ConnectProblem = {
  code: 'proxy-failed',
  title: 'HTTPS_PROXY or ALL_PROXY is not the address of a proxy',
  remedy: 'Set HTTPS_PROXY to http://PROXY:PORT; a host that needs no proxy belongs in NO_PROXY',
  retryable: false,
}

const socksNamed: ConnectProblem = {
  code: 'proxy-failed',
  title: 'HTTPS_PROXY or ALL_PROXY names a SOCKS proxy, which this program cannot use',
  remedy:
    'Put an HTTP proxy into HTTPS_PROXY (http://PROXY:PORT), such as a small one on this machine that passes on to the SOCKS proxy; or name the host in NO_PROXY',
  retryable: false,
}

const scriptNamed: ConnectProblem = {
  code: 'proxy-failed',
  title:
    'HTTPS_PROXY or ALL_PROXY names a script that chooses a proxy (PAC), which this program does not run',
  remedy:
    'Look in the script, or ask the operator of the network, which proxy is for the host, and put that one into HTTPS_PROXY (http://PROXY:PORT)',
  retryable: false,
}

/** What only a change of the environment ends. */
const ofConfiguration: Readonly<Record<string, ConnectProblem | undefined>> = {
  '407': loginWanted,
  '407_NO_BASIC': otherLoginWanted,
  INVALID: nothingNamed,
  SOCKS: socksNamed,
  PAC: scriptNamed,
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
