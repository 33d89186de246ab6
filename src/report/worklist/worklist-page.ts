import { fillCount } from '../../domain/language/count.js'
import { fillText } from '../../domain/language/fill.js'
import { toDateWords } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import type { Page, Part, Section, Step } from '../kit/page/page.js'
import { pageTexts } from '../kit/page/page-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import { toFieldWord } from '../kit/words.js'
import { toValueWords, type ValueView } from '../kit/shown-value.js'
import { toTodo, toWhy } from './worklist.js'
import type { WorkItemView, WorklistView } from './worklist-view.js'
import { worklistPageTexts } from './worklist-page-texts.js'

export interface WorklistAbout {
  /** The day, `2026-11-22`. */
  madeAt: string
  language: Language
}

/** The list as a page to print: one block for each person, and a box to tick for each thing to do. */
export const toWorklistPage = (
  { connection, items }: WorklistView,
  showValues: boolean,
  { madeAt, language }: WorklistAbout,
): Page => {
  const texts = worklistPageTexts[language]
  const people = groupByPerson(items, showValues, language)
  const day = toDateWords(madeAt, language)
  return {
    language,
    title: texts.title,
    about: [
      [pageTexts[language].connection, connection],
      [pageTexts[language].madeOn, day],
      ...(people.length === 0 ? [] : [[texts.count, fillCount(people.length, texts.people)] as const]),
    ],
    foot: [connection, day],
    parts: [
      ...(people.length === 0 ? [{ kind: 'text' as const, text: texts.nothing }] : []),
      ...people.map((own) => toBlock(own, showValues, language)),
      ...(showValues || people.length === 0 ? [] : [{ kind: 'note' as const, text: texts.noValues }]),
    ],
    footer: '',
  }
}

/** What is about one person in one company stands together; with names in the order of the alphabet. */
const groupByPerson = (
  items: readonly WorkItemView[],
  showNames: boolean,
  language: Language,
): readonly (readonly [WorkItemView, ...WorkItemView[]])[] => {
  const groups = new Map<string, [WorkItemView, ...WorkItemView[]]>()
  for (const item of items) {
    const key = JSON.stringify([item.person.subject, item.companyId, item.person.targetId])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  const { compare } = new Intl.Collator(language)
  const people = [...groups.values()]
  return showNames
    ? people.sort(([left], [right]) => compare(left.person.name ?? '', right.person.name ?? ''))
    : people
}

const toBlock = (
  items: readonly [WorkItemView, ...WorkItemView[]],
  showValues: boolean,
  language: Language,
): Section => {
  const [{ person }] = items
  const { name, subject, targetId, employeeNumber } = person
  const inNmbrs =
    targetId === null
      ? worklistPageTexts[language].notInNmbrs
      : toEmployeeWords(targetId, employeeNumber, { showNames: showValues, language })
  const named = showValues && name !== undefined
  return {
    kind: 'block',
    heading: named ? name : `AlexisHR ${subject}`,
    aside: named ? `${inNmbrs}, AlexisHR ${subject}` : inNmbrs,
    parts: [
      { kind: 'steps', marker: 'tick', steps: items.map((item) => toStep(item, showValues, language)) },
    ],
  }
}

const toStep = (item: WorkItemView, showValues: boolean, language: Language): Step => ({
  text: [
    { kind: 'strong', text: `${toTitle(toSectionLabel(item.section, language))}:` },
    `${toWhy(item, language)}. ${toTodo(item, language)}`,
  ],
  parts: toFieldParts(item, showValues, language),
})

const toTitle = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const toFieldParts = ({ fields }: WorkItemView, showValues: boolean, language: Language): Part[] => {
  const texts = worklistPageTexts[language]
  if (fields.length === 0) return []
  const names = fields.map(({ field }) => toFieldWord(field, language))
  // What only payroll knows has no value here.
  if (!showValues || fields.every(({ isOfPayroll }) => isOfPayroll))
    return [{ kind: 'text', text: fillText(texts.fields, { fields: names.join(', ') }) }]
  const show = (view: ValueView | null): string => {
    if (view === null) return ''
    return view.value === '' ? texts.empty : toValueWords(view, language)
  }
  return [
    {
      kind: 'table',
      columns: [
        { heading: texts.field, width: 20 },
        { heading: texts.wanted, width: 40 },
        { heading: texts.held, width: 40 },
      ],
      rows: fields.map(({ field, alexis, nmbrs }) => ({
        cells: [toFieldWord(field, language), { kind: 'strong', text: show(alexis) }, show(nmbrs)],
      })),
    },
  ]
}
