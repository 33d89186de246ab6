import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { parse } from 'yaml'
import { z } from 'zod'

export type Json = Record<string, unknown>

export const descriptionFile = fileURLToPath(
  new URL('../../../../shared/reference/nmbrs-rest/openapi.yaml', import.meta.url),
)

/** The description of the API is not part of the product: without it there is nothing to compare with. */
export const isDescribed = existsSync(descriptionFile)

/** A call as the description has it. */
export interface DescribedCall {
  name: string
  method: string
  /** Matches the path of a request; its groups are the parameters in the path. */
  path: RegExp
  parameters: readonly Parameter[]
  /** The schema of what is sent, by the kind of content. */
  body: { contentType: string; schema: z.ZodType } | undefined
  /** Whether it takes a token and a key. */
  needsToken: boolean
}

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  schema: z.ZodType
}

interface WrittenParameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: Json
}

interface WrittenCall {
  operationId: string
  parameters?: (WrittenParameter | { $ref: string })[]
  requestBody?: { content: Record<string, { schema: Json }> }
  security?: Json[]
}

interface Written {
  paths: Record<string, Record<string, WrittenCall>>
  components: { schemas: Record<string, Json>; parameters: Record<string, WrittenParameter> }
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A schema with no key that is not described. */
export const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed)
  if (!isJson(value)) return value
  const copy: Json = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]))
  return copy.type === 'object' && isJson(copy.properties) ? { ...copy, additionalProperties: false } : copy
}

/** Every call of the description; none when it is not here. */
export const readDescription = (): readonly DescribedCall[] => {
  if (!isDescribed) return []
  // References as JSON schema has them.
  const text = readFileSync(descriptionFile, 'utf8').replaceAll('#/components/schemas/', '#/definitions/')
  const written = parse(text) as Written
  return Object.entries(written.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => toCall(written, path, method, call)),
  )
}

const toCall = (
  { components }: Written,
  path: string,
  method: string,
  { operationId, parameters = [], requestBody, security }: WrittenCall,
): DescribedCall => {
  const definitions = closed(components.schemas)
  const toSchema = (schema: Json): z.ZodType =>
    z.fromJSONSchema({ ...(closed(schema) as object), definitions }, { defaultTarget: 'openapi-3.0' })
  const [content] = Object.entries(requestBody?.content ?? {})
  return {
    name: operationId,
    method: method.toUpperCase(),
    path: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    parameters: parameters.map((parameter) => {
      const known = '$ref' in parameter ? findParameter(components.parameters, parameter.$ref) : parameter
      return { ...known, required: known.required === true, schema: toSchema(known.schema) }
    }),
    body: content && { contentType: content[0], schema: toSchema(content[1].schema) },
    needsToken: security === undefined || security.some((one) => 'oauth2' in one),
  }
}

const findParameter = (parameters: Record<string, WrittenParameter>, reference: string): WrittenParameter => {
  const found = parameters[reference.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`the description has no ${reference}`)
  return found
}
