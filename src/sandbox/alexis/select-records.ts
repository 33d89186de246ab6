import { Temporal } from 'temporal-polyfill'

import type { Condition, ListQuery } from './parse-query.js'
import type { AnyRecord } from './resources.js'

/** The records that meet every condition. */
export const filterRecords = (
  records: readonly AnyRecord[],
  conditions: readonly Condition[],
): readonly AnyRecord[] =>
  records.filter((record) => conditions.every((condition) => meets(record[condition.field], condition)))

/** The records in the asked order; several keys count one after the other. */
export const sortRecords = (records: readonly AnyRecord[], sort: ListQuery['sort']): readonly AnyRecord[] => {
  if (sort.length === 0) return records
  const keyed = records.map((record) => ({
    record,
    keys: sort.map(({ field }) => comparable(record[field])),
  }))
  return keyed.sort((one, other) => compareBy(sort, one.keys, other.keys)).map(({ record }) => record)
}

const compareBy = (
  sort: ListQuery['sort'],
  one: readonly Comparable[],
  other: readonly Comparable[],
): number => {
  for (const [index, { direction }] of sort.entries()) {
    const order = compare(one[index] ?? '', other[index] ?? '')
    if (order !== 0) return direction === 'asc' ? order : -order
  }
  return 0
}

const meets = (value: unknown, { operator, values }: Condition): boolean => {
  const actual = comparable(value)
  const wanted = values.map((text) => comparable(typeof value === 'number' ? Number(text) : text))
  const [first = '', second = ''] = wanted
  const isPresent = value !== undefined
  const isListed = isPresent && wanted.some((each) => compare(actual, each) === 0)
  switch (operator) {
    case '$eq':
    case '$in':
      return isListed
    case '$neq':
    case '$nin':
      return !isListed
    case '$gt':
      return isPresent && compare(actual, first) > 0
    case '$gte':
      return isPresent && compare(actual, first) >= 0
    case '$lt':
      return isPresent && compare(actual, first) < 0
    case '$lte':
      return isPresent && compare(actual, first) <= 0
    case '$between':
      return isPresent && compare(actual, first) >= 0 && compare(actual, second) <= 0
  }
}

const dateLike = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/

type Comparable = string | number

/**
 * A value that compares with others of its field: dates as moments, a pure date as midnight UTC, everything
 * else as it is.
 */
const comparable = (value: unknown): Comparable => {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return ''
  return dateLike.test(value) ? toMoment(value) : value
}

const toMoment = (text: string): Comparable => {
  try {
    return Temporal.Instant.from(text.length === 10 ? `${text}T00:00Z` : text).epochMilliseconds
  } catch {
    return text
  }
}

const compare = (one: Comparable, other: Comparable): number => {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  const [left, right] = [String(one), String(other)]
  return left === right ? 0 : left < right ? -1 : 1
}
