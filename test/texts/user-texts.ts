import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { findEnglishSentences } from './english-sentences.js'

/** A sentence that people read: on a screen, in a message, in a document or in the documentation. */
export interface UserText {
  /** The file, with the line. */
  place: string
  text: string
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

/** Receivers of texts that nobody reads on a screen: bugs, digests, statements for the database. */
const unread: ReadonlySet<string> = new Set(['debug', 'sql', 'digest', 'stringify', 'split', 'fields'])

/** Files whose texts are English of an earlier version, or of another language. */
const leftOut = /\/translate\/former\/|\/migrations\/|country-names\.ts$|\/(?:nl|sv|da)\.ts$/

/** The languages that stand beside English in a catalogue. */
const isOther = (to: string): boolean => ['nl', 'sv', 'da'].includes(to)

/** Every English sentence of the program. */
export const sourceTexts: readonly UserText[] = filesBelow('src')
  .filter((file) => file.endsWith('.ts') && !leftOut.test(file))
  .flatMap(findEnglishSentences)
  .filter(({ to }) => !unread.has(to) && !isOther(to))
  .map(({ file, line, text }) => ({ place: `${file}:${line}`, text }))

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...filesBelow('docs').filter((file) => file.endsWith('.md') && !file.startsWith(join('docs', 'nl'))),
  ...filesBelow('config').filter((file) => /\.(?:ya?ml|service|timer)$/.test(file)),
  ...filesBelow('mappings').filter((file) => file.endsWith('alexis-nmbrs.yaml')),
]

/**
 * A paragraph is one text: a phrase may be broken over two lines. Blocks of commands and the words between
 * backticks are not prose.
 */
const toParagraphs = (file: string): UserText[] => {
  const lines = readFileSync(file, 'utf8')
    .replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ''))
    .split('\n')
  const found: UserText[] = []
  let from = 0
  lines.forEach((line, index) => {
    if (line.trim() !== '' && index < lines.length - 1) return
    const text = lines
      .slice(from, index + 1)
      .map((one) => one.replace(/^\s*(?:#+|[-*|>])\s*/, ''))
      .join(' ')
    if (text.trim() !== '')
      found.push({ place: `${file}:${from + 1}`, text: text.replaceAll(/`[^`]*`/g, '') })
    from = index + 1
  })
  return found
}

/** Every paragraph of the documentation, and the comments of the files that people start from. */
export const documentTexts: readonly UserText[] = documents.flatMap(toParagraphs)
