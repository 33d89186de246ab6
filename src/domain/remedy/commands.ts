/** What a command takes: so many arguments, flags with a value, and flags without one. */
export interface Taken {
  positional: number
  valued: readonly string[]
  plain: readonly string[]
}

const takes = (positional = 0, valued: readonly string[] = [], plain: readonly string[] = []): Taken => ({
  positional,
  valued,
  plain,
})

/**
 * The commands that a remedy names as the next step, and what they take there. The command line has them and
 * more; a test compares the two.
 */
export const nextCommands = {
  'access confirm': takes(1, ['--connection'], ['--no-open-requests', '--accept-loss']),
  'access explain': takes(1),
  'access import': takes(1, [], ['--whole']),
  'access letters': takes(1, ['--print']),
  'access plan': takes(0, ['--connection']),
  'access portals': takes(),
  'access refuse': takes(1, ['--reason']),
  'access remove': takes(1),
  'access request': takes(1),
  'access resend': takes(1),
  'access status': takes(0, ['--connection'], ['--left']),
  'access sync': takes(0, ['--connection']),
  'access withdraw': takes(1),
  'access worklist': takes(1),
  'auth login': takes(0, ['--connection'], ['--paste']),
  'auth logout': takes(0, ['--connection']),
  'config check': takes(0, [], ['--online']),
  'cutover prepare': takes(0, ['--connection'], ['--without-soap']),
  disconnect: takes(1),
  doctor: takes(0, ['--connection']),
  drift: takes(0, ['--accept-target', '--restore-source', '--section'], ['--verify-all']),
  explain: takes(1, ['--connection'], ['--show-values']),
  holds: takes(0, ['--connection'], ['--all']),
  'holds reject': takes(1, ['--reason']),
  'holds release': takes(1, ['--reason', '--as']),
  ignore: takes(1, ['--reason'], ['--undo']),
  'mappings check': takes(),
  match: takes(2, ['--reason'], ['--force', '--new']),
  plan: takes(0, ['--connection', '--employee', '--out'], ['--all']),
  runs: takes(0, ['--connection']),
  'state backup': takes(1),
  'state forget': takes(1, [], ['--due']),
  'state restore': takes(1),
  status: takes(0, ['--connection'], ['--all', '--connected', '--not-connected']),
  sync: takes(
    0,
    ['--allow', '--canary', '--connection', '--employee', '--plan'],
    ['--allow-past-periods', '--no-canary', '--verify-all', '--yes'],
  ),
  worklist: takes(0, ['--connection'], ['--review']),
  'worklist done': takes(1, [], ['--all', '--undo']),
  'worklist retry': takes(1),
} as const satisfies Readonly<Record<string, Taken>>

export type NextCommand = keyof typeof nextCommands

export const takenBy = (command: NextCommand): Taken => nextCommands[command]
