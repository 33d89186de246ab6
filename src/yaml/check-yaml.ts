import * as z from 'zod'

import type { Problem } from '../domain/errors.js'
import { describeIssues, type FileContext } from './describe-issues.js'
import { applyTypes } from './apply-types.js'
import type { JsonSchema } from './json-schema-walk.js'
import { parseYaml, toPlaceOf } from './parse-yaml.js'

const jsonSchemas = new WeakMap<z.ZodType, JsonSchema>()

/**
 * The JSON Schema of what a file may hold, for editors and for telling what stands where. Made once for each
 * schema.
 */
export const toJsonSchema = (schema: z.ZodType): JsonSchema => {
  // What zod writes is a superset of the part that is walked here.
  const known = jsonSchemas.get(schema) ?? (z.toJSONSchema(schema, { io: 'input' }) as JsonSchema)
  jsonSchemas.set(schema, known)
  return known
}

/**
 * Checks a value against a schema that is used once or twice in a process: zod's own compiling of a schema
 * pays only for many values.
 */
export const parseOnce = <Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): z.ZodSafeParseResult<z.output<Schema>> => schema.safeParse(data, { jitless: true })

export interface CheckOptions {
  /** Changes what was read before it is checked. */
  prepare?: (data: unknown) => unknown
  veil?: FileContext['veil']
}

/**
 * A file as far as it could be read: `data` when it is as its schema wants it, and what is wrong so far,
 * which more may be added to.
 */
export interface CheckedYaml<Data> {
  context: FileContext
  data: Data | undefined
  problems: Problem[]
}

/**
 * Reads a YAML text against its schema; `undefined` as `context` when it is no YAML at all. `file` is only
 * named in problems.
 */
export const checkYaml = <Data>(
  text: string,
  file: string,
  schema: z.ZodType<Data>,
  { prepare = (data) => data, veil }: CheckOptions = {},
): CheckedYaml<Data> | { context: undefined; problems: readonly Problem[] } => {
  const yaml = parseYaml(text, file)
  if (!('data' in yaml)) return { context: undefined, problems: yaml.problems }
  const data = prepare(applyTypes(yaml.data, schema))
  const context: FileContext = {
    data,
    placeOf: toPlaceOf(yaml, file),
    schema: () => toJsonSchema(schema),
    ...(veil === undefined ? {} : { veil }),
  }
  const checked = parseOnce(schema, data)
  const issues = checked.success ? [] : describeIssues(context, checked.error.issues)
  return {
    context,
    data: checked.success ? checked.data : undefined,
    problems: [...yaml.problems, ...issues],
  }
}
