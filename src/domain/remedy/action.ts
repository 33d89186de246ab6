import type { NextCommand } from './commands.js'

/** Words that stand in a command for what only a person can give. */
export const blanks = ['FILE', 'ID', 'NAME', 'SOURCE', 'TARGET', 'TEXT'] as const

export type Blank = (typeof blanks)[number]

/** A next step as a value: a terminal prints it as a command, another screen may make a button of it. */
export interface Action {
  command: NextCommand
  arguments: readonly string[]
  /** The arguments that a person still has to give, as they stand among the others. */
  asks: readonly Blank[]
}

const isBlank = (text: string): text is Blank => blanks.some((blank) => blank === text)

export const toAction = (command: NextCommand, ...given: readonly string[]): Action => ({
  command,
  arguments: given,
  asks: given.filter(isBlank),
})

/** The command as it is typed. */
export const toCommandLine = ({ command, arguments: given }: Omit<Action, 'asks'>): string =>
  ['nmbrs-sync', command, ...given].join(' ')
