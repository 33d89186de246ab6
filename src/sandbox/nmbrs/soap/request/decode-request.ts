import { Temporal } from 'temporal-polyfill'
import type { XmlNode } from './parse-envelope.js'
import { refuseUnreadable } from '../soap-refusal.js'
import type { Scalar, WireElement, WireType } from '../wire-schema.js'

export const violationKinds = [
  'unknown-element',
  'wrong-namespace',
  'out-of-order',
  'repeated',
  'missing',
  'nil-not-allowed',
  'empty-value',
  'wrong-type',
  'unknown-member',
  'date-with-zone',
  'not-a-date-time',
  'unread-text',
] as const

export type ViolationKind = (typeof violationKinds)[number]

/**
 * An argument as the service sees it: text in canonical spelling, `null` for nil, `undefined` for absent.
 * Date-times have no zone: `2026-11-01T00:00:00`.
 */
export type Decoded = string | null | DecodedRecord | readonly Decoded[]
export interface DecodedRecord {
  readonly [name: string]: Decoded | undefined
}

export interface DecodeOptions {
  namespace: string
  /** With `strict` an element out of its place is not seen at all, as a serializer with fixed order does. */
  elementOrder: 'lenient' | 'strict'
  report: (path: string, kind: ViolationKind) => void
}

/** The zone of the servers: where a date-time with a zone ends up. */
const serverZone = 'Europe/Amsterdam'

/**
 * Reads the arguments of a call. Reports every difference from the WSDL, and throws the framework's fault for
 * a value that cannot be read at all (Nmbrs contract, sections 4 and 6.5).
 */
export const decodeRecord = (
  elements: readonly WireElement[],
  node: XmlNode,
  path: string,
  options: DecodeOptions,
): DecodedRecord => {
  const decoded: Record<string, Decoded> = {}
  let place = 0
  if (node.text.trim() !== '') options.report(path, 'unread-text')
  for (const child of node.children) {
    const childPath = `${path}/${child.name}`
    const index = elements.findIndex(({ name }) => name === child.name)
    const element = elements[index]
    if (element === undefined || child.namespace !== options.namespace) {
      options.report(childPath, element === undefined ? 'unknown-element' : 'wrong-namespace')
      continue
    }
    if (index < place) {
      options.report(childPath, 'out-of-order')
      if (options.elementOrder === 'strict') continue
    }
    place = Math.max(place, index)
    addValue(decoded, element, decodeValue(element, child, childPath, options), () => {
      options.report(childPath, 'repeated')
    })
  }
  for (const { name, required } of elements) {
    if (required && decoded[name] === undefined) options.report(`${path}/${name}`, 'missing')
  }
  return decoded
}

const addValue = (
  decoded: Record<string, Decoded>,
  element: WireElement,
  value: Decoded,
  onRepeated: () => void,
): void => {
  const earlier = decoded[element.name]
  if (element.many) {
    decoded[element.name] = [...(Array.isArray(earlier) ? (earlier as readonly Decoded[]) : []), value]
    return
  }
  if (earlier !== undefined) onRepeated()
  decoded[element.name] = value
}

const decodeValue = (element: WireElement, node: XmlNode, path: string, options: DecodeOptions): Decoded => {
  if (node.nil) return decodeNil(element, node, path, options)
  const { type } = element
  switch (type.kind) {
    case 'record':
      return decodeRecord(type.elements, node, path, options)
    case 'enumeration':
      return decodeMember(type, node, path, options)
    case 'scalar':
      return type.scalar === 'string' ? node.text : decodeScalar(type.scalar, node, path, options)
  }
}

const decodeNil = (element: WireElement, node: XmlNode, path: string, options: DecodeOptions): null => {
  if (element.nillable) return null
  options.report(path, 'nil-not-allowed')
  const isReference = element.type.kind === 'record' || isString(element.type)
  if (!isReference) throw unreadable(node, '')
  return null
}

const isString = (type: WireType): boolean => type.kind === 'scalar' && type.scalar === 'string'

const decodeMember = (
  type: Extract<WireType, { kind: 'enumeration' }>,
  node: XmlNode,
  path: string,
  options: DecodeOptions,
): string => {
  const member = node.text.trim()
  if (type.members.includes(member)) return member
  options.report(path, member === '' ? 'empty-value' : 'unknown-member')
  throw refuseUnreadable(
    node,
    `Instance validation error: '${member}' is not a valid value for ${type.name}.`,
  )
}

const decodeScalar = (
  scalar: Exclude<Scalar, 'string'>,
  node: XmlNode,
  path: string,
  options: DecodeOptions,
): string => {
  const text = node.text.trim()
  const report = (kind: ViolationKind): void => {
    options.report(path, kind)
  }
  const value = text === '' ? undefined : readers[scalar](text, report)
  if (value !== undefined) return value
  report(text === '' ? 'empty-value' : 'wrong-type')
  throw unreadable(node, text)
}

const unreadable = (node: XmlNode, text: string): Error =>
  refuseUnreadable(
    node,
    text === '' ? 'Input string was not in a correct format.' : `The string '${text}' is not a valid value.`,
  )

type Reader = (text: string, report: (kind: ViolationKind) => void) => string | undefined

const readInt: Reader = (text) => {
  if (!/^[+-]?\d{1,12}$/.test(text)) return undefined
  const value = Number(text)
  return value >= -2147483648 && value <= 2147483647 ? String(value) : undefined
}

const readDecimal: Reader = (text) => (/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? text : undefined)

const readBoolean: Reader = (text) => {
  if (text === 'true' || text === '1') return 'true'
  return text === 'false' || text === '0' ? 'false' : undefined
}

const readDateTime: Reader = (text, report) => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      report('not-a-date-time')
      return toDateTimeText(Temporal.PlainDate.from(text, { overflow: 'reject' }).toPlainDateTime())
    }
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(text)) return undefined
    if (!/(Z|[+-]\d{2}:\d{2})$/.test(text))
      return toDateTimeText(Temporal.PlainDateTime.from(text, { overflow: 'reject' }))
    report('date-with-zone')
    return toDateTimeText(Temporal.Instant.from(text).toZonedDateTimeISO(serverZone).toPlainDateTime())
  } catch {
    return undefined
  }
}

const toDateTimeText = (moment: Temporal.PlainDateTime): string => moment.toString({ smallestUnit: 'second' })

const readers: Readonly<Record<Exclude<Scalar, 'string'>, Reader>> = {
  int: readInt,
  decimal: readDecimal,
  boolean: readBoolean,
  dateTime: readDateTime,
}
