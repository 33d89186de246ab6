import type { Problem } from '../../domain/errors.js'
import { toProblem, type Place, type Remark } from '../../yaml/describe-issues.js'
import { findAt, isRecord, type KeyPath } from '../../yaml/key-path.js'
import { shortenPath } from '../shorten-path.js'
import { parseYaml, toPlaceOf, type YamlText } from '../../yaml/parse-yaml.js'
import { defaultsDescription } from '../schema/schema.js'
import { findEmployerFiles, nameByFile, type Folders } from './employer-files.js'
import { findOrigin, mergeDefaults } from './merge-defaults.js'

/**
 * A configuration as one piece of data, whichever files it was written in: defaults are merged into the
 * connections.
 */
export interface ConfigDocument {
  data: unknown
  /**
   * Where a key of `data` was written: in the configuration, under its `defaults`, or in the file of an
   * employer.
   */
  placeOf: (path: KeyPath) => Place
  /** The files of employers, absolute. */
  employerFiles: readonly string[]
  problems: readonly Problem[]
}

/** Reads a text file; throws when that fails. */
type ReadText = (path: string, shown: string) => Promise<string>

export interface DocumentNames extends Folders {
  /** The configuration as it is named on the screen. */
  shown: string
  cwd: string
}

/** One connection as it was written, and where. */
interface Written {
  data: unknown
  placeOf: (path: KeyPath) => Place
}

/** Puts the configuration together from its own text and from the files of employers that it names. */
export const assembleDocument = async (
  main: YamlText,
  names: DocumentNames,
  readText: ReadText,
): Promise<ConfigDocument> => {
  const inMain = toPlaceOf(main, names.shown)
  const { defaults, ...rest } = isRecord(main.data) ? main.data : { defaults: undefined }
  const gathered = await new Gathering(main, names, readText).gather(findAt(main.data, ['connections']))
  const { written } = gathered
  const problems = [...main.problems, ...gathered.problems, ...checkDefaults(main, inMain)]
  const data = !isRecord(main.data)
    ? main.data
    : written === undefined
      ? rest
      : { ...rest, connections: written.map((one) => mergeDefaults(defaults, one.data)) }
  const placeOf = (path: KeyPath): Place => {
    const [top, index, ...inner] = path
    const one = top === 'connections' && typeof index === 'number' ? written?.[index] : undefined
    if (one === undefined) return inMain(path)
    const isCommon = findOrigin(defaults, one.data, inner) === 'defaults'
    return isCommon ? inMain(['defaults', ...inner]) : one.placeOf(inner)
  }
  return { data, placeOf, employerFiles: gathered.files, problems }
}

const checkDefaults = ({ data }: YamlText, placeOf: Written['placeOf']): Problem[] => {
  const defaults = findAt(data, ['defaults'])
  const note = (path: KeyPath, remark: Remark): Problem =>
    toProblem({ data, placeOf, schema: () => ({}) }, ['defaults', ...path], remark)
  if (defaults === undefined) return []
  if (!isRecord(defaults)) return [note([], { expected: defaultsDescription })]
  return Object.hasOwn(defaults, 'name')
    ? [note(['name'], { expected: 'nothing: each connection has a name of its own' })]
    : []
}

/** Collects what the list of connections names, each file once. */
class Gathering {
  readonly #seen = new Set<string>()
  readonly #problems: Problem[] = []

  constructor(
    readonly main: YamlText,
    readonly names: DocumentNames,
    readonly readText: ReadText,
  ) {}

  /** `written`: `undefined` when there is no list, which the schema names. */
  async gather(
    list: unknown,
  ): Promise<{ written: readonly Written[] | undefined; files: readonly string[]; problems: Problem[] }> {
    const written: Written[] = []
    for (const [index, entry] of Array.isArray(list) ? (list as unknown[]).entries() : []) {
      const path = ['connections', index]
      if (typeof entry === 'string') written.push(...(await this.#readEntry(entry, path)))
      else written.push({ data: entry, placeOf: (inner) => this.#place([...path, ...inner]) })
    }
    const isList = Array.isArray(list)
    return { written: isList ? written : undefined, files: [...this.#seen], problems: this.#problems }
  }

  #place(path: KeyPath): Place {
    return toPlaceOf(this.main, this.names.shown)(path)
  }

  async #readEntry(entry: string, path: KeyPath): Promise<Written[]> {
    const found = await findEmployerFiles(entry, this.names)
    if ('remark' in found) {
      const context = {
        data: this.main.data,
        placeOf: (at: KeyPath) => this.#place(at),
        schema: () => ({}),
      }
      this.#problems.push(toProblem(context, path, found.remark))
      return []
    }
    const files = found.files.filter((file) => !this.#seen.has(file))
    for (const file of files) this.#seen.add(file)
    return (await Promise.all(files.map((file) => this.#readFile(file)))).flat()
  }

  async #readFile(file: string): Promise<Written[]> {
    const shown = shortenPath(this.names.cwd, file)
    const yaml = parseYaml(await this.readText(file, shown), shown)
    this.#problems.push(...yaml.problems)
    return 'data' in yaml ? [{ data: nameByFile(yaml.data, file), placeOf: toPlaceOf(yaml, shown) }] : []
  }
}
