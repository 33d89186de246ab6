import type { RunFailure } from '../../domain/run/run-failure.js'
import type { WorkField, WorkItem } from '../../run/worklist/work-item.js'
import { lastingRefusals } from '../../domain/hold/lasting-refusal.js'
import { completionFields } from '../../domain/pay/payroll-task.js'
import { toCsv } from '../kit/csv.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { indexNames, toPersonHeading } from '../kit/person-label.js'
import { toJsonFailure } from '../sync/run-json.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { toAmountCell } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import { findFieldType } from '../../domain/sections.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { toFieldWord, toReasonWords } from '../kit/words.js'
import { translate } from '../translate/translate.js'
import { toShownValue } from '../kit/shown-value.js'
import { worklistListTexts } from './worklist-list-texts.js'

/**
 * Whether values are shown: not at all, masked for a place that others may see, or whole for the user's own
 * screen or file.
 */
export type WorklistValues = 'none' | 'masked' | 'whole'

/** The list as text for a screen. */
export const buildWorklistText = (items: readonly WorkItem[], values: WorklistValues, look: Look): string => {
  const texts = worklistListTexts[look.language]
  if (items.length === 0) return `${texts.nothing}\n`
  const findName = indexNames(items)
  const rows: TableRow[] = []
  let last: string | undefined
  for (const item of items) {
    if (item.subject !== last) rows.push({ heading: toPersonHeading(item, findName, look) })
    last = item.subject
    rows.push([sectionTexts[look.language][item.section], toTask(item, values, look.language)])
  }
  const hint = values === 'none' ? texts.hint : ''
  const lines = [
    look.paint.bold(texts.title),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...(hint === '' ? [] : ['', hint]),
  ]
  return `${lines.join('\n')}\n`
}

const toTask = (item: WorkItem, values: WorklistValues, language: Language): string => {
  const { section, fields } = item
  const texts = worklistListTexts[language]
  const what = fields.map((one) => {
    const name = toFieldWord(one.field, language)
    if (values === 'none' || isOfPayroll(one)) return name
    const show = (value: string): string =>
      values === 'masked'
        ? maskValue(section, one.field, value)
        : toShownValue(section, one.field, value, language)
    const held = one.held === undefined || one.held === '' ? '' : ` (${texts.now(show(one.held))})`
    return `${name} ${show(one.wanted) || texts.none}${held}`
  })
  const why = toWhy(item, language)
  return `${what.length === 0 ? why : `${what.join(', ')} (${why})`}. ${toTodo(item, language)}`
}

/** What payroll does, in a language. */
export const toTodo = ({ todo }: Pick<WorkItem, 'todo'>, language: Language): string =>
  translate(todo, language)

/** Why payroll does it by hand, in a few words. */
export const toWhy = (
  { reason, refusal }: Pick<WorkItem, 'reason' | 'refusal'>,
  language: Language,
): string => {
  const words = toReasonWords(reason, language)
  return refusal === undefined ? words : `${words}: ${translate(lastingRefusals[refusal], language)}`
}

/** What only payroll knows has no value here. */
export const isOfPayroll = ({ field }: WorkField): boolean =>
  completionFields.some((completed) => completed === field)

/** The document of `worklist --json`. Values are never whole here: a document may go anywhere. */
export const toWorklistJson = (
  items: readonly WorkItem[],
  values: Exclude<WorklistValues, 'whole'>,
  failure: RunFailure | null = null,
): object => ({
  failure: toJsonFailure(failure),
  items: items.map(
    ({ subject, companyId, targetId, section, reason, todo, hold, refusal, openedAt, fields }) => ({
      subject,
      companyId,
      targetId,
      section,
      reason,
      todo,
      hold: hold ?? null,
      refusal: refusal ?? null,
      openedAt: openedAt ?? null,
      fields: fields.map((one) => ({
        field: one.field,
        ...(values === 'none'
          ? {}
          : {
              alexis: maskValue(section, one.field, one.wanted),
              nmbrs: one.held === undefined ? null : maskValue(section, one.field, one.held),
            }),
      })),
    }),
  ),
})

/**
 * One line for each field, under a head; one for what is about no field. Names and values only when they are
 * to be shown.
 */
const toCells = (items: readonly WorkItem[], showValues: boolean, language: Language): string[][] => {
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
        item.subject,
        item.targetId ?? '',
        ...(showValues ? [item.displayName] : []),
        sectionTexts[language][item.section],
        one === undefined ? '' : toFieldWord(one.field, language),
        ...(showValues ? toValueCells(item, one, language) : []),
        toWhy(item, language),
        toTodo(item, language),
      ]),
    ),
  ]
}

const toValueCells = ({ section }: WorkItem, one: WorkField | undefined, language: Language): string[] => {
  if (one === undefined) return ['', '']
  // The salary of someone who is to be created stands among the fields of the creation.
  const type = findFieldType(section === 'employee' ? 'salary' : section, one.field)
  return [one.wanted, one.held ?? ''].map((value) =>
    type === 'decimal' ? toAmountCell(value, language) : value,
  )
}

/** The list as a file for a spreadsheet: amounts are numbers with two decimals, dates are `2026-12-01`. */
export const toWorklistCsv = (items: readonly WorkItem[], showValues: boolean, language: Language): string =>
  toCsv(toCells(items, showValues, language))
