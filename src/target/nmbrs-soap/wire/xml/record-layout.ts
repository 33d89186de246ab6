/**
 * How the records of an answer are written when nothing is special about them: where they begin, what their
 * rows hold, where they end.
 */
export interface RecordPatterns {
  /** From the record's opening tag up to and with that of its first row. Its only group is the id. */
  readonly head: RegExp
  /** The rest of a row, and what follows: the next row's opening tag, or the end of the record. */
  readonly row: RegExp
  /** Which group of `row` holds the text of each wanted field, in their order. */
  readonly places: readonly number[]
  /** The last group of `row`, which is there when the record ends with this row. */
  readonly last: number
  readonly opening: string
  readonly closing: string
  /** The elements of a record beside its rows, and of a row, at most. */
  readonly elements: { readonly head: number; readonly row: number }
}

/** The names around the fields, as they are written. */
interface Frame {
  record: string
  id: string
  list: string
  row: string
}

interface Field {
  /** As it is written, with its prefix. */
  name: string
  /** Absent where no elements are learned. */
  inner: Field[] | undefined
}

/** More fields than any record has. */
const mostFields = 200
/** An answer whose records go on differing is not learned from for ever. */
const mostLessons = 400

const idName = 'EmployeeId'

/**
 * Text that stands for itself, with none of the characters that `XmlReader` leaves to the general parser.
 * Without `>`, so that it cannot hold the end of CDATA, and without the pairs of surrogates, which a pattern
 * of single characters cannot tell from lone ones.
 */
const value = '[^<>&\\0-\\x08\\x0B-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*'

/**
 * How the records of one answer are laid out: a record has an id and a list, that has rows, and those have
 * fields. It is learned from the records that were read tag by tag; all others that are laid out so, which
 * are nearly all, can then be taken by regular expressions. Those are fast from the start, where code that
 * hears of every tag runs slowly until the engine has compiled it, which takes longer than the whole answer.
 *
 * What is learned decides how many records are taken so, never what is read: a record that matches says the
 * same either way.
 */
export class RecordLayout {
  private frame: Frame | undefined
  private readonly fields: Field[] = []
  private fieldCount = 0
  private lessons = 0
  /** The record being read tag by tag showed something new. */
  private isTaught = false
  /** The last one did not. Only then patterns are made: making them costs as much as reading some records. */
  private isSettled = false
  private patterns: RecordPatterns | undefined

  /** Of the record being read tag by tag: the names of its element, its id and its list. */
  private opened: { record: string; id: string; list: string } = { record: '', id: '', list: '' }
  /**
   * For each depth inside the row: the fields there, and which of them may come next. No fields where nothing
   * is learned.
   */
  private readonly levels: { fields: Field[] | undefined; next: number }[] = []

  /** The wanted fields by name, without prefix. */
  constructor(private readonly wanted: readonly string[]) {}

  /** The patterns for what is known by now; `undefined` until that is enough. */
  findPatterns(): RecordPatterns | undefined {
    if (!this.isSettled || this.frame === undefined) return undefined
    this.patterns ??= toPatterns(this.frame, this.fields, this.wanted)
    return this.patterns
  }

  /** An element opens that is read tag by tag; `depth` is 1 for a record. */
  open(name: string, depth: number): void {
    if (depth > 3) {
      this.openField(name, depth - 4)
    } else if (depth === 3) {
      this.openRow(name)
    } else if (depth === 2) {
      if (localName(name) === idName) this.opened.id = name
      else this.opened.list = name
    } else {
      this.opened = { record: name, id: '', list: '' }
      this.isTaught = false
    }
  }

  /** The record that was read tag by tag is over. */
  closeRecord(): void {
    this.isSettled = !this.isTaught
  }

  private openRow(row: string): void {
    const { record, id, list } = this.opened
    this.enter(0, this.fields)
    if (id === '' || list === '') return
    const known = this.frame
    if (known?.row === row && known.list === list && known.id === id && known.record === record) return
    if (this.learn()) this.frame = { record, id, list, row }
  }

  private openField(name: string, depth: number): void {
    const level = this.levels[depth]
    if (level?.fields === undefined) {
      this.enter(depth + 1, undefined)
      return
    }
    const expected = level.fields[level.next]
    const field = expected?.name === name ? expected : this.placeField(name, level.fields, level.next, depth)
    if (field !== undefined)
      level.next = field === expected ? level.next + 1 : level.fields.indexOf(field) + 1
    this.enter(depth + 1, field?.inner)
  }

  private enter(depth: number, fields: Field[] | undefined): void {
    const level = this.levels[depth]
    if (level === undefined) {
      this.levels[depth] = { fields, next: 0 }
    } else {
      level.fields = fields
      level.next = 0
    }
  }

  /**
   * The field of that name, which belongs where it was come upon now: a new one is put there, and one that
   * stands before its predecessor is moved, for where fields may be absent the first records do not show
   * their order.
   */
  private placeField(name: string, fields: Field[], next: number, depth: number): Field | undefined {
    const at = fields.findIndex((field) => field.name === name)
    const known = fields[at]
    if (known !== undefined && at >= next) return known
    const isWanted = depth === 0 && this.wanted.includes(localName(name))
    // A wanted field under two names would need to know which came last.
    if (known === undefined && isWanted && fields.some((field) => localName(field.name) === localName(name)))
      return undefined
    if ((known === undefined && this.fieldCount >= mostFields) || !this.learn()) return known
    // What stands inside a wanted field counts as its text, so that with anything inside it is for the
    // general way.
    const field = known ?? { name, inner: isWanted ? undefined : [] }
    if (known === undefined) this.fieldCount += 1
    fields.splice(next, 0, field)
    if (known !== undefined) fields.splice(at, 1)
    return field
  }

  /** Whether there may be another lesson. */
  private learn(): boolean {
    if (this.lessons >= mostLessons) return false
    this.lessons += 1
    this.isTaught = true
    this.patterns = undefined
    return true
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const toPatterns = (frame: Frame, fields: readonly Field[], wanted: readonly string[]): RecordPatterns => {
  const { record, id, list, row } = frame
  const groups: string[] = []
  const inRow = fields.map((field) => {
    const name = localName(field.name)
    if (!wanted.includes(name)) return toPattern(field)
    groups.push(name)
    return toPattern(field, true)
  })
  // Fields that never came have a group too, an empty one, so that every place can be asked.
  const absent = wanted.filter((name) => !groups.includes(name))
  const ending = `</${row}>(?:<${row}>|(</${list}></${record}>))`
  return {
    head: new RegExp(
      escaped(`<${record}><${id}>`) + `(${value})` + escaped(`</${id}><${list}><${row}>`),
      'y',
    ),
    row: new RegExp(inRow.join('') + '()'.repeat(absent.length) + escaped(ending), 'y'),
    places: wanted.map((name) => [...groups, ...absent].indexOf(name) + 1),
    last: wanted.length + 1,
    opening: `<${record}>`,
    closing: `</${record}>`,
    elements: { head: 3, row: 1 + countFields(fields) },
  }
}

/**
 * A field may be absent, empty or nil. No two parts of a pattern can match at one place, as each begins with
 * a name of its own, and no value can match a bracket: so no text takes long to refuse.
 */
const toPattern = ({ name, inner }: Field, isWanted = false): string => {
  const written = escaped(name)
  const text = isWanted ? `(${value})` : value + (inner ?? []).map((field) => toPattern(field)).join('')
  return `(?:<${written}>${text}</${written}>|<${written}(?: xsi:nil="true")? ?/>)?`
}

const countFields = (fields: readonly Field[]): number =>
  fields.reduce((count, { inner }) => count + 1 + countFields(inner ?? []), 0)

/** Of all that a name may hold only the dot means something in a pattern. */
const escaped = (text: string): string => text.replaceAll('.', '\\.')
