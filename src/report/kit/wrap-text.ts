/** Characters that take two columns of a terminal: emoji, and the scripts of East Asia. */
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu
/** Characters that take none: accents written apart, joiners. */
const weightless = /[\p{M}\u200b-\u200d\ufe0f]/gu

/** How many columns of a terminal a text without colours takes. */
export const displayWidth = (text: string): number => {
  if (/^[\x20-\x7e\u00a0-\u02ff]*$/.test(text)) return text.length
  const visible = text.replaceAll(weightless, '')
  return Array.from(visible).length + (visible.match(wide)?.length ?? 0)
}

/**
 * Breaks a text at blanks into lines of at most `width` columns; a word that is longer than that keeps a line
 * of its own.
 */
export const wrapText = (text: string, width: number): string[] => {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || displayWidth(longer) <= width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  return [...lines, line]
}
