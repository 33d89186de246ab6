import { ApiError } from './api-error.js'
import { type ResourceName, resources } from './resources.js'

export const operators = ['$eq', '$neq', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$between'] as const
export type Operator = (typeof operators)[number]

export interface Condition {
  field: string
  operator: Operator
  values: readonly string[]
}

export interface ListQuery {
  filters: readonly Condition[]
  sort: readonly { field: string; direction: 'asc' | 'desc' }[]
  limit: number | undefined
  offset: number
  relations: readonly string[]
  select: readonly string[] | undefined
}

/**
 * Reads the query of a list (AlexisHR contract, sections 3.2 to 3.4). Throws `ApiError` 400 that names
 * everything wrong with it.
 */
export const parseListQuery = (resource: ResourceName, params: URLSearchParams): ListQuery => {
  const problems: string[] = []
  const { fields, relations } = resources[resource]
  const query = {
    filters: parseFilters(params, fields, problems),
    sort: parseSort(params, fields, problems),
    limit: parseWhole(params, 'limit', 1, problems),
    offset: parseWhole(params, 'offset', 0, problems) ?? 0,
    relations: parseWords(params, 'relations', relations, problems) ?? [],
    select: parseWords(params, 'select', fields, problems),
  }
  if (problems.length > 0) throw new ApiError(400, problems)
  return query
}

const isOperator = (text: string): text is Operator => operators.some((operator) => operator === text)

const parseFilters = (
  params: URLSearchParams,
  fields: readonly string[],
  problems: string[],
): readonly Condition[] => {
  const keys = [...new Set(params.keys())].filter((key) => key.startsWith('filters'))
  return keys.flatMap((key) => {
    const [, field = '', operator = '$eq'] = /^filters\[(\w+)\](?:\[(\$\w+)\](?:\[\d*\])?)?$/.exec(key) ?? []
    if (!fields.includes(field)) problems.push(`filters: ${field || key} cannot be filtered`)
    else if (!isOperator(operator)) problems.push(`filters: ${operator} is not an operator`)
    else return [{ field, operator, values: params.getAll(key) }]
    return []
  })
}

const parseSort = (
  params: URLSearchParams,
  fields: readonly string[],
  problems: string[],
): ListQuery['sort'] =>
  [...params].flatMap(([key, direction]) => {
    if (!key.startsWith('sort')) return []
    const field = /^sort\[(\w+)\]$/.exec(key)?.[1] ?? ''
    if (!fields.includes(field)) problems.push(`sort: ${field || key} cannot be sorted`)
    else if (direction !== 'asc' && direction !== 'desc') problems.push('sort: must be asc or desc')
    else return [{ field, direction }]
    return []
  })

const parseWhole = (
  params: URLSearchParams,
  name: 'limit' | 'offset',
  least: number,
  problems: string[],
): number | undefined => {
  const text = params.get(name)
  if (text === null) return undefined
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1
  if (value < least) problems.push(`${name} must be a whole number of at least ${least}`)
  return value
}

const parseWords = (
  params: URLSearchParams,
  name: 'relations' | 'select',
  known: readonly string[],
  problems: string[],
): readonly string[] | undefined => {
  const text = params.get(name)
  if (text === null || text === '') return undefined
  const chosen = text.split(',')
  for (const word of chosen) {
    if (!known.includes(word)) problems.push(`${name}: ${word} is not one of ${known.join(', ')}`)
  }
  return chosen
}
