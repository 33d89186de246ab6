import type { Config, ConnectionConfig } from '../../config/config.js'
import { ConfigError } from '../../domain/errors.js'
import { findNearest } from '../../yaml/nearest.js'

/**
 * The connections that names and patterns (`klant-*`, `klant-0?`) say, each once and in the order of the
 * configuration; without any, all of them. Throws `ConfigError` naming the choices for one that says none.
 */
export const selectConnections = (
  { connections }: Config,
  names: readonly string[] | undefined,
): readonly ConnectionConfig[] => {
  if (names === undefined) return connections
  const chosen = new Set(names.flatMap((name) => findNamed(connections, name)))
  return connections.filter((connection) => chosen.has(connection))
}

/** The one connection a command is about. Throws `ConfigError` when there are several and none is named. */
export const selectConnection = (config: Config, names: readonly string[] | undefined): ConnectionConfig => {
  const [only, ...others] = selectConnections(config, names)
  if (only !== undefined && others.length === 0) return only
  const several =
    names === undefined ? config.connections : [only, ...others].filter((one) => one !== undefined)
  throw new ConfigError(`Say which connection with --connection NAME: ${listNames(several)}`)
}

const findNamed = (
  connections: readonly ConnectionConfig[],
  pattern: string,
): readonly ConnectionConfig[] => {
  const named = toNamePattern(pattern)
  const found = connections.filter(({ name }) => named.test(name))
  if (found.length > 0) return found
  const nearest = findNearest(
    pattern,
    connections.map(({ name }) => name),
  )
  const hint = nearest === undefined ? '' : `. Did you mean ${nearest}?`
  throw new ConfigError(`There is no connection ${pattern}; there is: ${listNames(connections)}${hint}`)
}

/** Names have small letters, digits and dashes only, so `*` and `?` are all that a pattern needs. */
const toNamePattern = (pattern: string): RegExp => {
  const literal = pattern.replaceAll(
    /[^a-z\d*?-]/gi,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`,
  )
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
}

/** More than these no one reads. */
const mostNames = 12

const listNames = (connections: readonly ConnectionConfig[]): string => {
  const shown = connections.slice(0, mostNames).map(({ name }) => name)
  const more = connections.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
