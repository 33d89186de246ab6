/** What a command takes: so many arguments, flags with a value, and flags without one. */
export interface Taken {
  positional: number
  valued: readonly string[]
  plain: readonly string[]
  /** Whether ids may follow the last argument: several people, several holds. */
  several: boolean
}

const takes = (positional = 0, valued: readonly string[] = [], plain: readonly string[] = []): Taken => ({
  positional,
  valued,
  plain,
  several: false,
})

const takesSeveral = (valued: readonly string[] = [], plain: readonly string[] = []): Taken => ({
  ...takes(1, valued, plain),
  several: true,
})

/**
 * The commands that a remedy names as the next step, and what they take there. The command line has them and
 * more; a test compares the two.
 */
export const nextCommands = {
  'access confirm': takesSeveral(['--connection'], ['--no-open-requests', '--accept-loss', '--yes']),
  'access explain': takes(1),
  'access import': takes(1, [], ['--whole']),
  'access letters': takes(1, ['--print']),
  'access plan': takes(0, ['--connection']),
  'access portals': takes(),
  'access refuse': takesSeveral(['--reason'], ['--yes']),
  'access remove': takesSeveral([], ['--yes']),
  'access request': takesSeveral([], ['--yes']),
  'access resend': takesSeveral([], ['--yes']),
  'access status': takes(0, ['--connection'], ['--left']),
  'access sync': takes(0, ['--connection']),
  'access withdraw': takes(1),
  'access worklist': takes(1),
  'auth login': takes(0, ['--connection'], ['--paste']),
  'auth logout': takes(0, ['--connection']),
  'audit list': takes(0, ['--connection']),
  'config check': takes(0, [], ['--online']),
  'connection add': takes(1, ['--csv', '--like']),
  'connection companies': takes(0, ['--connection']),
  'connection list': takes(),
  'cutover compare': takes(0, ['--connection']),
  'cutover prepare': takes(0, ['--connection'], ['--without-soap']),
  'cutover rehearse': takes(0, ['--connection'], ['--yes']),
  daemon: takes(),
  disconnect: takes(1, [], ['--yes']),
  doctor: takes(0, ['--connection']),
  drift: takes(0, ['--accept-target', '--restore-source', '--section'], ['--verify-all', '--yes']),
  explain: takes(1, ['--connection'], ['--show-values']),
  holds: takes(0, ['--connection'], ['--all']),
  'holds reject': takesSeveral(['--reason'], ['--yes']),
  'holds release': takesSeveral(['--reason', '--as'], ['--yes']),
  init: takes(),
  ignore: takes(1, ['--reason'], ['--undo']),
  'mappings check': takes(),
  match: takes(2, ['--reason'], ['--force', '--new', '--yes']),
  'notices test': takes(),
  'onboarding check': takes(1, ['--api', '--connection', '--facts']),
  'onboarding facts': takes(1),
  'onboarding list': takes(),
  'onboarding progress': takes(0, ['--connection']),
  plan: takes(0, ['--connection', '--employee', '--out'], ['--all']),
  runs: takes(0, ['--connection']),
  'state backup': takes(1),
  'state forget': takes(1, ['--reason'], ['--due', '--force', '--yes']),
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
