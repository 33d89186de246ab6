/** `undefined` for a usable address, else what would be one. Plain http is for this machine only: it carries tokens and salaries. */
export const findUrlFlaw = (text: string): string | undefined => {
  const flaw = findNoticeUrlFlaw(text)
  if (flaw !== undefined) return flaw
  return parseUrl(text)?.search === '' ? undefined : 'an address without ? or #'
}

/** Like `findUrlFlaw`, for a webhook: what receivers tell callers apart by often stands behind a question mark. */
export const findNoticeUrlFlaw = (text: string): string | undefined => {
  const url = parseUrl(text)
  if (url === undefined) return 'an address that starts with https://'
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

/** An address without the slash at its end. */
export const trimUrl = (text: string): string => text.trim().replace(/\/+$/, '')

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/** Whether a host name or address means this machine. */
export const isLoopbackHost = (host: string): boolean => isLoopback(host.toLowerCase()) || host === '::1'

// The URL parser has already brought every spelling of an address (127.1, 0x7f000001) to this form.
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
