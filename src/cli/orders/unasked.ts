import { Option } from 'commander'

import { ConfigError } from '../../domain/errors.js'
import type { Io } from '../io.js'

/** Every order takes it, also one that is carried out unasked anyway: a script need not know which. */
export const yesOption = (description = 'do it without asking; needed where there is no terminal'): Option =>
  new Option('--yes', description)

/**
 * Throws `ConfigError` for an order that someone has to look at first, where there is no one to ask and
 * nothing says that they did.
 */
export const refuseUnasked = (
  { prompts }: Pick<Io, 'prompts'>,
  { yes }: { yes?: boolean },
  command: string,
): void => {
  if (prompts !== undefined || yes === true) return
  throw new ConfigError(
    `Nothing was changed: there is no terminal to ask on. To do it without being asked: nmbrs-sync ${command} --yes`,
  )
}
