import type { RunFailure } from '../../domain/run-failure.js'
import type { WorkField, WorkItem } from '../../run/worklist/work-item.js'
import { lastingRefusals } from '../../domain/lasting-refusal.js'
import { completionFields } from '../../domain/payroll-task.js'
import { toCsv } from '../kit/csv.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { indexNames, toPersonHeading } from '../kit/person-label.js'
import { toJsonFailure } from '../sync/run-json.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { sectionWords, toFieldWord, toReasonWords } from '../kit/words.js'

/** Whether values are shown: not at all, masked for a place that others may see, or whole for the user's own screen or file. */
export type WorklistValues = 'none' | 'masked' | 'whole'

/** The list as text for a screen. */
export const buildWorklistText = (items: readonly WorkItem[], values: WorklistValues, look: Look): string => {
  if (items.length === 0) return 'Nothing has to be entered by hand.\n'
  const findName = indexNames(items)
  const rows: TableRow[] = []
  let last: string | undefined
  for (const item of items) {
    if (item.subject !== last) rows.push({ heading: toPersonHeading(item, findName, look) })
    last = item.subject
    rows.push([sectionWords[item.section], toTask(item, values)])
  }
  const hint =
    values === 'none' ? 'The values: add --show-values; a file for payroll: --csv FILE or --html FILE' : ''
  const lines = [
    look.paint.bold('To enter in Nmbrs by hand'),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...(hint === '' ? [] : ['', hint]),
  ]
  return `${lines.join('\n')}\n`
}

const toTask = (item: WorkItem, values: WorklistValues): string => {
  const { section, todo, fields } = item
  const what = fields.map((one) => {
    const name = toFieldWord(one.field)
    if (values === 'none' || isOfPayroll(one)) return name
    const held =
      one.held === undefined || one.held === '' ? '' : ` (now ${show(section, one, 'held', values)})`
    return `${name} ${show(section, one, 'wanted', values) || 'none'}${held}`
  })
  const why = toWhy(item)
  return `${what.length === 0 ? why : `${what.join(', ')} (${why})`}. ${todo}`
}

/** Why payroll does it by hand, in a few words. */
export const toWhy = ({ reason, refusal }: Pick<WorkItem, 'reason' | 'refusal'>): string =>
  refusal === undefined ? toReasonWords(reason) : `${toReasonWords(reason)}: ${lastingRefusals[refusal]}`

/** What only payroll knows has no value here. */
export const isOfPayroll = ({ field }: WorkField): boolean =>
  completionFields.some((completed) => completed === field)

const show = (
  section: WorkItem['section'],
  { field, ...sides }: WorkField,
  side: 'wanted' | 'held',
  values: Exclude<WorklistValues, 'none'>,
): string => {
  const value = sides[side] ?? ''
  if (values === 'masked') return maskValue(section, field, value)
  // With its unit, so that no spreadsheet takes an amount for a day of the year.
  return field === 'Value' && value !== '' ? `EUR ${value}` : value
}

/** The document of `worklist --json`. Values are never whole here: a document may go anywhere. */
export const toWorklistJson = (
  items: readonly WorkItem[],
  values: Exclude<WorklistValues, 'whole'>,
  failure: RunFailure | null = null,
): unknown => ({
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

/** One line for each field, under a head; one for what is about no field. Names and values only when they are to be shown. */
const toCells = (items: readonly WorkItem[], showValues: boolean): string[][] => [
  [
    'AlexisHR id',
    'Nmbrs id',
    ...(showValues ? ['Name'] : []),
    'What',
    'Field',
    ...(showValues ? ['To enter', 'In Nmbrs now'] : []),
    'Why by hand',
    'What to do',
  ],
  ...items.flatMap((item) =>
    (item.fields.length === 0 ? [undefined] : item.fields).map((one) => [
      item.subject,
      item.targetId ?? '',
      ...(showValues ? [item.displayName] : []),
      sectionWords[item.section],
      one === undefined ? '' : toFieldWord(one.field),
      ...(showValues ? toValueCells(item, one) : []),
      toWhy(item),
      item.todo,
    ]),
  ),
]

const toValueCells = ({ section }: WorkItem, one: WorkField | undefined): string[] =>
  one === undefined ? ['', ''] : [show(section, one, 'wanted', 'whole'), show(section, one, 'held', 'whole')]

/** The list as a file for a spreadsheet. */
export const toWorklistCsv = (items: readonly WorkItem[], showValues: boolean): string =>
  toCsv(toCells(items, showValues))
