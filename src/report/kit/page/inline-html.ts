import { escapeHtml } from '../escape-html.js'
import type { Content, Styled } from './page.js'

/** Texts as they stand within a line of a page. */
export const toInlineHtml = (content: Content): string =>
  isList(content)
    ? content
        .map(toOne)
        .filter((one) => one !== '')
        .join(' ')
    : toOne(content)

const isList = (content: Content): content is readonly (string | Styled)[] => Array.isArray(content)

const toOne = (one: string | Styled): string => {
  if (typeof one === 'string') return toSoftHtml(one)
  const text = toSoftHtml(one.text)
  switch (one.kind) {
    case 'code':
      // Where a line ends, no one may wonder whether a character is missing: only what fits in no column is
      // broken.
      return `<code${one.text.length > longRun ? ' class="long"' : ''}>${escapeHtml(one.text)}</code>`
    case 'strong':
      return `<strong>${text}</strong>`
    case 'small':
      return `<span class="small">${text}</span>`
    case 'link':
      return isSafeLink(one.href) ? `<a href="${escapeHtml(one.href)}">${text}</a>` : text
  }
}

/** Nothing that runs (`javascript:`), and nothing on the machine but a file in the same folder. */
const isSafeLink = (href: string): boolean =>
  /^https:\/\/[^\s"'<>]+$/.test(href) || /^[\w-][\w.-]*\.(?:html|csv|txt)$/.test(href)

/**
 * A word of more characters than these may end a line after a sign inside it: an address does not make a
 * column too wide.
 */
const longWord = 18
/**
 * Without such a sign, a line may end after so many characters: more of them do not fit beside other columns.
 */
const longRun = 36

/**
 * The text, with places inside long words where a line may end. They are not part of the text when it is
 * copied.
 */
const toSoftHtml = (text: string): string => text.split(/(\s+)/).map(toWordHtml).join('')

const toWordHtml = (word: string): string => {
  // A line that ends after the dashes of an option makes another command of it.
  if (/^--?\w/.test(word) && word.length <= longRun) return `<span class="whole">${escapeHtml(word)}</span>`
  return word.length > longWord ? toPieces(word).map(escapeHtml).join('<wbr/>') : escapeHtml(word)
}

const toPieces = (word: string): readonly string[] =>
  (word.match(/[^@._/:;,=&?+-]*[@._/:;,=&?+-]+|[^@._/:;,=&?+-]+/g) ?? []).flatMap(cutRun)

const cutRun = (piece: string): readonly string[] => {
  const signs = Array.from(piece)
  const cuts = Math.ceil(signs.length / longRun)
  return Array.from({ length: cuts }, (_, index) =>
    signs.slice(index * longRun, (index + 1) * longRun).join(''),
  )
}
