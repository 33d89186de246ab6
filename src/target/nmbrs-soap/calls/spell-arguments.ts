import { isPlainDateText } from '../../../domain/date/plain-date.js'
import { createCallError } from '../wire/call-error.js'
import type { ArgumentKind, OperationName, operations } from '../wire/operations.js'
import { shapeOf } from '../wire/operations.js'
import { toWireDate } from '../../common/wire-values.js'
import { escapeText, toXml, type XmlElement } from '../wire/xml/xml-element.js'

interface ArgumentTypes {
  int: string
  text: string
  /** `YYYY-MM-DD`. */
  date: string
  boolean: boolean
  record: readonly XmlElement[]
}

/**
 * The arguments of a call, all of them: Nmbrs takes a missing one for zero or false without a word (Nmbrs
 * contract, section 6.5).
 */
export type ArgumentsOf<Name extends OperationName> = {
  readonly [
    Argument in keyof (typeof operations)[Name]['args']
  ]: (typeof operations)[Name]['args'][Argument] extends ArgumentKind
    ? ArgumentTypes[(typeof operations)[Name]['args'][Argument]]
    : never
}

/**
 * The arguments as finished XML by name, in the order of the WSDL. Throws `RemoteError`
 * (`value-not-sendable`) before anything is sent.
 */
export const spellArguments = <Name extends OperationName>(
  operation: Name,
  args: ArgumentsOf<Name>,
): Record<string, string> => {
  const given: Readonly<Record<string, unknown>> = args
  const spelled: Record<string, string> = {}
  for (const [name, kind] of Object.entries(shapeOf(operation).args)) {
    const refuse = (field: string): never => {
      throw createCallError('value-not-sendable', operation, { field })
    }
    spelled[name] = spell(kind, given[name], name, refuse)
  }
  return spelled
}

/** The same as the content of one element. */
export const joinArguments = (spelled: Readonly<Record<string, string>>): string =>
  Object.entries(spelled)
    .map(([name, xml]) => `<${name}>${xml}</${name}>`)
    .join('')

type Refuse = (name: string) => never

const spell = (kind: ArgumentKind, value: unknown, name: string, refuse: Refuse): string => {
  switch (kind) {
    case 'int':
      return isInt(value) ? value : refuse(name)
    case 'date':
      return typeof value === 'string' && isPlainDateText(value) ? toWireDate(value) : refuse(name)
    case 'text':
      return typeof value === 'string' && value !== '' ? (escapeText(value) ?? refuse(name)) : refuse(name)
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : refuse(name)
    case 'record':
      return Array.isArray(value) ? toXml(value as readonly XmlElement[], refuse) : refuse(name)
  }
}

/** A 32-bit number, as `xs:int` is. */
const isInt = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,10}$/.test(value) && Number(value) <= 2_147_483_647
