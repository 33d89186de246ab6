import { escapeText } from './escape-xml.js'
import type { Outgoing, OutgoingRecord } from './write-xml.js'

/**
 * A value as XML without a schema: the elements in the order they are given, those without a value left out,
 * `null` as nil. For answers whose types no one published.
 */
export const writeFreely = (name: string, value: Outgoing): string => {
  if (value === undefined) return ''
  if (value === null) return `<${name} xsi:nil="true" />`
  if (typeof value !== 'object') return `<${name}>${escapeText(String(value))}</${name}>`
  if (isList(value)) return value.map((item) => writeFreely(name, item)).join('')
  const content = Object.entries(value).map(([child, inner]) => writeFreely(child, inner))
  return `<${name}>${content.join('')}</${name}>`
}

const isList = (value: OutgoingRecord | readonly Outgoing[]): value is readonly Outgoing[] =>
  Array.isArray(value)
