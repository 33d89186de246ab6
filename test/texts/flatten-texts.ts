import { commandCatalogue } from '../../src/cli/command-catalogue.js'

/** A text of a catalogue, and the values that stand in it, in alphabetical order. */
export interface FlatText {
  text: string
  holes: readonly string[]
}

/**
 * Every text of a catalogue by its key. A function is called with marks instead of values, so that it can be
 * seen which of them it uses.
 */
export const flattenTexts = (texts: unknown, key = ''): ReadonlyMap<string, FlatText> => {
  if (typeof texts === 'string') return new Map([[key, { text: texts, holes: holesOf(texts) }]])
  if (typeof texts === 'function') {
    const given = Array.from({ length: texts.length }, (_, index) => toMark(`${index}`))
    return flattenTexts((texts as (...values: unknown[]) => unknown)(...given), `${key}()`)
  }
  if (typeof texts !== 'object' || texts === null) return new Map()
  return new Map(
    Object.entries(texts).flatMap(([name, inner]) => [
      ...flattenTexts(inner, key === '' ? name : `${key}.${name}`),
    ]),
  )
}

const command =
  'nmbrs-sync(?: (?:(?:access|onboarding|config|mappings|runs|state|notices|audit) [a-z]+|(?:holds|worklist)(?: (?:release|reject|withdraw|done|retry))?|NAMES))?'

const names = commandCatalogue.map(({ name }) => name).join('|')

const hole = new RegExp(
  `\\{\\w+\\}|#|⟦[^⟧]*⟧|${command.replace('NAMES', names)}|(?<![\\w-])--[a-z][a-z-]*`,
  'g',
)

/** `{name}`, `#`, commands and flags, and the marks of a function: what every language must say alike. */
const holesOf = (text: string): string[] => [...new Set(text.match(hole) ?? [])].sort()

/** Stands for any value: its text is a mark, and so is that of whatever is read from it. */
const toMark = (path: string): unknown =>
  new Proxy(() => undefined, {
    get: (_, name) => {
      if (name === Symbol.toPrimitive || name === 'toString') return () => `⟦${path}⟧`
      return typeof name === 'string' ? toMark(`${path}.${name}`) : undefined
    },
  })
