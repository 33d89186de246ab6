import type { KeyPath } from './key-path.js'

/** As much of a JSON Schema as is needed to read a file by it and to say what belongs where. */
export interface JsonSchema {
  type?: string | readonly string[]
  description?: string
  title?: string
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly JsonSchema[]
  if?: JsonSchema
  else?: JsonSchema
  $ref?: string
  $defs?: Readonly<Record<string, JsonSchema>>
}

/** A schema within a document, whose shared parts it may refer to. */
interface Place {
  root: JsonSchema
  here: JsonSchema | undefined
}

const refPrefix = '#/$defs/'

const followRef = (root: JsonSchema, schema: JsonSchema | undefined): JsonSchema | undefined => {
  const ref = schema?.$ref
  if (ref === undefined) return schema
  return ref.startsWith(refPrefix) ? root.$defs?.[ref.slice(refPrefix.length)] : undefined
}

/** Of a place that takes several kinds of value, the kind that has such a part. */
const pickBranch = (
  root: JsonSchema,
  schema: JsonSchema | undefined,
  step: string | number,
): JsonSchema | undefined => {
  if (schema?.anyOf === undefined) return schema
  const branches = schema.anyOf.map((branch) => followRef(root, branch))
  return branches.find((branch) =>
    typeof step === 'number' ? branch?.items !== undefined : branch?.type === 'object',
  )
}

const childOf = ({ root, here }: Place, step: string | number): Place => {
  const schema = pickBranch(root, followRef(root, here), step)
  if (typeof step === 'number') return { root, here: schema?.items }
  const properties = schema?.properties
  if (properties !== undefined && Object.hasOwn(properties, step)) return { root, here: properties[step] }
  const others = schema?.additionalProperties
  return { root, here: typeof others === 'object' ? others : undefined }
}

/** The schema of the value at a path; `undefined` where the schema says nothing. */
export const findSchemaAt = (root: JsonSchema, path: KeyPath): JsonSchema | undefined =>
  followRef(root, path.reduce(childOf, { root, here: root }).here)

/**
 * The groups of a file in which a key is known, such as `connections[].nmbrs`; the file itself is `''`. The
 * nearest to the root come first. Keys that a file chooses itself, such as names of profiles, lead nowhere.
 */
export const findGroupsWith = (root: JsonSchema, key: string): readonly string[] => {
  const found: string[] = []
  let level: { path: string; schema: JsonSchema; parents: readonly JsonSchema[] }[] = [
    { path: '', schema: root, parents: [] },
  ]
  while (level.length > 0) {
    level = level.flatMap(({ path, schema, parents }) => {
      const here = followRef(root, schema)
      // What refers to itself would go on for ever.
      if (here === undefined || parents.includes(here)) return []
      const next = { parents: [...parents, here] }
      const { properties = {}, items, anyOf = [] } = here
      if (Object.hasOwn(properties, key)) found.push(path)
      return [
        ...Object.entries(properties).map(([name, part]) => ({
          ...next,
          path: path === '' ? name : `${path}.${name}`,
          schema: part,
        })),
        ...(items === undefined ? [] : [{ ...next, path: `${path}[]`, schema: items }]),
        ...anyOf.map((branch) => ({ ...next, path, schema: branch })),
      ]
    })
  }
  return [...new Set(found)]
}
