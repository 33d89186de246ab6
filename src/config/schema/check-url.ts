/**
 * `undefined` for a usable address, else what would be one. Plain http is for this machine only: it carries
 * tokens and salaries.
 */
export const findUrlFlaw = (text: string): string | undefined => {
  const flaw = findNoticeUrlFlaw(text)
  if (flaw !== undefined) return flaw
  // A bare ? or # is gone once the address is taken apart.
  return /[?#]/.test(text) ? 'an address without ? or #' : undefined
}

/**
 * Like `findUrlFlaw`, for a webhook: what receivers tell callers apart by often stands behind a question
 * mark.
 */
export const findNoticeUrlFlaw = (text: string): string | undefined => {
  const url = parseUrl(text)
  if (url === undefined || /^\.+$/.test(url.hostname)) return 'an address that starts with https://'
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return 'https:// (plain http only to this machine)'
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'an address that starts with https://'
  if (url.username !== '' || url.password !== '') return 'an address without a user name or password in it'
  if (url.hash !== '') return 'an address without #'
  return undefined
}

/** Like `findUrlFlaw`, for a host: nothing may follow the name and port. */
export const findHostFlaw = (text: string): string | undefined => {
  const flaw = findUrlFlaw(text)
  if (flaw !== undefined) return flaw
  return parseUrl(text)?.pathname === '/' ? undefined : 'a host without a path, such as https://api.nmbrs.nl'
}

/**
 * One spelling of an address, so that the same place is seen as one: small letters for scheme and host, no
 * usual port, no dot at the end of the host, no slash at the end. What is no address stays as it is.
 */
export const toOneSpelling = (text: string): string => {
  const url = parseUrl(text)
  if (url === undefined) return text.trim().replace(/\/+$/, '')
  const host = url.host.replace(/\.+(?=:\d+$|$)/, '')
  return `${url.protocol}//${host}${url.pathname}`.replace(/\/+$/, '')
}

/** An address as it may be shown: its scheme and host, and that there is more. */
export const showAddress = (text: string): string => {
  if (text.trim() === '') return 'empty text'
  // What stands before an @ may be a password, however the rest is spelled.
  const afterUser = text.slice(text.lastIndexOf('@') + 1)
  const scheme = /^\s*([a-z][a-z\d+.-]*:\/\/)/i.exec(text)?.[1] ?? ''
  const rest = afterUser === text ? text.trimStart().slice(scheme.length) : `[secret]@${afterUser}`
  const host = /^(?:\[secret\]@)?(?:\[[\da-f:.]*\]|[^\s/?#;:@\\[\]]*)(?::\d+)?/i.exec(rest)?.[0] ?? ''
  // Without a scheme the beginning may as well be a token.
  if (scheme === '' && !host.includes('.')) return 'something else'
  return host === rest ? `${scheme}${host}` : `${scheme}${host}…`
}

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/** Whether a host name or address means this machine. */
export const isLoopbackHost = (host: string): boolean => isLoopback(host.toLowerCase()) || host === '::1'

// The URL parser has already brought every spelling of an address (127.1, 0x7f000001) to this form.
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
