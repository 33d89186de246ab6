import type { Option } from 'commander'

import { exitCodeMeanings } from '../exit-codes.js'
import { readGlossary } from '../../report/glossary/glossary.js'
import { readVersion } from '../../version.js'
import { readCommandTree, type CommandEntry } from './command-tree.js'

/** The man page (section 1): every command with its options, from the same definitions as `--help`. */
export const renderManPage = async (): Promise<string> => {
  const { entries, common } = await readCommandTree()
  return [
    `.TH NMBRS-SYNC 1 "" "nmbrs-sync ${readVersion()}" "User Commands"`,
    ...toSection('NAME', [String.raw`nmbrs\-sync \- keep Visma Nmbrs payroll in step with AlexisHR`]),
    ...toSection('SYNOPSIS', [
      String.raw`.B nmbrs\-sync`,
      String.raw`.RI [ options "] " command " [" arguments ]`,
    ]),
    ...toSection('DESCRIPTION', [
      'Reads the employees from AlexisHR, checks them, compares them with Nmbrs, and writes the differences.',
      'Commands that read write nothing to Nmbrs; sync shows the plan and asks.',
      'To see it with invented people and without an account:',
      String.raw`.B nmbrs\-sync demo`,
    ]),
    ...toSection('COMMANDS', entries.flatMap(toCommand)),
    ...toSection('OPTIONS OF EVERY COMMAND', common.flatMap(toOption)),
    ...toSection(
      'EXIT STATUS',
      exitCodeMeanings.flatMap(([number, meaning]) => toNamed([String(number), meaning])),
    ),
    ...toSection('ENVIRONMENT', environment.flatMap(toNamed)),
    ...toSection('FILES', files.flatMap(toNamed)),
    ...toSection(
      'GLOSSARY',
      readGlossary('en').flatMap(({ word, meaning }) => toNamed([word, toSentence(meaning)])),
    ),
    ...toSection('SEE ALSO', [
      'The folder docs of the installed package: guides for payroll, accountants and operations,',
      'and the references of configuration and findings.',
    ]),
    '',
  ].join('\n')
}

const environment: readonly (readonly [string, string])[] = [
  ['NMBRS_SYNC_CONFIG', 'The configuration file, where --config names none.'],
  ['NMBRS_SYNC_ACTOR', 'Who acts, for the audit record, without --as.'],
  [
    'NMBRS_SYNC_LANG',
    'The language of screens and documents, where neither --lang nor the configuration names one.',
  ],
]

const files: readonly (readonly [string, string])[] = [
  ['config/nmbrs-sync.yaml', 'The configuration.'],
  [
    '.env',
    'Secrets that the configuration names, in the folder of the configuration or in the one above when that is called config.',
  ],
]

const toSection = (heading: string, lines: readonly string[]): string[] => [`.SH ${heading}`, ...lines]

const toCommand = ({ path, args, summary, description, options }: CommandEntry): string[] => [
  `.SS "${escapeRoff(`nmbrs-sync ${path}${args}`)}"`,
  escapeRoff(description === '' ? toSentence(summary) : description),
  ...options.flatMap(toOption),
]

const toSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const toOption = ({ flags, description, argChoices }: Option): string[] => [
  '.TP',
  `.B "${escapeRoff(flags)}"`,
  escapeRoff(argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`),
]

/** A name, and beside it what it means. */
const toNamed = ([name, meaning]: readonly [string, string]): string[] => [
  '.TP',
  `.B ${escapeRoff(name)}`,
  escapeRoff(meaning),
]

/**
 * A text on one line, in which nothing is a request or an escape of roff, and a dash can be pasted into a
 * shell.
 */
const escapeRoff = (text: string): string => {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('"', String.raw`\(dq`)
    .replaceAll('-', String.raw`\-`)
  return /^[.']/.test(line) ? String.raw`\&${line}` : line
}
