/** A table of two or more columns. */
export const toTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

/** Plain words in a cell: nothing in them is a mark of Markdown. */
export const cell = (text: string): string =>
  text
    .replaceAll(/[|<>*_[\]]/g, (mark) => `\\${mark}`)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Words that stand alone, such as the summary of a command, as a sentence. */
export const toSentence = (text: string): string => `${cell(text.charAt(0).toUpperCase() + text.slice(1))}.`
