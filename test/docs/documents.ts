import { readFileSync } from 'node:fs'

import { globSync } from 'tinyglobby'

/** The documents that people read: the README and everything under docs. */
export const documents: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'src/README.md',
  ...globSync('docs/**/*.md').sort(),
]

export const readDocument = (file: string): string => readFileSync(file, 'utf8')

/** Without code: what stands in a block or between backticks is no link and no heading. */
export const proseOf = (text: string): string =>
  text
    .replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]+`/g, (code) => code.replaceAll(/[[\]]/g, ' '))
