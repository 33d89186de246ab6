import type { LocalText } from '../../onboarding/language.js'
import { escapeHtml } from '../kit/escape-html.js'
import { toFullCells, type Dossier, type DossierRow, type DossierStep, type DossierTable } from './dossier.js'
import { dossierStyle } from './dossier-style.js'

const footer: LocalText = {
  nl: 'Gemaakt met nmbrs-sync. Het API-token staat niet in dit document; geef het langs een veilige weg.',
  en: 'Made with nmbrs-sync. The API token is not in this document; hand it over in a safe way.',
}

/** The result as a page to hand in or to print. It loads nothing and runs nothing. */
export const toDossierHtml = (dossier: Dossier): string => {
  const { language, title, readiness, verdict } = dossier
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${dossierStyle}</style></head><body>`,
    `<header><h1>${escapeHtml(title)}</h1>`,
    `<p class="verdict ${readiness}">${escapeHtml(verdict)}</p>`,
    '</header><main>',
    toSteps(dossier.stepsHeading, dossier.steps),
    `<section><h2>${escapeHtml(dossier.aboutHeading)}</h2>${toPairs(dossier.about)}</section>`,
    ...tablesOf(dossier).map(toTable),
    toNotes(dossier.notesHeading, dossier.notes),
    `</main><footer>${escapeHtml(footer[language])}</footer>`,
    '</body></html>',
    '',
  ].join('\n')
}

const tablesOf = ({ facts, calls, surplus, template }: Dossier): readonly DossierTable[] => [
  ...[facts, calls].filter(({ rows }) => rows.length > 0),
  // An empty list says something here: nothing is open in excess.
  ...(surplus === undefined ? [] : [surplus]),
  ...[template].filter(({ rows }) => rows.length > 0),
]

const toPairs = (pairs: Dossier['about']): string =>
  `<dl>${pairs.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`

const toSteps = (heading: string, steps: readonly DossierStep[]): string =>
  steps.length === 0
    ? ''
    : `<section><h2>${escapeHtml(heading)}</h2><ol>${steps.map(toStep).join('\n')}</ol></section>`

const toStep = ({ text, about }: DossierStep): string => `<li>${escapeHtml(text)}${toList(about)}</li>`

const toList = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`

const toTable = ({ heading, remark, head, rows }: DossierTable): string =>
  [
    `<section><h2>${escapeHtml(heading)}</h2>`,
    remark === '' ? '' : `<p class="remark">${escapeHtml(remark)}</p>`,
    rows.length === 0
      ? ''
      : `<table><thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map(toRow),
    rows.length === 0 ? '' : '</tbody></table>',
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n')

const toRow = (row: DossierRow): string =>
  `<tr class="${row.mark}">${toFullCells(row)
    .map((cell) => `<td>${escapeHtml(cell)}</td>`)
    .join('')}</tr>`

const toNotes = (heading: string, notes: readonly string[]): string =>
  notes.length === 0 ? '' : `<section><h2>${escapeHtml(heading)}</h2>${toList(notes)}</section>`
