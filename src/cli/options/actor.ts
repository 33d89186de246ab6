import { userInfo } from 'node:os'

import { InvalidArgumentError } from 'commander'

import { parseActor, type Actor } from '../../domain/audit/actor.js'
import { ConfigError } from '../../domain/errors.js'

/** The environment variable that says who acts, where `--as` does not. */
export const actorVariable = 'NMBRS_SYNC_ACTOR'

interface Given {
  /** What `--as` says. */
  as?: Actor
}

/**
 * Who acts: `--as NAME`, else `NMBRS_SYNC_ACTOR`, else the account of the operating system. Throws
 * `ConfigError` for a name that no one can have.
 */
export const findActor = (
  { as }: Given,
  env: Readonly<Record<string, string | undefined>>,
  readAccount: () => string = readAccountName,
): Actor => {
  if (as !== undefined) return as
  const given = env[actorVariable] ?? ''
  return given.trim() === ''
    ? toActor(readAccount(), 'the account of the operating system')
    : toActor(given, actorVariable)
}

const toActor = (text: string, origin: string): Actor => {
  const parsed = parseActor(text)
  if ('actor' in parsed) return parsed.actor
  throw new ConfigError(
    `The name in ${origin} cannot be used: ${parsed.flaw}. Say who you are with --as NAME`,
  )
}

/** A container may run under a number that has no name. */
const readAccountName = (): string => {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'without a name'}`
  }
}

/** Reads the name that `--as` gives. */
export const parseActorOption = (text: string): Actor => {
  const parsed = parseActor(text)
  if ('actor' in parsed) return parsed.actor
  throw new InvalidArgumentError(`It cannot be used: ${parsed.flaw}.`)
}
