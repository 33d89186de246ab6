import type { Command } from 'commander'

import { exitCodeMeanings } from './exit-codes.js'
import { buildProgram } from './program.js'
import type { Io } from './io.js'
import type { Shell } from './shell.js'

/** The commands, the options of all of them and the exit codes as Markdown tables, from the same definitions as `--help`. */
export const renderCommandReference = async (): Promise<string> => {
  const program = await buildProgram(silentShell)
  const commands = program.commands.flatMap((command) => leavesOf(command, ''))
  const options = program.options
    .filter(({ long }) => long !== '--version')
    .map(({ flags, description }) => `| ${code(flags)} | ${cell(description)} |`)
  const codes = exitCodeMeanings.map(([number, meaning]) => `| ${number} | ${cell(meaning)} |`)
  return [
    ...toTable('Command', 'What it does', commands),
    '',
    ...toTable('Option of every command', 'What it does', options),
    '',
    ...toTable('Exit code', 'Meaning', codes),
    '',
  ].join('\n')
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

/** One row for each thing a user can type. A group is no such thing unless it takes options of its own. */
const leavesOf = (command: Command, prefix: string): string[] => {
  const name = `${prefix}${command.name()}`
  const children = command.commands.flatMap((child) => leavesOf(child, `${name} `))
  return children.length > 0 && command.options.length === 0 ? children : [toRow(command, name), ...children]
}

const toRow = (command: Command, name: string): string => {
  const args = command.registeredArguments.map((one) =>
    one.required ? ` <${one.name()}>` : ` [${one.name()}]`,
  )
  const options = command.options.map(({ flags }) => code(flags)).join(' ')
  const does = cell(command.summary())
  return `| ${code(`nmbrs-sync ${name}${args.join('')}`)} | ${does}${options === '' ? '' : `<br>${options}`} |`
}

const toTable = (left: string, right: string, rows: readonly string[]): string[] => [
  `| ${left} | ${right} |`,
  '|---|---|',
  ...rows,
]

const code = (text: string): string => `\`${text}\``
const cell = (text: string): string => text.replaceAll('|', '\\|')
