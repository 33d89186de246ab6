import { languageOf } from '../../../access/screens/screen-choices.js'
import { worklistTexts } from '../../../access/screens/worklist-texts.js'
import type { Batch } from '../../../access/work/batch.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import { fillCount } from '../../../domain/language/count.js'
import { fillText } from '../../../domain/language/fill.js'
import { toDateWords } from '../../../domain/language/format.js'
import type { Content, Page, Part, Section, Styled, Table } from '../../kit/page/page.js'
import { pageTexts } from '../../kit/page/page-texts.js'
import { handOverPageTexts } from './hand-over-page-texts.js'
import {
  toChoices,
  toPersonRecords,
  toRemarks,
  worklistRemarks,
  type PersonColumn,
} from './worklist-cells.js'

/** The whole hand-over as one page. */
export const toHandOverPage = (handOver: HandOver): Page =>
  toPage(handOver, [
    ...worklistRemarks(handOver).map((text) => ({ kind: 'text', text }) as const),
    ...handOver.batches.map((batch) => toBatchSection(batch, handOver)),
  ])

/** One batch as a page, beside the page that leads to all of them. */
export const toBatchPage = (batch: Batch, handOver: HandOver): Page =>
  toPage(handOver, [
    toBatchSection(batch, handOver),
    { kind: 'text', text: { kind: 'link', text: textsOf(handOver).all, href: 'index.html' } },
  ])

/** The page that leads to the batches, and to the other files of each. */
export const toIndexPage = (
  handOver: HandOver,
  toOtherFiles: (batch: Batch, handOver: HandOver) => readonly string[],
): Page =>
  toPage(handOver, [
    ...worklistRemarks(handOver).map((text) => ({ kind: 'text', text }) as const),
    {
      kind: 'section',
      heading: textsOf(handOver).lists,
      parts: [
        {
          kind: 'steps',
          marker: 'number',
          steps: handOver.batches.map((batch) => ({
            text: [
              { kind: 'link', text: batch.key, href: `${batch.key}.html` },
              toBatchSummary(batch, handOver),
              ...toOtherFiles(batch, handOver).map(
                (name) => ({ kind: 'link', text: name, href: name }) as const,
              ),
            ],
          })),
        },
      ],
    },
  ])

/** What is done in a batch, for how many people, and what it waits for. */
export const toBatchSummary = ({ step, people, after }: Batch, handOver: HandOver): string => {
  const { steps, people: count, onlyAfter } = worklistTexts[languageOf(handOver)]
  const wait = after.length === 0 ? '' : `, ${fillText(onlyAfter, { batches: after.join(', ') })}`
  return `${steps[step]}: ${fillCount(people.length, count)}${wait}`
}

const textsOf = (handOver: HandOver) => handOverPageTexts[languageOf(handOver)]

const toPage = (handOver: HandOver, parts: readonly Part[]): Page => {
  const { portalTitle, key, connection } = handOver
  const language = languageOf(handOver)
  const day = toDateWords(handOver.day, language)
  const { connection: name, madeOn } = pageTexts[language]
  return {
    language,
    title: fillText(textsOf(handOver).title, { portal: portalTitle, key }),
    about: [
      [name, connection],
      [madeOn, day],
    ],
    foot: [connection, day],
    parts,
    footer: '',
  }
}

const toBatchSection = (batch: Batch, handOver: HandOver): Section => {
  const { common, own } = toRemarks(batch, handOver)
  const forAll: readonly Part[] =
    common.length === 0
      ? []
      : [
          { kind: 'text', text: textsOf(handOver).everyone },
          { kind: 'list', items: common },
        ]
  return {
    kind: 'section',
    heading: `${batch.key}: ${toBatchSummary(batch, handOver)}`,
    parts: [
      { kind: 'pairs', pairs: toChoices(batch, handOver) },
      ...forAll,
      toPeopleTable(batch, handOver, own),
    ],
  }
}

/**
 * A sheet of A4 holds four columns: ids stand small under the name, and what holds for everyone above the
 * table.
 */
const toPeopleTable = (batch: Batch, handOver: HandOver, remarks: readonly (readonly string[])[]): Table => {
  const { head } = worklistTexts[languageOf(handOver)]
  const people = toPersonRecords(batch, handOver)
  const shown = (['email', 'userName', 'newUserName'] as const).filter((name) =>
    people.some((cells) => (cells.get(name) ?? '') !== ''),
  )
  const hasRemarks = remarks.some((own) => own.length > 0)
  return {
    kind: 'table',
    hasTicks: true,
    columns: [
      { heading: head.name, isRowHeading: true, width: hasRemarks ? 30 : shown.length > 1 ? 35 : 45 },
      ...shown.map((name) => ({ heading: head[name] })),
      ...(hasRemarks ? [{ heading: head.note, width: 25 as const }] : []),
    ],
    rows: people.map((cells, index) => ({
      cells: [
        toNameCell(cells, head),
        ...shown.map((name) => toValueCell(name, cells.get(name) ?? '')),
        ...(hasRemarks ? [(remarks[index] ?? []).join('; ')] : []),
      ],
    })),
  }
}

/** To type over exactly. */
const toValueCell = (name: PersonColumn, text: string): Content =>
  name === 'email' || text === '' ? text : { kind: 'code', text }

/** The name, the company that tells namesakes apart, and small what else someone can be found by. */
const toNameCell = (
  cells: ReadonlyMap<PersonColumn, string>,
  head: Readonly<Record<PersonColumn, string>>,
): readonly (string | Styled)[] => {
  const at = (name: PersonColumn): string => cells.get(name) ?? ''
  const say = (name: PersonColumn): string[] => (at(name) === '' ? [] : [`${head[name]} ${at(name)}`])
  const numbers = [...say('employeeNumber'), ...say('targetId')].join(', ')
  // A contact, and someone whom the configuration names, has no id of AlexisHR but a key of their own.
  const id = at('subject').includes(':') ? at('subject') : say('subject').join('')
  return [
    at('name'),
    ...(at('company') === '' ? [] : ['\n', at('company')]),
    ...[numbers, id].flatMap((text) => (text === '' ? [] : ['\n', { kind: 'small' as const, text }])),
  ]
}
