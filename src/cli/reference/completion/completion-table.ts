import type { Option } from 'commander'

import type { CommandEntry } from '../command-tree.js'

/**
 * What may follow an option, or stand as the argument of a command. `connection`: a name that the program
 * finds in the configuration when it is asked. `other` is known to no one but the user.
 */
export type Value = 'file' | 'folder' | 'connection' | 'other' | readonly string[]

/** A word that a shell may offer. */
export interface Offer {
  word: string
  /** What it is, in a few words; empty where the word says it all. */
  about: string
}

/** What may come after a command, or after the name of the program alone (an empty path). */
export interface Place {
  path: string
  /** Commands below it, and words that it takes. */
  words: readonly Offer[]
  options: readonly Offer[]
  takesFile: boolean
}

/** An option that a value follows; without a place it is an option of every command. */
export interface ValuedOption {
  path: string | undefined
  option: string
  value: Value
}

/** What every shell needs to know to complete a command line. */
export interface CompletionTable {
  places: readonly Place[]
  valued: readonly ValuedOption[]
}

interface Tree {
  entries: readonly CommandEntry[]
  groups: readonly CommandEntry[]
  common: readonly Option[]
}

/** The words and values of every command, from the same definitions as `--help`. */
export const buildCompletionTable = ({ entries, groups, common }: Tree): CompletionTable => {
  const commands = [...groups, ...entries]
  const shared = [...common.map(toOffer), { word: '--help', about: 'display help for command' }]
  const top: Place = {
    path: '',
    words: childrenOf('', commands),
    options: [...shared, { word: '--version', about: 'print the version' }],
    takesFile: false,
  }
  return {
    places: [
      top,
      ...commands.map(({ path, args, argWords, options }) => ({
        path,
        words: [...childrenOf(path, commands), ...argWords.map((word) => ({ word, about: '' }))],
        options: [...options.map(toOffer), ...shared],
        takesFile: /[<[]file[>\]]/.test(args),
      })),
    ],
    valued: [
      ...common.flatMap((option) => toValued(undefined, option)),
      ...commands.flatMap(({ path, options }) => options.flatMap((option) => toValued(path, option))),
    ],
  }
}

/** The commands that are one word longer. */
const childrenOf = (path: string, commands: readonly CommandEntry[]): Offer[] =>
  commands
    .filter((one) => parentOf(one.path) === path)
    .map((one) => ({ word: one.path.split(' ').at(-1) ?? '', about: one.summary }))

const parentOf = (path: string): string => path.split(' ').slice(0, -1).join(' ')

const nameOf = (option: Option): string => option.long ?? option.flags

const toOffer = (option: Option): Offer => ({ word: nameOf(option), about: toShort(option.description) })

/** The beginning of what an option does: a list of offers has one line for each. */
const toShort = (description: string): string => (/^[^;(]*[^;( ]/.exec(description)?.[0] ?? '').trim()

const toValued = (path: string | undefined, option: Option): ValuedOption[] =>
  option.required || option.optional ? [{ path, option: nameOf(option), value: toValue(option) }] : []

const toValue = ({ argChoices, flags, long }: Option): Value => {
  if (argChoices !== undefined) return argChoices
  if (long === '--connection' || flags.endsWith('<connection>')) return 'connection'
  if (flags.endsWith('<file>')) return 'file'
  return flags.endsWith('<dir>') ? 'folder' : 'other'
}

/** A value as the scripts write it: a kind, or the words to choose from after an equals sign. */
export const toValueWord = (value: Value): string =>
  typeof value === 'string' ? value : `=${value.join(' ')}`
