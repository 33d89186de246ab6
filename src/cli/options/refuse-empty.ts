import type { Command } from 'commander'

import { joinSentences } from '../../domain/language/join-sentences.js'

const isEmpty = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''

/**
 * Refuses options and arguments that are there and say nothing: in a script that is a variable which was
 * never set, and each command would take it for something else.
 */
export const refuseEmpty = (command: Command): void => {
  for (let level: Command | null = command; level !== null; level = level.parent) {
    const values = level.opts()
    for (const option of level.options) {
      if (level.getOptionValueSource(option.attributeName()) !== 'cli') continue
      const value: unknown = values[option.attributeName()]
      if (Array.isArray(value) ? value.some(isEmpty) : isEmpty(value))
        fail(command, `option '${option.flags}' argument is empty`)
    }
  }
  const position = command.args.findIndex(isEmpty)
  if (position === -1) return
  const name = (command.registeredArguments[position] ?? command.registeredArguments.at(-1))?.name() ?? ''
  fail(command, `argument '${name}' is empty`)
}

const fail = (command: Command, message: string): never =>
  command.error(joinSentences(`error: ${message}`, 'Leave it out, or say what is meant.'), {
    code: 'nmbrs-sync.emptyValue',
  })
