import { globSync } from 'tinyglobby'

import { readDocument } from './documents.js'

/** A block of commands to paste. */
export interface ShellBlock {
  page: string
  lines: readonly string[]
  /** Why no test runs it: what stands in the comment before it. */
  notRun: string | undefined
}

/** The pages with commands to paste. */
export const pagesWithCommands: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md').sort(),
]

/** The shell blocks of a page, with lines that go on put together and without what is only a comment. */
export const readShellBlocks = (page: string): ShellBlock[] =>
  [
    ...readDocument(page).matchAll(/(?:<!-- not run: ([^>]+) -->\s*)?^ *```(?:sh|bash)\n([\s\S]*?)^ *```$/gm),
  ].map(([, notRun, text = '']) => ({
    page,
    lines: text
      .replaceAll(/\\\n\s*/g, ' ')
      .split('\n')
      .map((line) => line.replace(/(?:^|\s+)#.*$/, '').trim())
      .filter((line) => line !== ''),
    notRun,
  }))

/** The words of a line as a shell makes them: quotes hold words together. */
export const toWords = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )

/** A line that calls the program: its words after the name, and the file that its result goes into. */
export const toCall = (line: string): { words: string[]; into: string | undefined } | undefined => {
  const [, rest, into] = /^nmbrs-sync (.*?)(?: > (\S+))?$/.exec(line) ?? []
  return rest === undefined ? undefined : { words: toWords(rest), into }
}
