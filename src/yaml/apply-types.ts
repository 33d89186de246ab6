import type * as z from 'zod'

import { entriesOf } from './key-path.js'

type Schema = z.core.$ZodType

/** What says something about the value: a schema without what only says that it may be left out. */
const withoutWrappers = (schema: Schema): z.core.$ZodTypes => {
  const whole = schema as z.core.$ZodTypes
  const { def } = whole._zod
  return 'innerType' in def && def.type !== 'nullable' ? withoutWrappers(def.innerType) : whole
}

/** The kinds of value that a place takes. */
const kindsOf = (schema: Schema): readonly z.core.$ZodTypes[] => {
  const whole = withoutWrappers(schema)
  const { def } = whole._zod
  if (def.type === 'union') return def.options.flatMap(kindsOf)
  return def.type === 'nullable' ? kindsOf(def.innerType) : [whole]
}

const itemOf = (schema: Schema | undefined): Schema | undefined => {
  for (const { _zod } of schema === undefined ? [] : kindsOf(schema))
    if (_zod.def.type === 'array') return _zod.def.element
  return undefined
}

const valueOf = (schema: Schema | undefined, key: string): Schema | undefined => {
  for (const { _zod } of schema === undefined ? [] : kindsOf(schema)) {
    const { def } = _zod
    if (def.type === 'record') return def.valueType
    if (def.type === 'object') return Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall
  }
  return undefined
}

const takes = (schema: Schema | undefined): 'number' | 'boolean' | 'text' => {
  const def = schema === undefined ? undefined : withoutWrappers(schema)._zod.def
  const type = def?.type === 'literal' ? typeof def.values[0] : def?.type
  return type === 'number' || type === 'boolean' ? type : 'text'
}

const toScalar = (text: string, type: 'number' | 'boolean' | 'text'): unknown => {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return type === 'number' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text
}

/**
 * Gives texts the type their place asks for: a number where the schema has a number, a switch where it has a
 * switch. Everything else stays the text that was typed, so an id or a token made of digits is never taken
 * for a number. It reads the schema itself, because making its JSON Schema takes longer than reading the
 * file.
 */
export const applyTypes = (data: unknown, schema: Schema | undefined): unknown => {
  if (typeof data === 'string') return toScalar(data, takes(schema))
  if (Array.isArray(data)) return data.map((item: unknown) => applyTypes(item, itemOf(schema)))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    entriesOf(data).map(([key, value]) => [key, applyTypes(value, valueOf(schema, key))]),
  )
}
