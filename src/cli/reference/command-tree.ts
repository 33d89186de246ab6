import type { Command, Option } from 'commander'

import { buildProgram } from '../program.js'
import type { Io } from '../io.js'
import type { Shell } from '../shell.js'

/** One thing a user can type, as the documents, the man page and the completion need it. */
export interface CommandEntry {
  /** The words after `nmbrs-sync`, such as `holds release`. */
  path: string
  args: string
  /** The words to choose its argument from, where there are such. */
  argWords: readonly string[]
  summary: string
  description: string
  options: readonly Option[]
}

const ignore = (): void => undefined
const silent = { write: ignore, isTerminal: false, columns: 80 }

const nowhere: Io = {
  stdout: silent,
  stderr: silent,
  prompts: undefined,
  env: {},
  cwd: '.',
  now: () => 0,
  newRunId: () => '',
  interruption: new AbortController().signal,
  onSignal: () => () => undefined,
}

/** For looking at the commands: defining them touches nothing, and none is run. */
export const silentShell: Shell = { io: nowhere, finish: ignore, run: () => Promise.resolve(0) }

/** Every command with its own options, and the options that all of them take. */
export const readCommandTree = async (): Promise<{
  entries: readonly CommandEntry[]
  groups: readonly CommandEntry[]
  common: readonly Option[]
}> => {
  const program = await buildProgram(silentShell)
  const all = program.commands.flatMap((command) => collect(command, ''))
  return {
    entries: all.filter(({ isGroup }) => !isGroup),
    groups: all.filter(({ isGroup }) => isGroup),
    common: program.options.filter(({ long }) => long !== '--version'),
  }
}

type Collected = CommandEntry & { isGroup: boolean }

const collect = (command: Command, prefix: string): Collected[] => {
  const path = `${prefix}${command.name()}`
  const children = command.commands.flatMap((child) => collect(child, `${path} `))
  return [{ ...toEntry(command, path), isGroup: isOnlyGroup(command) }, ...children]
}

/** A group is nothing that can be typed, unless it takes options of its own. */
const isOnlyGroup = (command: Command): boolean => command.commands.length > 0 && command.options.length === 0

const toEntry = (command: Command, path: string): CommandEntry => ({
  path,
  args: command.registeredArguments
    .map((one) => (one.required ? ` <${one.name()}>` : ` [${one.name()}]`))
    .join(''),
  argWords: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  summary: command.summary(),
  description: command.description(),
  options: command.options.filter(({ hidden }) => !hidden),
})
