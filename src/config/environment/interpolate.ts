import type { Remark } from '../../yaml/describe-issues.js'
import { formatKeyPath, type KeyPath } from '../../yaml/key-path.js'

/** What placeholders can stand for. */
export interface PlaceholderSources {
  env: Readonly<Record<string, string | undefined>>
  /** Contents of the files that `findSecretFiles` named; `undefined` for one that could not be read. */
  files: ReadonlyMap<string, string | undefined>
  /** The `.env` that was looked into, as it is shown. */
  envFile: string
}

/** Data with its placeholders filled in. */
export interface Interpolated {
  data: unknown
  flaws: readonly { path: KeyPath; remark: Remark }[]
  /** How a text that had placeholders may be shown: by their names. */
  shownAs: ReadonlyMap<string, string>
}

// `$${` is a literal `${`.
const placeholder = /\$\$\{|\$\{([^}]*)(\}?)/g
const variable = /^([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?$/s
const filePrefix = 'file:'

/** A text as it is written into a configuration when it is meant to the letter. */
export const toLiteral = (text: string): string => text.replaceAll('${', () => '$${')

const contentsOf = (text: string): string[] =>
  [...text.matchAll(placeholder)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]))

/** Whether the text says nothing secret by itself: it has a placeholder, and none of them has a default. */
export const isOnlyPlaceholder = (text: string): boolean =>
  contentsOf(text).length > 0 && contentsOf(text).every((content) => !/:-./.test(content))

const eachText = (data: unknown, path: KeyPath, visit: (text: string, path: KeyPath) => unknown): unknown => {
  if (typeof data === 'string') return visit(data, path)
  if (Array.isArray(data)) return data.map((item: unknown, index) => eachText(item, [...path, index], visit))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, eachText(value, [...path, key], visit)]),
  )
}

const collectContents = (data: unknown, toName: (content: string) => string | undefined): Set<string> => {
  const names = new Set<string>()
  eachText(data, [], (text) => {
    for (const content of contentsOf(text)) {
      const name = toName(content)
      if (name !== undefined) names.add(name)
    }
  })
  return names
}

/** The files that `${file:PATH}` placeholders name. */
export const findSecretFiles = (data: unknown): ReadonlySet<string> =>
  collectContents(data, (content) =>
    content.startsWith(filePrefix) ? content.slice(filePrefix.length) : undefined,
  )

/** The variables that `${NAME}` and `${NAME:-default}` placeholders name. */
export const findVariables = (data: unknown): ReadonlySet<string> =>
  collectContents(data, (content) => variable.exec(content)?.[1])

/**
 * Fills in `${NAME}`, `${NAME:-default}` and `${file:PATH}`. What cannot be filled in is a flaw and becomes
 * empty text.
 */
export const interpolate = (data: unknown, sources: PlaceholderSources): Interpolated => {
  const flaws: { path: KeyPath; remark: Remark }[] = []
  const shownAs = new Map<string, string>()
  const filled = eachText(data, [], (text, path) => {
    const contents = contentsOf(text)
    if (contents.length > 0)
      shownAs.set(formatKeyPath(path), `the value of ${contents.map(show).join(' and ')}`)
    return text.replace(
      placeholder,
      (_whole: string, content: string | undefined, end: string | undefined) => {
        if (content === undefined) return '${'
        const result = end === '' ? unclosed : fill(content, sources)
        if (typeof result === 'string') return result
        flaws.push({ path, remark: result })
        return ''
      },
    )
  })
  return { data: filled, flaws, shownAs }
}

const show = (content: string): string => `\${${content.replace(/:-.*$/s, '')}}`

const unclosed: Remark = { expected: 'a } after ${, or $${ for a literal ${', found: 'no }' }

const fill = (content: string, { env, files, envFile }: PlaceholderSources): string | Remark => {
  if (content.startsWith(filePrefix)) {
    const file = content.slice(filePrefix.length)
    // A file written by an editor or by echo ends in a newline that is not part of the secret.
    return (
      files.get(file)?.replace(/\r?\n$/, '') ?? {
        expected: 'a readable regular file of at most 64 KiB, in UTF-8',
        found: file,
      }
    )
  }
  const parts = variable.exec(content)
  const name = parts?.[1]
  if (name === undefined)
    return { expected: '${NAME}, ${NAME:-default} or ${file:/path}', found: show(content) }
  const value = env[name] ?? ''
  if (value !== '') return value
  return parts?.[2] ?? { expected: `${name} in the environment or in ${envFile}`, found: 'not set' }
}
