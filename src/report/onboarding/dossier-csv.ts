import { toCsv } from '../kit/csv.js'
import { toFullCells, type Dossier, type DossierTable } from './dossier.js'
import { dossierTexts } from './texts/dossier-texts.js'

/**
 * The result as a spreadsheet of five columns: part, verdict, name, value and explanation. What a table says
 * of a call stands beside its service and name as one text.
 */
export const toDossierCsv = (dossier: Dossier): string => {
  const { language, title, verdict, about, steps, stepsHeading, notes, notesHeading } = dossier
  const texts = dossierTexts[language]
  return toCsv([
    [texts.part, texts.verdict, texts.name, texts.value, texts.remark],
    [title, verdict, '', '', ''],
    ...steps.map(({ text, about: what }, index) => [
      stepsHeading,
      '',
      String(index + 1),
      what.join(', '),
      text,
    ]),
    ...about.map(([name, value]) => [title, '', name, value, '']),
    ...dossier.facts.rows.map((row) => {
      const [standing = '', label = '', value = '', detail = ''] = toFullCells(row)
      return [dossier.facts.heading, standing, label, value, detail]
    }),
    ...[...dossier.scopes.rows, ...dossier.calls.rows].map((row, index) => {
      const [standing = '', service = '', call = '', detail = ''] = toFullCells(row)
      const { heading } = index < dossier.scopes.rows.length ? dossier.scopes : dossier.calls
      return [heading, standing, `${service}:${call}`, '', detail]
    }),
    ...toCallRows(dossier.template),
    ...(dossier.surplus === undefined ? [] : toCallRows(dossier.surplus)),
    ...notes.map((note) => [notesHeading, '', '', '', note]),
  ])
}

const toCallRows = ({ heading, rows }: DossierTable): string[][] =>
  rows.map(({ cells: [service = '', call = ''] }) => [heading, '', `${service}:${call}`, '', ''])
