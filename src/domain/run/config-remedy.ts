import type { ConfigError } from '../errors.js'
import { toCommandLine } from '../remedy/action.js'
import { readActions } from '../remedy/read-actions.js'

const checkConfiguration = 'nmbrs-sync config check'

/**
 * The next step after something that is wrong in a file or an order: what the error says itself, else the
 * commands that its message names, else the check of the configuration where places in a file are named.
 * `undefined` where the message is all that there is to say, as about two options that exclude each other.
 */
export const findConfigRemedy = ({ message, problems, remedy }: ConfigError): string | undefined => {
  if (remedy !== undefined) return remedy
  const named = [...new Set(readActions(message).map(toCommandLine))]
  if (named.length > 0) return named.join('; ')
  return problems.length > 0 ? checkConfiguration : undefined
}
