import type { Language } from '../../../domain/language/language.js'
import { escapeHtml } from '../escape-html.js'
import { toInlineHtml } from './inline-html.js'
import type { Column, Pair, Part, Row, Section, Step, Table } from './page.js'
import { pageTexts } from './page-texts.js'

/** One part as HTML. `rank` is that of the headings in it: 2 under the title of the page. */
export const toPartHtml = (part: Part, language: Language, rank = 2): string => {
  switch (part.kind) {
    case 'section':
    case 'block':
      return toSection(part, language, rank)
    case 'text':
      return `<p>${toInlineHtml(part.text)}</p>`
    case 'note':
      return `<p class="note">${toInlineHtml(part.text)}</p>`
    case 'verdict':
      return `<p class="verdict ${part.mark}">${toInlineHtml(part.text)}</p>`
    case 'list':
      return toList(part.items.map(toInlineHtml))
    case 'pairs':
      return toPairsHtml(part.pairs)
    case 'table':
      return toTable(part, language)
    case 'steps':
      return toSteps(part.marker, part.steps, language, rank)
    case 'commands':
      return part.lines.length === 0 ? '' : `<pre>${part.lines.map(escapeHtml).join('\n')}</pre>`
  }
}

const toParts = (parts: readonly Part[], language: Language, rank: number): string =>
  parts
    .map((part) => toPartHtml(part, language, rank))
    .filter((html) => html !== '')
    .join('\n')

const toSection = (section: Section, language: Language, rank: number): string => {
  const { kind, heading, aside = '', parts, startsSheet = false } = section
  const tag = `h${Math.min(rank, 6)}`
  const small = aside === '' ? '' : ` <span class="small aside">${toInlineHtml(aside)}</span>`
  return [
    `<section class="${kind}${startsSheet ? ' sheet' : ''}"><${tag}>${toInlineHtml(heading)}${small}</${tag}>`,
    toParts(parts, language, rank + 1),
    '</section>',
  ].join('\n')
}

const toList = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** Pairs are a table: mail programs show one, and do not know much else. */
export const toPairsHtml = (pairs: readonly Pair[]): string =>
  pairs.length === 0
    ? ''
    : `<table class="pairs"><tbody>${pairs
        .map(
          ([name, value]) =>
            `<tr><th scope="row">${toInlineHtml(name)}</th><td>${toInlineHtml(value)}</td></tr>`,
        )
        .join('\n')}</tbody></table>`

/** A box to tick with a pen. */
const box = '<span class="box">☐</span>'

const toTable = ({ columns, rows, hasTicks = false }: Table, language: Language): string => {
  if (rows.length === 0) return ''
  const done = hasTicks ? `<th scope="col" class="tick">${pageTexts[language].done}</th>` : ''
  return [
    `<table class="rows"><thead><tr>${done}${columns.map(toColumnHead).join('')}</tr></thead><tbody>`,
    ...rows.map((row) => toRow(row, columns, hasTicks)),
    '</tbody></table>',
  ].join('\n')
}

const toColumnHead = ({ heading, width, isFigure = false }: Column): string => {
  const names = [...(width === undefined ? [] : [`w${width}`]), ...(isFigure ? ['figure'] : [])]
  return `<th scope="col"${toClass(names)}>${toInlineHtml(heading)}</th>`
}

const toRow = ({ cells, mark = 'plain' }: Row, columns: readonly Column[], hasTicks: boolean): string => {
  const shown = columns.map(({ isFigure = false, isRowHeading = false }, index) => {
    const text = toInlineHtml(cells[index] ?? '')
    const names = [...(index === 0 && mark !== 'plain' ? [mark] : []), ...(isFigure ? ['figure'] : [])]
    const [open, end] = isRowHeading ? ['th scope="row"', 'th'] : ['td', 'td']
    return `<${open}${toClass(names)}>${text}</${end}>`
  })
  return `<tr>${hasTicks ? `<td class="tick">${box}</td>` : ''}${shown.join('')}</tr>`
}

const toClass = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` class="${names.join(' ')}"`

const toSteps = (
  marker: 'number' | 'tick',
  steps: readonly Step[],
  language: Language,
  rank: number,
): string => {
  if (steps.length === 0) return ''
  const items = steps.map(({ text, parts = [] }) => {
    const first = marker === 'tick' ? `${box} ${toInlineHtml(text)}` : toInlineHtml(text)
    return `<li>${[first, toParts(parts, language, rank)].filter((one) => one !== '').join('\n')}</li>`
  })
  return marker === 'tick' ? `<ul class="ticks">${items.join('\n')}</ul>` : `<ol>${items.join('\n')}</ol>`
}
