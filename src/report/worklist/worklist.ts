import { lastingRefusals } from '../../domain/hold/refusal-codes.js'
import { toAmountCell } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import { toCsv } from '../kit/csv.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { toPersonLine } from '../kit/person-label.js'
import { toValueWords, type ValueView } from '../kit/shown-value.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toFieldWord, toReasonWords } from '../kit/words.js'
import { toJsonFailure } from '../sync/run-json.js'
import { translate } from '../translate/translate.js'
import { worklistListTexts } from './worklist-list-texts.js'
import type { WorkFieldView, WorkItemView, WorklistView } from './worklist-view.js'

/**
 * Whether values are shown: not at all, masked for a place that others may see, or whole for the user's own
 * screen or file.
 */
export type WorklistValues = 'none' | 'masked' | 'whole'

/** The list as text for a screen. */
export const buildWorklistText = ({ items }: WorklistView, values: WorklistValues, look: Look): string => {
  const texts = worklistListTexts[look.language]
  if (items.length === 0) return `${texts.nothing}\n`
  const rows: TableRow[] = []
  let last: string | undefined
  for (const item of items) {
    const { person } = item
    if (person.subject !== last) rows.push({ heading: toPersonLine(person, look) })
    last = person.subject
    rows.push([toSectionLabel(item.section, look.language), toTask(item, values, look.language)])
  }
  const hint = values === 'none' ? texts.hint : ''
  const lines = [
    look.paint.bold(texts.title),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...(hint === '' ? [] : ['', hint]),
  ]
  return `${lines.join('\n')}\n`
}

const toTask = (item: WorkItemView, values: WorklistValues, language: Language): string => {
  const { section, fields } = item
  const texts = worklistListTexts[language]
  const what = fields.map(({ field, alexis, nmbrs, isOfPayroll }) => {
    const name = toFieldWord(field, language)
    if (values === 'none' || isOfPayroll) return name
    const show = (view: ValueView): string =>
      values === 'masked' ? maskValue(section, field, view.value) : toValueWords(view, language)
    const held = nmbrs === null || nmbrs.value === '' ? '' : ` (${texts.now(show(nmbrs))})`
    return `${name} ${show(alexis) || texts.none}${held}`
  })
  const why = toWhy(item, language)
  return `${what.length === 0 ? why : `${what.join(', ')} (${why})`}. ${toTodo(item, language)}`
}

/** What payroll does, in a language. */
export const toTodo = ({ remedy }: WorkItemView, language: Language): string =>
  translate(remedy.text, language)

/** Why payroll does it by hand, in a few words. */
export const toWhy = ({ reason, refusal }: WorkItemView, language: Language): string => {
  const words = toReasonWords(reason, language)
  return refusal === null ? words : `${words}: ${translate(lastingRefusals[refusal], language)}`
}

/** The document of `worklist --json`. Values are never whole here: a document may go anywhere. */
export const toWorklistJson = (view: WorklistView, values: Exclude<WorklistValues, 'whole'>): object => ({
  failure: toJsonFailure(view.failure),
  toReview: view.toReview,
  items: view.items.map(({ person, section, remedy, ...item }) => ({
    subject: person.subject,
    companyId: item.companyId,
    targetId: person.targetId,
    section,
    reason: item.reason,
    todo: remedy.text,
    actions: remedy.actions,
    hold: item.hold,
    refusal: item.refusal,
    openedAt: item.openedAt,
    fields: item.fields.map(({ field, alexis, nmbrs }) => ({
      field,
      ...(values === 'none'
        ? {}
        : {
            alexis: maskValue(section, field, alexis.value),
            nmbrs: nmbrs && maskValue(section, field, nmbrs.value),
          }),
    })),
  })),
})

/**
 * One line for each field, under a head; one for what is about no field. Names and values only when they are
 * to be shown.
 */
const toCells = ({ items }: WorklistView, showValues: boolean, language: Language): string[][] => {
  const { head } = worklistListTexts[language]
  return [
    [
      head.source,
      head.target,
      ...(showValues ? [head.name] : []),
      head.what,
      head.field,
      ...(showValues ? [head.wanted, head.held] : []),
      head.why,
      head.todo,
    ],
    ...items.flatMap((item) =>
      (item.fields.length === 0 ? [undefined] : item.fields).map((one) => [
        item.person.subject,
        item.person.targetId ?? '',
        ...(showValues ? [item.person.name ?? ''] : []),
        toSectionLabel(item.section, language),
        one === undefined ? '' : toFieldWord(one.field, language),
        ...(showValues ? toValueCells(one, language) : []),
        toWhy(item, language),
        toTodo(item, language),
      ]),
    ),
  ]
}

const toValueCells = (one: WorkFieldView | undefined, language: Language): string[] =>
  [one?.alexis, one?.nmbrs].map((view) => {
    if (view === undefined || view === null) return ''
    return view.kind === 'amount' ? toAmountCell(view.value, language) : view.value
  })

/** The list as a file for a spreadsheet: amounts are numbers with two decimals, dates are `2026-12-01`. */
export const toWorklistCsv = (view: WorklistView, showValues: boolean, language: Language): string =>
  toCsv(toCells(view, showValues, language))
