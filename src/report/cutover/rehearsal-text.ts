import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type TableRow } from '../kit/table.js'

/** One unknown in the document of a rehearsal. */
export interface RehearsedRow {
  /** Its number in the list of what is not known of REST. */
  row: number
  name: string
  behaviour: string
  result: 'found' | 'partly' | 'not-tried'
  value: string | null
  /** How it was found, or why it could not be tried. */
  note: string | null
  /** What the value means for the product. */
  meaning: string | null
}

/** The document of `cutover rehearse --json`, which `nmbrs.rest.known` names as a file. */
export interface RehearsalJson {
  version: 1
  connection: string
  host: string
  /** When it was tried. */
  triedAt: string
  company: { restId: string; name: string }
  rows: readonly RehearsedRow[]
  people: {
    /** Names of the invented people who are in the company now. */
    created: readonly string[]
    /** How many are there from earlier rehearsals. */
    leftBehind: number
  }
}

export const buildRehearsalText = (document: RehearsalJson, { paint, width, timeZone }: Look): string => {
  const { company, host, triedAt, rows, people } = document
  const known = rows.filter(({ result }) => result !== 'not-tried')
  const open = rows.filter(({ result }) => result === 'not-tried')
  const lines = [
    paint.bold(`Rehearsal on ${company.name} at ${host}, ${toDayOfInstant(triedAt, timeZone)}`),
    '',
    ...(known.length === 0 ? [] : [paint.bold('Found')]),
    ...layOutTable(known.flatMap(toKnownRows), { width }),
    ...(open.length === 0 ? [] : ['', paint.bold('Not tried')]),
    ...layOutTable(
      open.map(({ row, behaviour, note }) => [String(row), behaviour, note ?? '']),
      { width },
    ),
    '',
    ...toPeopleLines(people),
  ]
  return `${lines.join('\n')}\n`
}

const toKnownRows = ({ row, behaviour, result, value, note, meaning }: RehearsedRow): TableRow[] => [
  [String(row), behaviour, `${value ?? ''}${note === null ? '' : ` (${note})`}`],
  ['', result === 'partly' ? '  known in part' : '', meaning ?? ''],
]

const toPeopleLines = ({ created, leftBehind }: RehearsalJson['people']): string[] => {
  const [first, last] = [created[0], created.at(-1)]
  const now =
    first === undefined || last === undefined
      ? 'No one was created.'
      : `${created.length} invented people are in the company now, from ${first} to ${last}.`
  const before = leftBehind === 0 ? [] : [`${leftBehind} are there from earlier rehearsals.`]
  return [now, ...before, 'They can stay, or payroll removes them in Nmbrs by hand.']
}
