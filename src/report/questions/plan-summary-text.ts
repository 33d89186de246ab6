import type { Language } from '../../domain/language/language.js'
import { toDateWords, toEuroWords } from '../../domain/language/format.js'
import type { PlaceCounts } from '../../run/questions/sum-periods.js'
import type { PlanSummary, SalaryLine, SalarySum } from '../../run/questions/summarise-plan.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { layOutTable, type Cell, type TableRow } from '../kit/table.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toReasonWords } from '../kit/words.js'
import { planSummaryTexts } from './texts/plan-summary-texts.js'

/**
 * Whether amounts are shown: not at all, masked for a place that others may see, or whole for the user's own
 * screen.
 */
export type SummaryValues = 'none' | 'masked' | 'whole'

export interface SummaryShown {
  connection: string
  values: SummaryValues
  /** How many salaries are listed; left out: all. */
  listed?: number
}

/** From this many people on a total says nothing about one of them. */
const fewestOfTotal = 5

/** What goes to payroll: people, sections, salaries and totals. */
export const buildPlanSummaryText = (summary: PlanSummary, shown: SummaryShown, look: Look): string => {
  const texts = planSummaryTexts[look.language]
  const { people, salaries, totals } = summary
  const isEmpty = people.send + people.held === 0
  return joinParts([
    [
      look.paint.bold(texts.title(shown.connection)),
      isEmpty ? texts.nothing : texts.people(people.send, people.created, people.held),
    ],
    toPeriodLines(summary, look),
    toSectionLines(summary, look),
    toSalaryLines(salaries, shown, look),
    shown.values === 'none' ? [] : toTotalLines(totals, shown.values, look),
    [salaries.length > 0 && shown.values === 'none' ? texts.hidden : ''],
  ])
}

/** In which payroll period each company is, and which changes fall into it, after it or before it. */
const toPeriodLines = ({ periods }: PlanSummary, look: Look): string[] => {
  if (periods.length === 0) return []
  const { language, paint } = look
  const texts = planSummaryTexts[language]
  const rows = periods.flatMap(({ companyName, days, send, held }): TableRow[] => [
    {
      heading: `  ${companyName}  ${
        days === undefined
          ? texts.periodNotKnown
          : texts.span(toDateWords(days.first, language), toDateWords(days.last, language))
      }`,
    },
    ...[
      [texts.head.send, toPlaceWords(send, look)],
      [texts.head.held, toPlaceWords(held, look)],
    ].filter(([, what]) => what !== ''),
  ])
  return [paint.bold(texts.period), ...layOutTable(rows, { width: look.width, indent: 4 })]
}

const places = ['within', 'later', 'before', 'unsure'] as const

const toPlaceWords = (counts: PlaceCounts, { language }: Look): string =>
  places
    .filter((place) => counts[place] > 0)
    .map((place) => planSummaryTexts[language].place[place](counts[place]))
    .join(', ')

const toSectionLines = ({ sections }: PlanSummary, look: Look): string[] => {
  const { head } = planSummaryTexts[look.language]
  if (sections.length === 0) return []
  const titles = [head.section, head.send, head.people, head.held, head.people]
  return layOutTable(
    sections.map(({ section, send, held }) => [
      toSectionLabel(section, look.language),
      ...[send, held].flatMap(({ changes, people }) => [String(changes), String(people)]),
    ]),
    { width: look.width, indent: 2, head: titles.map((text) => ({ text, paint: look.paint.dim })) },
  )
}

const toSalaryLines = (
  salaries: readonly SalaryLine[],
  { values, listed = Infinity }: SummaryShown,
  look: Look,
): string[] => {
  if (salaries.length === 0) return []
  const { language, paint } = look
  const texts = planSummaryTexts[language]
  const left = salaries.length - Math.min(listed, salaries.length)
  const rows = salaries
    .slice(0, listed)
    .map((one): Cell[] => [
      look.showNames ? one.displayName : one.subject,
      one.targetId === null ? '' : toEmployeeWords(one.targetId, one.employeeNumber, look),
      texts.from(toDateWords(one.start, language)),
      values === 'none' ? '' : toMove(one, values, language),
      one.held === null ? '' : texts.held(toReasonWords(one.held, language)),
    ])
  return [
    paint.bold(`${texts.salaries} (${salaries.length})`),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...(left === 0 ? [] : [`  ${texts.more(left)}`]),
  ]
}

const toMove = ({ before, after, type }: SalaryLine, values: SummaryValues, language: Language): string => {
  const texts = planSummaryTexts[language]
  const show = (amount: string): string => toShown(amount, values, language)
  const from = before === undefined ? texts.none : show(before)
  return `${from} -> ${show(after)} ${toTypeWords(type, language)}`
}

const toShown = (amount: string, values: SummaryValues, language: Language): string =>
  values === 'whole' ? toEuroWords(amount, language) : maskValue('salary', 'Value', amount)

const toTypeWords = (type: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = planSummaryTexts[language].types
  return words[type] ?? type
}

const toTotalLines = (totals: readonly SalarySum[], values: SummaryValues, look: Look): string[] => {
  if (totals.length === 0) return []
  const { language, paint } = look
  const texts = planSummaryTexts[language]
  const rows = totals.map((one): Cell[] => {
    const shown = toTotalValues(one, values)
    const show = (amount: string): string => toShown(amount, shown, language)
    const words = one.held ? texts.sumHeld : texts.sumOf
    const sign = one.difference.startsWith('-') ? '' : '+'
    return [
      words(toTypeWords(one.type, language), one.people),
      `${show(one.before)} -> ${show(one.after)}`,
      shown === 'whole' ? `${sign}${show(one.difference)}` : '',
    ]
  })
  return [paint.bold(texts.totals), ...layOutTable(rows, { width: look.width, indent: 2 })]
}

/** The total of a few people says what one of them earns, so it is masked with their amounts. */
const toTotalValues = ({ people }: SalarySum, values: SummaryValues): SummaryValues =>
  values === 'masked' && people >= fewestOfTotal ? 'whole' : values

/**
 * The summary in a document: no name, and amounts masked when they are wanted; totals of five people or more
 * are whole then.
 */
export const toPlanSummaryJson = (
  { periods, people, sections, salaries, totals }: PlanSummary,
  values: Exclude<SummaryValues, 'whole'>,
): object => ({
  periods: periods.map(({ companyId, current, days = null, send, held }) => ({
    companyId,
    period: current.text,
    days,
    send,
    held,
  })),
  people,
  sections,
  salaries: salaries.map(({ subject, targetId, type, start, before, after, held }) => ({
    subject,
    targetId,
    type,
    start,
    held,
    ...(values === 'none'
      ? {}
      : {
          before: before === undefined ? null : maskValue('salary', 'Value', before),
          after: maskValue('salary', 'Value', after),
        }),
  })),
  totals: totals.map((one) => {
    const { type, held, before, after, difference } = one
    const show = (amount: string): string =>
      toTotalValues(one, values) === 'whole' ? amount : maskValue('salary', 'Value', amount)
    return {
      type,
      held,
      people: one.people,
      ...(values === 'none'
        ? {}
        : { before: show(before), after: show(after), difference: show(difference) }),
    }
  }),
})
