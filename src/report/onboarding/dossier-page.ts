import { toMomentWords } from '../../domain/language/format.js'
import type { Readiness } from '../../onboarding/result/result.js'
import type { Column, Content, Mark, Page, Part, Section } from '../kit/page/page.js'
import { toFullCells, type Dossier, type DossierRow, type DossierTable } from './dossier.js'
import { dossierTexts } from './texts/dossier-texts.js'

const verdictMarks: Readonly<Record<Readiness, Mark>> = {
  ready: 'good',
  'not-ready': 'bad',
  'could-not-check': 'open',
}

/** The result as a page to hand in or to print. */
export const toDossierPage = (dossier: Dossier): Page => {
  const { language, title, readiness, verdict, steps, notes } = dossier
  return {
    language,
    title,
    about: [],
    foot: dossier.foot.map((text) => toMomentWords(text, language)),
    parts: [
      { kind: 'verdict', mark: verdictMarks[readiness], text: verdict },
      ...toSection(dossier.stepsHeading, steps.length > 0, [
        {
          kind: 'steps',
          marker: 'number',
          steps: steps.map(({ text, about }) => ({ text, parts: [{ kind: 'list', items: about }] })),
        },
      ]),
      ...toSection(dossier.aboutHeading, true, [
        {
          kind: 'pairs',
          pairs: dossier.about.map(([name, value]) => [name, toMomentWords(value, language)] as const),
        },
      ]),
      ...tablesOf(dossier).map(toTable),
      ...toSection(dossier.notesHeading, notes.length > 0, [{ kind: 'list', items: notes }]),
    ],
    footer: dossierTexts[language].footer,
  }
}

const toSection = (heading: string, isShown: boolean, parts: readonly Part[]): Section[] =>
  isShown ? [{ kind: 'section', heading, parts }] : []

const tablesOf = ({ facts, calls, scopes, surplus, template }: Dossier): readonly DossierTable[] => [
  ...[facts, scopes, calls].filter(({ rows }) => rows.length > 0),
  // An empty list says something here: nothing is open in excess.
  ...(surplus === undefined ? [] : [surplus]),
  ...[template].filter(({ rows }) => rows.length > 0),
]

const toTable = ({ heading, remark, head, rows }: DossierTable): Section => ({
  kind: 'section',
  heading,
  parts: [
    ...(remark === '' ? [] : [{ kind: 'note' as const, text: remark }]),
    {
      kind: 'table',
      columns: head.map((name, index) => toColumn(name, index, head.length)),
      rows: rows.map((row) => ({ cells: toPageCells(row), mark: row.mark })),
    },
  ],
})

/** The third cell of a fact is its value. */
const toPageCells = (row: DossierRow): readonly Content[] =>
  toFullCells(row).map((text, index) =>
    index === 2 && row.isExact === true && text !== '' ? { kind: 'code', text } : text,
  )

/** Of four columns the first is a verdict of a word or two and the last a sentence. */
const toColumn = (heading: string, index: number, count: number): Column => {
  const width = ([15, 25, 30, 30] as const)[index]
  return count === 4 && width !== undefined ? { heading, width } : { heading }
}
