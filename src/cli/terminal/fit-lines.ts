import { displayWidth } from '../../report/kit/wrap-text.js'

const escape = String.fromCharCode(27)
/** What colours a text, and takes no column. */
const colours = new RegExp(`${escape}\\[[0-9;]*m`, 'g')

/** How many columns a text takes, colours aside. */
export const visibleWidth = (text: string): number => displayWidth(text.replaceAll(colours, ''))

/**
 * Breaks lines that are wider than the screen at blanks, with what follows set in. A command to copy is never
 * broken, so that no half of it is run: it gets a line of its own. So does a word that is wider than the
 * screen.
 */
export const fitLines = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => (visibleWidth(line) <= width ? line : fitLine(line, width).join('\n')))
    .join('\n')

const fitLine = (line: string, width: number): string[] => {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const further = ' '.repeat(Math.min(indent.length + 2, Math.floor(width / 2)))
  const lines: string[] = []
  let current = ''
  for (const word of toUnits(line.slice(indent.length))) {
    const start = lines.length === 0 ? indent : further
    const longer = current === '' ? start + word : `${current} ${word}`
    if (current === '' || visibleWidth(longer) <= width) {
      current = longer
      continue
    }
    lines.push(current.trimEnd())
    current = further + word
  }
  return [...lines, current.trimEnd()]
}

/** The words of a line; a command with what belongs to it is one. It ends where its sentence does. */
const toUnits = (line: string): readonly string[] => {
  const units: string[] = []
  let isCommand = false
  for (const word of line.split(' ')) {
    if (isCommand) units.push(`${units.pop() ?? ''} ${word}`)
    else units.push(word)
    if (/^\W*nmbrs-sync$/.test(word.replaceAll(colours, ''))) isCommand = true
    if (/[,;.:)]$/.test(word.replaceAll(colours, ''))) isCommand = false
  }
  return units
}
