import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Alias, Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml'

import type { Problem } from '../domain/errors.js'
import { formatKeyPath, type KeyPath } from './key-path.js'

/**
 * A YAML file as plain data. Every scalar is the text that was typed (a number is not a number yet, so no
 * digit of an id or a token can be lost); nothing, `~` and `null` are `null`. `problems` may also name
 * doubled keys.
 */
export interface YamlText {
  data: unknown
  /** The 1-based line of the key or item at a path, else of the nearest thing around it. */
  lineOf: (path: KeyPath) => number
  problems: readonly Problem[]
}

/** Larger files are not written by people. */
export const maxYamlCharacters = 1024 * 1024
/**
 * A file of few bytes can unfold into millions of nodes through aliases. A pilot list of thousands of people
 * fits.
 */
const maxNodes = 20_000
/** The parser runs out of memory on thousands of nested `- - - -`. */
const tooDeep = /^[ \t?:-]{200}/m

/** Reads YAML text. A file that is too large or is no YAML gives its problems only. */
export const parseYaml = (text: string, file: string): YamlText | { problems: readonly Problem[] } => {
  if (text.length > maxYamlCharacters) {
    return { problems: [wholeFile(file, `at most ${maxYamlCharacters} characters`, `${text.length}`)] }
  }
  if (tooDeep.test(text)) {
    return { problems: [wholeFile(file, 'keys that are indented by less than 200 blanks', 'more')] }
  }
  const lines = new LineCounter()
  // "failsafe" leaves every scalar as text; what is a number or a switch is decided by the schema of the
  // file.
  const options = { schema: 'failsafe', uniqueKeys: false, lineCounter: lines, prettyErrors: false } as const
  const document = parseDocument(text, options)
  const problems = document.errors.map((error) => ({
    ...wholeFile(file, 'YAML', error.message),
    line: lines.linePos(error.pos[0]).line,
  }))
  return problems.length > 0 ? { problems } : new PlainReader(document, lines, file).read()
}

/** Where the keys of one file stand. `file` is its name as it is shown. */
export const toPlaceOf =
  ({ lineOf }: Pick<YamlText, 'lineOf'>, file: string) =>
  (path: KeyPath): Pick<Problem, 'file' | 'line' | 'key'> => ({
    file,
    line: lineOf(path),
    key: formatKeyPath(path),
  })

const wholeFile = (file: string, expected: string, found: string): Problem => ({
  severity: 'error',
  file,
  line: 0,
  key: '',
  expected,
  found,
})

/** Turns YAML nodes into plain data and remembers the line of everything. */
class PlainReader {
  readonly #lineByPath = new Map<string, number>()
  readonly #targets = new Map<Alias, Node | undefined>()
  readonly #problems: Problem[] = []
  #nodes = 0

  constructor(
    readonly document: Document.Parsed,
    readonly lines: LineCounter,
    readonly file: string,
  ) {}

  read(): YamlText | { problems: readonly Problem[] } {
    const data = this.#toPlain(this.document.contents, [])
    // What was left out would only be the next thing to be called wrong.
    if (this.#nodes > maxNodes) return { problems: this.#problems }
    return { data, lineOf: (path) => this.#lineOf(path), problems: this.#problems }
  }

  #lineOf(path: KeyPath): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lineByPath.get(formatKeyPath(path.slice(0, length)))
      if (line !== undefined) return line
    }
    return path.length === 0 ? 0 : 1
  }

  #toPlain(node: Node | null | undefined, path: KeyPath): unknown {
    this.#nodes += 1
    if (this.#nodes > maxNodes) {
      if (this.#nodes === maxNodes + 1)
        this.#report(path, `at most ${maxNodes} values`, 'more, through aliases')
      return null
    }
    if (node === null || node === undefined) return null
    if (isAlias(node)) return this.#toPlain(this.#resolve(node, path), path)
    if (isMap(node)) return this.#toRecord(node as YAMLMap<Node, Node | null>, path)
    if (isSeq(node)) return this.#toList(node as YAMLSeq<Node>, path)
    return isScalar(node) ? this.#toText(node, path) : null
  }

  #resolve(alias: Alias, path: KeyPath): Node | undefined {
    // Finding an anchor means a walk through the document, so it is done once for each alias.
    const target = this.#targets.get(alias) ?? alias.resolve(this.document)
    this.#targets.set(alias, target)
    // An alias inside its own anchor would be read for ever.
    const end = target?.range?.[1] ?? 0
    if (target !== undefined && (alias.range?.[0] ?? 0) >= end) return target
    this.#report(path, 'an alias of an anchor above it', `*${alias.source}`)
    return undefined
  }

  #toRecord(map: YAMLMap<Node, Node | null>, path: KeyPath): Record<string, unknown> {
    const entries = new Map<string, unknown>()
    for (const { key, value } of map.items) {
      const name: unknown = isScalar(key) ? key.value : undefined
      if (typeof name !== 'string') {
        this.#report(path, 'keys that are plain text', 'a list or a mapping as key')
        continue
      }
      const inner = [...path, name]
      if (entries.has(name)) this.#report(inner, 'each key once', 'the key again', this.#lineOfNode(key))
      this.#remember(inner, key)
      entries.set(name, this.#toPlain(value, inner))
    }
    return Object.fromEntries(entries)
  }

  #toList(list: YAMLSeq<Node>, path: KeyPath): unknown[] {
    return list.items.map((item, index) => {
      const inner = [...path, index]
      this.#remember(inner, item)
      return this.#toPlain(item, inner)
    })
  }

  #toText(scalar: Scalar, path: KeyPath): string | null {
    if (scalar.tag !== undefined && scalar.tag !== 'tag:yaml.org,2002:str') {
      this.#report(path, 'a value without a tag', scalar.tag)
      return null
    }
    const text = typeof scalar.value === 'string' ? scalar.value : ''
    return scalar.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/.test(text) ? null : text
  }

  #remember(path: KeyPath, node: Node): void {
    const key = formatKeyPath(path)
    // Of a key that stands twice, or is reached through an alias, the first place counts.
    if (!this.#lineByPath.has(key)) this.#lineByPath.set(key, this.#lineOfNode(node))
  }

  #lineOfNode(node: Node): number {
    return this.lines.linePos(node.range?.[0] ?? 0).line
  }

  #report(path: KeyPath, expected: string, found: string, line = this.#lineOf(path)): void {
    this.#problems.push({
      severity: 'error',
      file: this.file,
      line,
      key: formatKeyPath(path),
      expected,
      found,
    })
  }
}
