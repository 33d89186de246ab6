import type { Option } from 'commander'

import { exitCodeMeanings } from '../exit-codes.js'
import { readCommandTree, type CommandEntry } from './command-tree.js'
import { cell, code, toSentence, toTable } from './markdown.js'

/**
 * The commands with their options, the options of all of them and the exit codes, from the same definitions
 * as `--help`.
 */
export const renderCommandReference = async (): Promise<string> => {
  const { entries, common } = await readCommandTree()
  return [
    '## All commands',
    toTable(['Command', 'What it does'], entries.map(toOverviewRow)),
    '## Exit codes',
    toTable(
      ['Exit code', 'Meaning'],
      exitCodeMeanings.map(([number, meaning]) => [String(number), cell(meaning)]),
    ),
    '## Options of every command',
    toOptionTable(common),
    '## Each command',
    ...entries.flatMap(toChapter),
    '',
  ].join('\n\n')
}

const toOverviewRow = ({ path, args, summary }: CommandEntry): string[] => [
  `[${code(`${path}${args}`)}](#${path.replaceAll(' ', '-')})`,
  cell(summary),
]

const toChapter = ({ path, args, summary, description, options }: CommandEntry): string[] => [
  `### ${path}`,
  code(`nmbrs-sync ${path}${args}`),
  toSentence(summary),
  ...(description === '' || description === summary ? [] : [cell(description)]),
  ...(options.length === 0 ? [] : [toOptionTable(options)]),
]

const toOptionTable = (options: readonly Option[]): string =>
  toTable(
    ['Option', 'What it does'],
    options.map((option) => [code(option.flags), `${cell(option.description)}${toChoices(option)}`]),
  )

const toChoices = ({ argChoices }: Option): string =>
  argChoices === undefined ? '' : `: ${argChoices.map(code).join(', ')}`
