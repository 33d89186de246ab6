import { SaxesParser } from 'saxes'
import { readPlainTag, toXmlTag, type XmlTag } from './xml-tag.js'
import { ownCopy } from '../../../common/retained-text.js'

/**
 * Takes records out of the text itself, many at a time, where they are written in the way in which nearly all
 * are.
 */
export interface RecordTaker {
  /** How many elements are open around a record. */
  readonly depth: number
  /**
   * Takes the whole records that begin there, one after the other, and gives where the first begins that is
   * not one to be taken so.
   */
  take(text: string, from: number): number
  /** Whether a record begins there, and most likely one to be taken so, whose end has not come in yet. */
  awaits(text: string, from: number): boolean
}

/** Is told what stands in a document, in its order. */
export interface XmlHandler {
  /**
   * What it takes it is not told. It must hold to the text as it is read here: markup it knows, and plain
   * text.
   */
  readonly records?: RecordTaker
  open(tag: XmlTag): void
  /** Text between two tags, in one or more pieces, with everything in it resolved. */
  text(text: string): void
  close(): void
  /** A document type stands in it. */
  declare(doctype: string): void
  /** It is no XML, for this reason. Throws, or takes it as it is. */
  complain(error: Error): void
}

/**
 * Anything that is not simply itself between two tags: what XML refuses, what it turns into a line end, and
 * the end of CDATA.
 */
const notPlain = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\]\]>/gu
const beginning = /^(?:<\?xml version="1\.0" encoding="utf-8"\?>)?[\t\n ]*/
const onlyNamed = /^(?:[^&]|&(?:amp|lt|gt|quot|apos);)*$/
const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Longer than a tag with the value before it ever is: what goes on for longer is not waited for. */
const longestPart = 64 * 1024
/**
 * Names of elements repeat; a document that has more different tags than this is read without remembering
 * them.
 */
const mostTags = 1000

/**
 * Reads XML as it comes in. Nmbrs writes next to nothing but tags and plain text, some forty fields for each
 * of tens of thousands of people, and that is read here by looking for the next bracket, which takes a fifth
 * of the time. What is anything else, or in any doubt, is not judged here: from there on the document is read
 * by `saxes`, which is told what is open. So is what follows the end.
 */
export class XmlReader {
  private readonly tags = new Map<string, XmlTag>()
  /** The elements that are open, as long as this reads. */
  private readonly opened: XmlTag[] = []
  /** The outermost element was closed. */
  private isOver = false
  /** What came in and is not read yet. */
  private rest = ''
  private parser: SaxesParser | undefined
  private records: RecordTaker | undefined

  constructor(private readonly handler: XmlHandler) {
    this.records = handler.records
  }

  write(piece: string): void {
    if (this.parser !== undefined) {
      this.parser.write(piece)
      return
    }
    if (piece === '') return
    this.rest += piece
    this.readOn()
  }

  /** Says that the document is over: nothing is waited for any more. */
  end(): void {
    this.records = undefined
    if (this.parser === undefined && this.rest !== '') this.readOn()
  }

  private readOn(): void {
    const isRead = !this.isOver && this.readPlain(this.rest)
    if (!isRead || this.rest.length > longestPart) this.handOver()
  }

  /**
   * Reads all that is plain and there in full, and keeps the rest. Gives `false` when it came upon something
   * else.
   */
  private readPlain(text: string): boolean {
    let at = this.opened.length === 0 ? (beginning.exec(text)?.[0].length ?? 0) : this.takeRecords(text, 0)
    if (at === -1) return true
    if (holdsOddity(text, at)) return this.keep(text, at, false)
    if (this.opened.length === 0 && at < text.length && !text.startsWith('<', at)) return false
    for (;;) {
      const start = text.indexOf('<', at)
      if (start === -1) break
      const closing = this.findClosing(text, start)
      const end = closing === undefined ? text.indexOf('>', start) + 1 : start + closing.length
      if (end === 0) break
      if (start > at && !this.readText(text.slice(at, start))) return this.keep(text, at, false)
      const isRead = closing === undefined ? this.open(text.slice(start + 1, end - 1)) : this.close()
      if (!isRead) return this.keep(text, start, false)
      if (this.isOver) return this.keep(text, end, end === text.length)
      at = this.takeRecords(text, end)
      if (at === -1) return true
    }
    return this.keep(text, at, true)
  }

  /**
   * Has the records taken that begin there. Gives where to go on, or -1 when the rest is kept until more of
   * it is there.
   */
  private takeRecords(text: string, from: number): number {
    const { records, opened } = this
    if (records?.depth !== opened.length) return from
    const at = records.take(text, from)
    if (!records.awaits(text, at)) return at
    this.keep(text, at, true)
    return -1
  }

  /** Before the first tag nothing counts as read, so that its place in the document stays known. */
  private keep(text: string, from: number, isRead: boolean): boolean {
    if (this.opened.length > 0 || this.isOver) this.rest = text.slice(from)
    return isRead
  }

  private readText(text: string): boolean {
    if (!text.includes('&')) this.handler.text(text)
    else if (onlyNamed.test(text)) this.handler.text(text.replace(/&\w+;/g, (one) => named[one] ?? one))
    else return false
    return true
  }

  /** The closing tag of the innermost element, if it stands there. */
  private findClosing(text: string, start: number): string | undefined {
    const closing = this.opened.at(-1)?.end
    return closing !== undefined && text.startsWith(closing, start) ? closing : undefined
  }

  private close(): true {
    this.opened.pop()
    this.isOver = this.opened.length === 0
    this.handler.close()
    return true
  }

  private open(inner: string): boolean {
    const { opened, handler } = this
    const tag = this.findTag(inner)
    if (tag === undefined || (tag.isEmpty && opened.length === 0)) return false
    handler.open(tag)
    if (tag.isEmpty) handler.close()
    else opened.push(tag)
    return true
  }

  private findTag(inner: string): XmlTag | undefined {
    const known = this.tags.get(inner)
    if (known !== undefined) return known
    const own = ownCopy(inner)
    const tag = readPlainTag(own)
    if (tag !== undefined && this.tags.size < mostTags) this.tags.set(own, tag)
    return tag
  }

  private handOver(): void {
    const { handler, rest } = this
    const parser = createParser()
    this.parser = parser
    this.rest = ''
    parser.write(this.isOver ? '<over/>' : this.opened.map(({ name }) => `<${name}>`).join(''))
    connect(parser, handler)
    parser.write(rest)
  }
}

const holdsOddity = (text: string, from: number): boolean => {
  notPlain.lastIndex = from
  return notPlain.test(text)
}

/**
 * References as in XML 1.1, because .NET writes control characters so, which XML 1.0 forbids: one such
 * character in one person's street would make the whole company unreadable. Characters as in XML 1.0, which
 * .NET writes: U+0085 and U+2028 are themselves, and no line ends.
 */
const createParser = (): SaxesParser => {
  const parser = new SaxesParser({
    xmlns: false,
    position: false,
    defaultXMLVersion: '1.1',
    forceXMLVersion: true,
  })
  // The parser has no setting for it, and chooses between these two by the version alone.
  const reads = parser as unknown as { getCode: unknown; getCode10: unknown }
  reads.getCode = reads.getCode10
  return parser
}

const connect = (parser: SaxesParser, handler: XmlHandler): void => {
  const text = handler.text.bind(handler)
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    handler.open(toXmlTag(name, attributes, isSelfClosing))
  })
  parser.on('closetag', handler.close.bind(handler))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('doctype', handler.declare.bind(handler))
  parser.on('error', handler.complain.bind(handler))
}
