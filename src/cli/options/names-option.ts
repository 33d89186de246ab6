import { Option } from 'commander'

import { ConfigError } from '../../domain/errors.js'
import type { Io } from '../io.js'

/** The environment variable for people who read through a pager: a program cannot tell one from a file. */
export const namesVariable = 'NMBRS_SYNC_NAMES'

export interface NamesFlags {
  /** Whether names are shown; absent: on a terminal. */
  names?: boolean
}

export const namesOptions = (): readonly [Option, Option] => [
  new Option(
    '--names',
    `show names of people where they are left out otherwise: in files, pipes and documents (else ${namesVariable}=always or never, which leaves documents alone; else on a terminal only)`,
  ),
  new Option('--no-names', 'show ids only'),
]

/**
 * Whether text shows names; `undefined`: on a terminal. Throws `ConfigError` for a variable that says
 * neither.
 */
export const findNamesWish = ({ names }: NamesFlags, env: Io['env']): boolean | undefined => {
  const given = (env[namesVariable] ?? '').trim()
  if (!['', 'auto', 'always', 'never'].includes(given))
    throw new ConfigError(`${namesVariable} must be always, never or auto, and is ${given}`)
  if (names !== undefined) return names
  return given === 'always' ? true : given === 'never' ? false : undefined
}
