import { createCallError, type CallErrorCode } from './call-error.js'
import { toFaultError, type Fault } from './faults.js'
import { XmlReader, type RecordTaker } from './xml/xml-reader.js'
import type { XmlTag } from './xml/xml-tag.js'

/** More than any answer of its kind can be. What is larger is refused while it comes in, unpacked or not. */
export interface AnswerLimits {
  characters: number
  elements: number
}

/** Ten times what fifty thousand people take. */
const companyWide: AnswerLimits = { characters: 512 * 1024 * 1024, elements: 32 * 1024 * 1024 }

export interface ResultRecords extends Omit<RecordTaker, 'depth'> {
  /** How many elements the records held that were taken so far, at most. */
  readonly elements: number
}

/**
 * Takes in what stands inside the `…Result` element of an answer, piece by piece, and keeps what it wants of
 * it.
 */
export interface ResultReader<Result> {
  /** How much of an answer is taken in; absent for the answers about a whole company. */
  readonly limits?: AnswerLimits
  /** Takes children of the result element out of the text itself, instead of hearing of what is in them. */
  readonly records?: ResultRecords
  /**
   * `depth` is 1 for the children of the result element. `isNil` when the element says `xsi:nil`. `written`
   * is the name with the prefix, as it stands in the answer.
   */
  open(name: string, depth: number, isNil: boolean, written: string): void
  /**
   * Text directly inside the element opened last; inside the result element itself before any is opened. May
   * come in pieces.
   */
  text(text: string): void
  close(depth: number): void
  /**
   * The text of the innermost element refers to a character that does not exist. Absent: nothing of the
   * answer counts then.
   */
  doubt?(): void
  /** What was read. Only asked for after a complete answer. */
  result(): Result
}

/**
 * Characters without any element beginning or ending: longer than any value of a payroll record, shorter than
 * what hurts.
 */
const longestSilence = 1024 * 1024
const longestFaultText = 8 * 1024
/** Elements inside elements; a payroll record needs ten. */
const deepest = 64

/** The elements around what stands in a result: envelope, body, response and result. */
const resultDepth = 4

type Part = 'envelope' | 'header' | 'body' | 'response' | 'fault'

/**
 * The elements of a fault that matter: SOAP 1.1 in lower case, SOAP 1.2 in capitals. The first of each
 * counts.
 */
const faultParts: Readonly<Record<string, keyof Fault>> = {
  faultcode: 'origin',
  Value: 'origin',
  faultstring: 'text',
  Text: 'text',
}

/**
 * Reads the SOAP envelope of one answer as it comes in, in SOAP 1.1 or 1.2, and hands the content of the
 * result element on. It holds no more of the answer than the element it is in. Throws the fault that the
 * answer holds, or says what is wrong with it. What is thrown holds nothing of the answer's text.
 */
export class EnvelopeReader {
  private readonly xml = new XmlReader({
    records: {
      depth: resultDepth,
      take: (text, from) => this.takeRecords(text, from),
      awaits: (text, from) => this.records?.awaits(text, from) === true,
    },
    open: (tag) => {
      this.open(tag)
    },
    close: () => {
      this.close()
    },
    text: (text) => {
      this.text(text)
    },
    declare: (doctype) => this.fail(isHtml(doctype) ? 'not-soap' : 'declaration-refused'),
    complain: (error) => {
      if (isReferenceToNothing(error)) this.doubt()
      else if (!isOddCharacter(error)) this.fail('not-soap')
    },
  })
  private readonly fault: { [Key in keyof Fault]?: string } = {}
  private part: Part = 'envelope'
  private depth = 0
  private silence = 0
  private characters = 0
  private elements = 0
  private readonly limits: AnswerLimits
  private faultPart: keyof Fault | undefined
  private sawFault = false
  private sawResponse = false

  constructor(
    private readonly operation: string,
    private readonly reader: ResultReader<unknown>,
  ) {
    this.limits = reader.limits ?? companyWide
  }

  /** Takes the next piece of the answer; `undefined` stands for bytes that are no text. */
  write(piece: string | undefined): void {
    if (piece === undefined) return this.fail('not-soap')
    this.silence += piece.length
    this.characters += piece.length
    if (this.characters > this.limits.characters) this.fail('answer-too-large')
    this.xml.write(piece)
    if (this.silence > longestSilence) this.fail('answer-too-large')
  }

  /** Says that the answer is over. Throws unless it was whole and held the response to this call. */
  end(): void {
    this.xml.end()
    if (this.depth > 0) this.fail('truncated')
    if (!this.sawFault && !this.sawResponse)
      this.fail(this.part === 'envelope' ? 'truncated' : 'unexpected-answer')
    if (this.sawFault) throw this.toFault()
  }

  /** Whether a fault has begun, also when the answer then broke off. */
  holdsFault(): boolean {
    return this.sawFault
  }

  /** The fault of the answer as an error. */
  private toFault(): Error {
    return toFaultError({ origin: this.fault.origin ?? '', text: this.fault.text ?? '' }, this.operation)
  }

  private get records(): ResultRecords | undefined {
    return this.part === 'response' ? this.reader.records : undefined
  }

  private takeRecords(text: string, from: number): number {
    const { records } = this
    if (records === undefined) return from
    const end = records.take(text, from)
    if (end > from) this.silence = 0
    this.countElements(0)
    return end
  }

  private countElements(more: number): void {
    this.elements += more
    const taken = this.reader.records?.elements ?? 0
    if (this.elements + taken > this.limits.elements) this.fail('answer-too-large')
  }

  private open({ name: written, localName: name, isNil }: XmlTag): void {
    this.silence = 0
    this.countElements(1)
    const depth = this.depth++
    if (depth > deepest) this.fail('unexpected-answer')
    if (depth < 3) this.openOuter(name, depth)
    else if (this.part === 'fault') this.openInFault(name)
    else if (this.part === 'response' && depth > 3) this.reader.open(name, depth - 3, isNil, written)
  }

  private openOuter(name: string, depth: number): void {
    if (depth === 0) {
      if (name !== 'Envelope') this.fail('not-soap')
    } else if (depth === 1) {
      this.part = name === 'Body' ? 'body' : 'header'
    } else if (this.part === 'body') {
      this.openInBody(name)
    }
  }

  private openInBody(name: string): void {
    if (name === 'Fault') {
      this.part = 'fault'
      this.sawFault = true
    } else if (name === `${this.operation}Response` && !this.sawResponse) {
      this.part = 'response'
      this.sawResponse = true
    } else {
      this.fail('unexpected-answer')
    }
  }

  private openInFault(name: string): void {
    const part = faultParts[name]
    this.faultPart = part !== undefined && this.fault[part] === undefined ? part : undefined
    if (this.faultPart !== undefined) this.fault[this.faultPart] = ''
  }

  private close(): void {
    this.silence = 0
    const depth = --this.depth
    this.faultPart = undefined
    if (depth > 3 && this.part === 'response') this.reader.close(depth - 3)
    else if (depth === 2 && this.part !== 'header') this.part = 'body'
  }

  private text(text: string): void {
    this.silence = 0
    if (this.part === 'response') {
      if (this.depth > 3) this.reader.text(text)
    } else if (this.faultPart !== undefined) {
      this.fault[this.faultPart] = `${this.fault[this.faultPart] ?? ''}${text}`.slice(0, longestFaultText)
    }
  }

  /** What it is about is for the reader to say: of a whole company it is one person. */
  private doubt(): void {
    if (this.part !== 'response') return
    if (this.reader.doubt === undefined || this.depth <= resultDepth) this.fail('unreadable-value')
    this.reader.doubt()
  }

  private fail(code: CallErrorCode): never {
    throw createCallError(code, this.operation)
  }
}

/**
 * A control character that stands in a text unescaped. The parser reports it and takes the character as it
 * is.
 */
const isOddCharacter = (error: Error): boolean =>
  /: disallowed character\.$|^disallowed character\.$/.test(error.message)

/** `&#x0;` and other references to characters that no text can have. The parser leaves them as they stand. */
const isReferenceToNothing = (error: Error): boolean => error.message.endsWith('malformed character entity.')

const isHtml = (doctype: string): boolean => /^\s*html\b/i.test(doctype)
