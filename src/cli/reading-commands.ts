import type { Command } from 'commander'

/**
 * Commands that change nothing at the remotes and decide nothing, by their words. A stop ends them at once: there is nothing to bring to a
 * safe place, and whoever stops one has seen enough. What they write beside that, such as the record of a plan, is whole or not there.
 */
export const readingCommands: ReadonlySet<string> = new Set([
  ...[
    'config check',
    'mappings check',
    'connection list',
    'connection companies',
    'cutover compare',
    'cutover status',
    'doctor',
    'probe',
  ],
  ...['plan', 'status', 'explain', 'drift', 'worklist', 'holds', 'runs', 'runs show'],
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
  ],
])

/** With these `drift` decides something. */
const deciding = ['acceptTarget', 'restoreSource']

/** Whether a command, as it was typed, only reads. */
export const isReading = (command: Command): boolean => {
  const options = command.opts<Readonly<Record<string, unknown>>>()
  return readingCommands.has(toPath(command)) && deciding.every((name) => options[name] === undefined)
}

/** The words of a command after the name of the program. */
const toPath = (command: Command): string => {
  const { parent } = command
  return parent?.parent == null ? command.name() : `${toPath(parent)} ${command.name()}`
}
