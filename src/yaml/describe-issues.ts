import type { z } from 'zod'

import type { Problem } from '../domain/errors.js'
import { findGroupsWith, findSchemaAt, type JsonSchema } from './json-schema-walk.js'
import { findAt, type KeyPath } from './key-path.js'
import { findNearest } from './nearest.js'

/** Where something stands: a file, a line of it, and the key as it is called in that file. */
export type Place = Pick<Problem, 'file' | 'line' | 'key'>

/** What is needed to say where a problem stands and what would be right there. */
export interface FileContext {
  data: unknown
  placeOf: (path: KeyPath) => Place
  /** Made when something is wrong: it takes a while. */
  schema: () => JsonSchema
  /**
   * Says how a value may be shown when the value itself may not: a secret, or something from the environment.
   */
  veil?: (path: KeyPath) => string | undefined
}

/** What a check outside the schema says about one place. */
export interface Remark {
  expected: string
  /** Left out: the value that stands there. */
  found?: string
  suggestion?: string | undefined
  severity?: Problem['severity']
}

/** An address without a user name, a password, or what follows a question mark: tokens stand there. */
const withoutCredentials = (text: string): string =>
  text
    .replace(/:\/\/.*@/s, '://[secret]@')
    .replace(/^[^\s@]*[:/][^\s]*@/, '[secret]@')
    .replace(/^([^?#]*\/\/[^?#]*)([?#]).+/s, '$1$2[secret]')

const show = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object')
    return Object.keys(value).length === 0 ? 'an empty group of keys' : 'a group of keys'
  const text = typeof value === 'string' ? withoutCredentials(value) : JSON.stringify(value)
  return text === '' ? 'empty text' : text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/**
 * Turns a remark into a problem with file, line and key. Nothing is suggested for a veiled value: that would
 * tell what it is like.
 */
export const toProblem = (context: FileContext, path: KeyPath, remark: Remark): Problem => {
  const veiled = context.veil?.(path)
  const suggestion = veiled === undefined ? remark.suggestion : undefined
  return {
    severity: remark.severity ?? 'error',
    ...context.placeOf(path),
    expected: remark.expected,
    found: remark.found ?? veiled ?? show(findAt(context.data, path)),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** In more groups than this a key means too many things for one of them to be the place that was meant. */
const mostGroups = 2

const describeUnknownKey = (context: FileContext, path: KeyPath, key: string): Problem => {
  const keys = Object.keys(findSchemaAt(context.schema(), path)?.properties ?? {})
  const known = keys.length > 0 && keys.length <= 12 ? `one of ${keys.join(', ')}` : 'a known key'
  const groups = findGroupsWith(context.schema(), key)
  const expected =
    groups.length > 0 && groups.length <= mostGroups
      ? `this key ${groups.map((group) => (group === '' ? 'at the top of the file' : `under ${group}`)).join(' or ')}`
      : known
  return toProblem(context, [...path, key], { expected, found: key, suggestion: findNearest(key, keys) })
}

const wordsForType: Readonly<Record<string, string>> = {
  object: 'a group of keys',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
}

const expectedAt = (schema: JsonSchema | undefined): string => {
  if (schema?.const !== undefined) return show(schema.const)
  if (schema?.enum !== undefined) return `one of ${schema.enum.map(show).join(', ')}`
  return schema?.description ?? wordsForType[[schema?.type ?? ''].flat().join(' or ')] ?? 'another value'
}

const suggestValue = (value: unknown, schema: JsonSchema | undefined): string | undefined =>
  typeof value === 'string' ? findNearest(value, (schema?.enum ?? []).map(show)) : undefined

/**
 * Where a place takes values of several kinds and the value is of one of them: what is wrong inside it, so
 * that the wrong key is named and not the whole group. `undefined` when the value is of none of the kinds, or
 * could be of several.
 */
const issuesInside = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined => {
  if (issue.code !== 'invalid_union') return undefined
  const fitting = issue.errors.filter((issues) => !issues.some(isOfAnotherKind))
  const [only, ...others] = fitting
  if (only === undefined || others.length > 0) return undefined
  return only.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
}

const isOfAnotherKind = ({ code, path }: z.core.$ZodIssue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')

const describeIssue = (context: FileContext, issue: z.core.$ZodIssue): Problem[] => {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => describeUnknownKey(context, path, key))
  }
  const inside = issuesInside(issue)
  if (inside !== undefined) return inside.flatMap((one) => describeIssue(context, one))
  if (issue.code === 'custom') {
    const suggestion: unknown = issue.params?.suggestion
    const found: unknown = issue.params?.found
    const isShown = typeof found === 'string' && context.veil?.(path) === undefined
    return [
      toProblem(context, path, {
        expected: issue.message,
        suggestion: typeof suggestion === 'string' ? suggestion : undefined,
        ...(isShown ? { found } : {}),
      }),
    ]
  }
  const schema = findSchemaAt(context.schema(), path)
  const suggestion = suggestValue(findAt(context.data, path), schema)
  return [toProblem(context, path, { expected: expectedAt(schema), suggestion })]
}

/** More than anyone reads; a file that unfolds through aliases could have tens of thousands. */
const mostIssues = 200

/** The issues of a schema as problems a person can act on. The order is that of the file. */
export const describeIssues = (context: FileContext, issues: readonly z.core.$ZodIssue[]): Problem[] => {
  const problems = issues.slice(0, mostIssues).flatMap((issue) => describeIssue(context, issue))
  const more = issues.length - mostIssues
  if (more > 0)
    problems.push(
      toProblem(context, [], { expected: 'fewer problems', found: `${more} more than are shown` }),
    )
  return sortProblems(problems)
}

/**
 * Problems by line, as someone goes through a file; of several files, one file after the other in the order
 * they came up in.
 */
export const sortProblems = (problems: readonly Problem[]): Problem[] => {
  const order = [...new Set(problems.map(({ file }) => file))]
  const rank = new Map(order.map((file, index) => [file, index]))
  const rankOf = ({ file }: Problem): number => rank.get(file) ?? 0
  return problems.toSorted((left, right) => rankOf(left) - rankOf(right) || left.line - right.line)
}
