import type { Language } from '../../../domain/language/language.js'

// A document for people, before it becomes HTML, text or anything else: what it says, and nothing of how it
// looks. It is plain data.

/** A text that is shown in a way of its own. */
export type Styled =
  /** To type over exactly as it stands: a user name, a password, a command. */
  | { kind: 'code'; text: string }
  | { kind: 'strong'; text: string }
  /** Beside the point: an id. */
  | { kind: 'small'; text: string }
  /** Leads to a file beside the page or to an `https:` address. Any other address is shown as text alone. */
  | { kind: 'link'; text: string; href: string }

/** One text, or several with a blank between them. */
export type Content = string | Styled | readonly (string | Styled)[]

export type Pair = readonly [name: string, value: Content]

/**
 * Whether something is as it should be: `open` is for a person to look at. Colour is never the only sign: the
 * words say it too.
 */
export type Mark = 'good' | 'bad' | 'open' | 'plain'

/**
 * The share of the width that a column takes, in percent. No column becomes smaller than its longest word.
 */
export type ColumnWidth = 5 | 10 | 15 | 20 | 25 | 30 | 35 | 40 | 45 | 50 | 60 | 70

export interface Column {
  heading: string
  width?: ColumnWidth
  /** Figures end under each other. */
  isFigure?: boolean
  /** Whether its cells name their rows. */
  isRowHeading?: boolean
}

export interface Row {
  cells: readonly Content[]
  /** How the first cell is marked. */
  mark?: Mark
}

export interface Table {
  kind: 'table'
  columns: readonly Column[]
  rows: readonly Row[]
  /** A box to tick before each row. */
  hasTicks?: boolean
}

export interface Step {
  text: Content
  parts?: readonly Part[]
}

/** A part with a heading. The rank of the heading follows from how deep it stands. */
export interface Section {
  /** A block has a frame and is not split between two sheets of paper where it fits on one. */
  kind: 'section' | 'block'
  heading: string
  /** Stands small beside the heading: ids. */
  aside?: string
  parts: readonly Part[]
  /** Whether it begins on a new sheet, as a letter does. */
  startsSheet?: boolean
}

export type Part =
  | Section
  | Table
  | { kind: 'text'; text: Content }
  /** Said in a lower voice: an explanation, a source. */
  | { kind: 'note'; text: Content }
  | { kind: 'verdict'; mark: Mark; text: string }
  | { kind: 'list'; items: readonly Content[] }
  | { kind: 'pairs'; pairs: readonly Pair[] }
  /** What someone does one after the other: numbered, or with a box to tick each. */
  | { kind: 'steps'; marker: 'number' | 'tick'; steps: readonly Step[] }
  /** Commands to paste, a line each. */
  | { kind: 'commands'; lines: readonly string[] }

export interface Page {
  language: Language
  title: string
  /** What it is about, under the title: the connection and the date, beside others. */
  about: readonly Pair[]
  /**
   * What stands after the title at the foot of each sheet of paper, so that sheets can be told apart: the
   * connection, the date.
   */
  foot: readonly string[]
  parts: readonly Part[]
  /** The last line. Empty: none. */
  footer: string
}
