import { escapeText } from './escape-xml.js'
import type { WireElement, WireType } from '../wire-schema.js'

/**
 * Where a record has the values it does not name itself. Copying tens of thousands of stored records into new
 * ones would cost more than writing them; `null` in the record hides a value of the rest.
 */
export const restOf = Symbol('rest of the record')

/** A value on its way out: text, numbers and flags as they are, `null` or absent when there is none. */
export type Outgoing = string | number | boolean | null | undefined | OutgoingRecord | readonly Outgoing[]
export interface OutgoingRecord {
  readonly [name: string]: Outgoing
  readonly [restOf]?: Readonly<Record<string, string>>
}

type WriteElement = (value: Outgoing) => string

const nothing: Readonly<Record<string, string>> = {}

const compiled = new WeakMap<readonly WireElement[], (record: OutgoingRecord) => string>()

/**
 * The content of a record in the WSDL's order, as the service writes it (Nmbrs contract, sections 6.6 and
 * 6.8): absent texts and lists are left out, nillable values without a value are nil, other values without
 * one are 0, false, the first member or the first day there is.
 */
export const writeContent = (elements: readonly WireElement[], record: OutgoingRecord): string =>
  contentWriterOf(elements)(record)

const contentWriterOf = (elements: readonly WireElement[]): ((record: OutgoingRecord) => string) => {
  const known = compiled.get(elements)
  if (known !== undefined) return known
  const writers = elements.map((element) => ({ name: element.name, write: compileElement(element) }))
  const writer = (record: OutgoingRecord): string => {
    const rest = record[restOf] ?? nothing
    let xml = ''
    for (const { name, write } of writers) {
      const own = record[name]
      xml += write(own === undefined ? rest[name] : own)
    }
    return xml
  }
  compiled.set(elements, writer)
  return writer
}

const compileElement = (element: WireElement): WriteElement => {
  const single = compileSingle(element)
  if (!element.many) return single
  return (value) => (Array.isArray(value) ? (value as readonly Outgoing[]).map(single).join('') : '')
}

const compileSingle = (element: WireElement): WriteElement => {
  const open = `<${element.name}>`
  const close = `</${element.name}>`
  const withoutValue = writeNothing(element)
  const format = compileFormat(element.type)
  return (value) => {
    if (value === null || value === undefined) return withoutValue
    const content = format(value)
    return content === '' ? `<${element.name} />` : open + content + close
  }
}

const writeNothing = ({ name, nillable, required, type }: WireElement): string => {
  if (nillable) return `<${name} xsi:nil="true" />`
  const fallback = emptyValueOf(type)
  return fallback === undefined || !required ? '' : `<${name}>${fallback}</${name}>`
}

/** What a value type holds when no one set it; `undefined` for a type that can be null. */
const emptyValueOf = (type: WireType): string | undefined => {
  switch (type.kind) {
    case 'record':
      return undefined
    case 'enumeration':
      return type.members[0]
    case 'scalar':
      return { string: undefined, int: '0', decimal: '0', boolean: 'false', dateTime: '0001-01-01T00:00:00' }[
        type.scalar
      ]
  }
}

const compileFormat = (type: WireType): ((value: NonNullable<Outgoing>) => string) => {
  if (type.kind === 'record') {
    const write = contentWriterOf(type.elements)
    return (value) => (isRecord(value) ? write(value) : '')
  }
  if (type.kind === 'scalar' && type.scalar === 'dateTime') return (value) => toDateTime(toText(value))
  return (value) => escapeText(toText(value))
}

const toText = (value: NonNullable<Outgoing>): string => {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? '' : String(value)
}

const isRecord = (value: NonNullable<Outgoing>): value is OutgoingRecord =>
  typeof value === 'object' && !Array.isArray(value)

/** A day is written as its midnight, without a zone. */
const toDateTime = (text: string): string => (text.length === 10 ? `${text}T00:00:00` : text)
