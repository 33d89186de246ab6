/** Addresses of Nmbrs that are no one's environment. */
const nobodys: ReadonlySet<string> = new Set(['api', 'api-sandbox', 'www', 'support', 'developer'])

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The domain of an environment: what stands between `https://` and `.nmbrs`. A whole address pasted from the
 * browser is understood. `undefined` when there is no domain in it.
 */
export const readNmbrsDomain = (text: string): string | undefined => {
  const bare = text.trim().toLowerCase()
  const host = /^(?:https?:\/\/)?([^/?#\s]*)(?:[/?#]\S*)?$/.exec(bare)?.[1] ?? ''
  const domain = /^(.*)\.nmbrs(?:\.[a-z]{2,3})?$/.exec(host)?.[1] ?? host
  return label.test(domain) && !nobodys.has(domain) ? domain : undefined
}
