import type { Command } from 'commander'

import type { StateUse } from '../app/compose/readable-state.js'

/**
 * Commands that change nothing at the remotes and decide nothing, by their words. A stop ends them at once:
 * there is nothing to bring to a safe place, and anyone who stops one has seen enough. What they write beside
 * that, such as the record of a plan, is whole or not there.
 */
export const readingCommands: ReadonlySet<string> = new Set([
  ...[
    'config check',
    'mappings check',
    'connection list',
    'connection companies',
    'connection test',
    'doctor',
    'probe',
  ],
  ...['plan', 'status', 'explain', 'drift', 'worklist', 'holds', 'runs', 'runs show', 'changes'],
  ...['access plan', 'access status', 'access explain', 'access portals'],
  ...[
    'onboarding list',
    'onboarding check',
    'onboarding diff',
    'onboarding facts',
    'onboarding progress',
    'onboarding show',
  ],
  ...[
    'audit list',
    'audit verify',
    'audit head',
    'state info',
    'auth status',
    'support bundle',
    'cutover compare',
    'cutover status',
    'completion',
    'glossary',
  ],
])

/**
 * Commands about what is kept, by their words: without a state file there is nothing that they could be
 * about.
 */
const aboutState: ReadonlySet<string> = new Set([
  ...[
    'holds',
    'holds release',
    'holds reject',
    'holds review',
    'runs',
    'runs show',
    'probe',
    'support bundle',
    'changes',
  ],
  ...['audit list', 'audit verify', 'audit head', 'state info', 'state backup', 'state purge'],
  ...['state forget', 'audit forget-reason'],
])

/**
 * What a command, as it was typed, may do with the state file. A plan notes what waits, so it writes there.
 */
export const toStateUse = (command: Command): StateUse => {
  const path = toPath(command)
  return { mustExist: aboutState.has(path), mayWrite: path === 'plan' || !isReading(command) }
}

/** With these `drift` decides something. */
const deciding = ['acceptTarget', 'restoreSource']

/** Whether a command, as it was typed, only reads. */
export const isReading = (command: Command): boolean => {
  const options = command.opts<Readonly<Record<string, unknown>>>()
  if (toPath(command) === 'state forget') return options.due !== undefined
  return readingCommands.has(toPath(command)) && deciding.every((name) => options[name] === undefined)
}

/** The words of a command after the name of the program. */
export const toPath = (command: Command): string => {
  const { parent } = command
  return parent?.parent == null ? command.name() : `${toPath(parent)} ${command.name()}`
}
