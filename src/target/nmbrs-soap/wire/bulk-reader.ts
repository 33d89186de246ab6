import type { FieldName, FieldType } from '../../../domain/sections.js'
import { createCallError } from './call-error.js'
import type { ResultReader, ResultRecords } from './envelope-reader.js'
import { RecordLayout, type RecordPatterns } from './xml/record-layout.js'
import { RecordDoubt } from './xml/record-doubt.js'
import { ownCopy } from '../../common/retained-text.js'

/** What is kept of the rows of one bulk read. Everything else passes by unread. */
export interface BulkShape<Note extends string = string> {
  operation: string
  /**
   * By the element's name on the wire: the field it is, and how it is converted. In the order of the
   * catalogue.
   */
  fields: ReadonlyMap<string, { field: FieldName; type: FieldType }>
  /** Elements that tell rows apart (start, entry time, id), kept as they are. */
  notes: readonly Note[]
  /** Of those, the ones that hold further elements; all others are texts. */
  tables?: readonly Note[]
}

/**
 * The texts of one row of one employee's history, as the wire has them; absent where the wire has none. They
 * may be pieces of the answer and keep all of it in memory: anyone who keeps one keeps a copy of their own.
 */
export type BulkRow = readonly (string | undefined)[]

/** Where in a row the texts stand. */
export interface BulkPlaces<Note extends string = string> {
  /** In the order of the shape's fields. */
  fields: readonly number[]
  notes: Readonly<Record<Note, number>>
}

export interface BulkEmployee {
  id: string
  rows: readonly BulkRow[]
  /**
   * Something in it stands twice, has elements inside a text or refers to a character that does not exist:
   * any reading would be a choice, so there are no rows.
   */
  isDoubtful?: true
}

/** Takes some employees whose rows are complete. */
export type TakeEmployees<Note extends string> = (
  employees: readonly BulkEmployee[],
  places: BulkPlaces<Note>,
) => void

/**
 * Where the parts of a bulk answer stand: employees, in them the id and the list, in that the rows, in those
 * the fields.
 */
const depths = { employee: 1, idOrList: 2, row: 3, field: 4 } as const

/**
 * What waits for its end is read again from its beginning: longer than nearly everyone's history, and never
 * read again for long.
 */
const longestWait = 16 * 1024

/**
 * Reads the answer of a `…GetAll…ByCompany` call: hands over employees with their rows as soon as they are
 * complete and forgets them. Elements are told by their place, not their name, because the names of lists
 * differ between versions (Nmbrs contract, section 2.6). Nil employees and rows, and absent lists, are passed
 * over. An employee who is written like those before is read as a whole.
 */
export const createBulkReader = <Note extends string>(
  shape: BulkShape<Note>,
  takeEmployees: TakeEmployees<Note>,
): ResultReader<undefined> => {
  const wanted = wantedNames(shape)
  const layout = new RecordLayout(wanted)
  const records = new BulkRecords(shape, wanted, layout, takeEmployees)
  const tags = new TagReader(shape, wanted, layout, takeEmployees)
  return {
    records,
    open: (name, depth, isNil, written) => {
      tags.open(name, depth, isNil, written)
    },
    text: (piece) => {
      tags.text(piece)
    },
    doubt: () => {
      tags.doubt()
    },
    close: (depth) => {
      tags.close(depth)
    },
    result: () => undefined,
  }
}

const wantedNames = ({ fields, notes }: BulkShape): readonly string[] => [
  ...new Set([...fields.keys(), ...notes]),
]

/** `places` has the place of each wanted name. */
const toPlaces = <Note extends string>(
  { fields, notes }: BulkShape<Note>,
  wanted: readonly string[],
  places: readonly number[],
): BulkPlaces<Note> => {
  const placeOf = (name: string): number => places[wanted.indexOf(name)] ?? 0
  return {
    fields: [...fields.keys()].map(placeOf),
    notes: Object.fromEntries(notes.map((name) => [name, placeOf(name)])) as Record<Note, number>,
  }
}

/** Reads employees tag by tag, however they are written, and teaches the layout. */
class TagReader<Note extends string> {
  private readonly places: BulkPlaces<Note>
  private readonly noTexts: readonly undefined[]
  /** Elements that are kept with what is in them. */
  private readonly tables: ReadonlySet<string>
  private readonly doubtOf: RecordDoubt
  private id = ''
  private rows: BulkRow[] = []
  private row: (string | undefined)[] | undefined
  /** Where in the row the text of the open field belongs; -1 when no one wants it. */
  private place = -1
  private isTable = false
  private readingId = false
  private content = ''

  constructor(
    private readonly shape: BulkShape<Note>,
    private readonly wanted: readonly string[],
    private readonly layout: RecordLayout,
    private readonly takeEmployees: TakeEmployees<Note>,
  ) {
    this.places = toPlaces(
      shape,
      wanted,
      wanted.map((_, at) => at),
    )
    this.noTexts = wanted.map(() => undefined)
    this.tables = new Set<string>(shape.tables)
    this.doubtOf = new RecordDoubt(wanted, 'EmployeeId')
  }

  open(name: string, depth: number, isNil: boolean, written: string): void {
    this.layout.open(written, depth)
    const isInside = depth > depths.field && this.place !== -1
    // What stands inside a table counts as its text, a line for each element in it.
    this.content = isInside ? `${this.content}\n` : ''
    if (isInside && !this.isTable) this.doubtOf.mark(false)
    else if (depth === depths.field) this.openField(name, isNil, written)
    else if (depth === depths.row) this.openRow(isNil)
    else if (depth === depths.idOrList) {
      this.readingId = name === 'EmployeeId'
      this.doubtOf.beginPart(name)
    } else if (depth === depths.employee) this.doubtOf.beginRecord()
  }

  text(piece: string): void {
    if (this.place !== -1 || this.readingId) this.content += piece
  }

  doubt(): void {
    this.doubtOf.mark(this.readingId)
  }

  close(depth: number): void {
    if (depth === depths.field) {
      if (this.place !== -1 && this.row !== undefined) this.row[this.place] = this.content
      this.place = -1
    } else if (depth === depths.row) {
      if (this.row !== undefined) this.rows.push(this.row)
      this.row = undefined
    } else if (depth === depths.idOrList) {
      if (this.readingId) this.id = ownCopy(this.content.trim())
      this.readingId = false
    } else if (depth === depths.employee) {
      this.finishEmployee()
    }
  }

  private openField(name: string, isNil: boolean, written: string): void {
    this.place = isNil ? -1 : this.wanted.indexOf(name)
    this.isTable = this.tables.has(name)
    this.doubtOf.beginField(name, written)
  }

  private openRow(isNil: boolean): void {
    if (this.readingId) this.doubtOf.mark(true)
    this.row = isNil ? undefined : this.noTexts.slice()
    this.doubtOf.beginRow()
  }

  private finishEmployee(): void {
    const { id, rows, doubtOf, places } = this
    this.layout.closeRecord()
    const { isDoubtful, isIdDoubtful } = doubtOf
    if (isIdDoubtful || (id === '' && (rows.length > 0 || isDoubtful)))
      throw createCallError('unreadable-value', this.shape.operation, { field: 'EmployeeId' })
    if (isDoubtful) this.takeEmployees([{ id, rows: [], isDoubtful }], places)
    else if (id !== '') this.takeEmployees([{ id, rows }], places)
    this.id = ''
    this.rows = []
  }
}

/** Takes employees as a whole whose writing is known by now. */
class BulkRecords<Note extends string> implements ResultRecords {
  elements = 0
  private patterns: RecordPatterns | undefined
  private places: BulkPlaces<Note>

  constructor(
    private readonly shape: BulkShape<Note>,
    private readonly wanted: readonly string[],
    private readonly layout: RecordLayout,
    private readonly takeEmployees: TakeEmployees<Note>,
  ) {
    this.places = toPlaces(shape, wanted, [])
  }

  take(text: string, from: number): number {
    const patterns = this.layout.findPatterns()
    if (patterns === undefined) return from
    if (patterns !== this.patterns) {
      this.patterns = patterns
      this.places = toPlaces(this.shape, this.wanted, patterns.places)
    }
    const employees: BulkEmployee[] = []
    const end = this.findEmployees(patterns, text, from, employees)
    if (employees.length > 0) this.takeEmployees(employees, this.places)
    return end
  }

  awaits(text: string, from: number): boolean {
    const patterns = this.layout.findPatterns()
    if (patterns === undefined || from === text.length || text.length - from > longestWait) return false
    const { opening, closing } = patterns
    return opening.startsWith(text.slice(from, from + opening.length)) && !text.includes(closing, from)
  }

  /** Without an id an employee is left to be refused by the one who reads tag by tag. */
  private findEmployees(
    { head, row, last, elements }: RecordPatterns,
    text: string,
    from: number,
    employees: BulkEmployee[],
  ): number {
    let end = from
    for (;;) {
      head.lastIndex = end
      const id = head.exec(text)?.[1]?.trim() ?? ''
      if (id === '') return end
      row.lastIndex = head.lastIndex
      const rows: BulkRow[] = []
      let found: RegExpExecArray | null
      do {
        found = row.exec(text)
        if (found === null) return end
        rows.push(found)
      } while (found[last] === undefined)
      employees.push({ id: ownCopy(id), rows })
      this.elements += elements.head + rows.length * elements.row
      end = row.lastIndex
    }
  }
}
