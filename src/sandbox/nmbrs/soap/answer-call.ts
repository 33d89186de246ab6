import { authorise } from './request/authorise.js'
import { decodeRecord } from './request/decode-request.js'
import type { Violation } from '../violation.js'
import type { DecodedRecord } from './request/decode-request.js'
import type { NmbrsAccount } from '../world/data.js'
import { listedOperations } from './listed/listed-operations.js'
import { allOperations } from './operations/all-operations.js'
import type { BulkOperation, CallContext, ListedOperation, Operation } from './operations/handler.js'
import { parseEnvelope } from './request/parse-envelope.js'
import type { Envelope } from './request/parse-envelope.js'
import type { ReportTasks } from './report-tasks.js'
import type { SoapFraming } from './soap-framing.js'
import {
  SoapRefusal,
  envelopeClosing,
  envelopeOpening,
  refuseMissingAction,
  refuseUnknownAction,
  refuseUnreadable,
  writeFaultEnvelope,
} from './soap-refusal.js'
import type { NmbrsStore } from '../world/store.js'
import type { NmbrsSwitches } from '../switches.js'
import { writeFreely } from './xml/write-freely.js'
import { writeContent } from './xml/write-xml.js'
import type { OutgoingRecord } from './xml/write-xml.js'
import type { WireOperation, WireService } from './wire-schema.js'

/** What is to be sent back. A bulk answer comes in pieces. */
export interface Answer {
  status: number
  body: string | Iterable<string>
}

export interface CallEnvironment {
  store: NmbrsStore
  switches: NmbrsSwitches
  accounts: readonly NmbrsAccount[]
  /** Absent where the service has no WSDL. */
  framing: SoapFraming | undefined
  reports: ReportTasks
  addViolation: (violation: Violation) => void
}

export interface IncomingCall {
  sequence: number
  service: WireService
  /** The SOAPAction header without its quotes; `undefined` when there was none. */
  action: string | undefined
  xml: string
}

const toRefused = (refusal: SoapRefusal): Answer => ({ status: 500, body: writeFaultEnvelope(refusal) })

/** Carries a call out. Everything the service refuses is an answer too; a throw is a bug of the fake. */
export const answerCall = async (call: IncomingCall, environment: CallEnvironment): Promise<Answer> => {
  try {
    const envelope = parseEnvelope(call.xml)
    const operation = findOperation(call, envelope, environment.switches)
    return await answerOperation(call, envelope, operation, environment)
  } catch (error) {
    if (error instanceof SoapRefusal) return toRefused(error)
    throw error
  }
}

/** The operation that SOAPAction names, or without one the element in the body. */
const findOperation = (
  { service, action }: IncomingCall,
  { request }: Envelope,
  switches: NmbrsSwitches,
): WireOperation => {
  if (action === undefined || action === '') {
    const named = service.operations.get(request.name)
    if (named === undefined || switches.soapActionRequired) throw refuseMissingAction()
    return named
  }
  const operation = [...service.operations.values()].find((each) => each.action === action)
  if (operation === undefined) throw refuseUnknownAction(action)
  if (request.name !== operation.name || request.namespace !== service.namespace) {
    throw refuseUnreadable(request, `<${request.name} xmlns='${request.namespace}'> was not expected.`)
  }
  return operation
}

const answerOperation = async (
  call: IncomingCall,
  envelope: Envelope,
  operation: WireOperation,
  environment: CallEnvironment,
): Promise<Answer> => {
  const { store, switches, accounts, reports, framing } = environment
  const args = decodeArguments(call, envelope, operation, environment)
  const context = (): CallContext => ({
    store,
    switches,
    reports,
    account: authorise(envelope.header, call.service, operation, accounts),
  })
  const behaviour = findBehaviour(call.service, operation)
  if (behaviour.kind === 'bulk') return answerBulk(call.service, operation, behaviour, args, context())
  if (behaviour.kind === 'listed') return answerListed(call.service, operation, behaviour, args, context())
  if (framing === undefined) throw new Error(`${call.service.name} has no WSDL to frame ${operation.name} by`)
  const framed = await framing.answer(operation.name, () =>
    writeContent(operation.response, toResponse(operation, behaviour.answer(args, context()))),
  )
  return { status: framed.status, body: framed.body }
}

const findBehaviour = ({ name }: WireService, operation: WireOperation): Operation | ListedOperation => {
  const described = name === 'ReportService' ? undefined : allOperations[name][operation.name]
  const behaviour = described ?? listedOperations[name].get(operation.name)?.behaviour
  if (behaviour === undefined) throw new Error(`${name} ${operation.name} is known and has no behaviour`)
  return behaviour
}

const answerListed = (
  { namespace }: WireService,
  { name }: WireOperation,
  { answer, resultName = `${name}Result` }: ListedOperation,
  args: DecodedRecord,
  context: CallContext,
): Answer => {
  const content = writeFreely(resultName, answer(args, context))
  const root = `${name}Response`
  return {
    status: 200,
    body: `${envelopeOpening}<${root} xmlns="${namespace}">${content}</${root}>${envelopeClosing}`,
  }
}

const toResponse = (operation: WireOperation, value: OutgoingRecord[string]): OutgoingRecord => {
  const result = operation.response[0]
  return result === undefined ? {} : { [result.name]: value }
}

const decodeArguments = (
  { sequence, service }: IncomingCall,
  { request }: Envelope,
  operation: WireOperation,
  { switches, addViolation }: CallEnvironment,
): DecodedRecord => {
  const found: string[] = []
  const args = decodeRecord(operation.request, request, operation.name, {
    namespace: service.namespace,
    elementOrder: switches.elementOrder,
    report: (path, kind) => {
      found.push(`${path}: ${kind}`)
      addViolation({ sequence, operation: operation.name, path, kind })
    },
  })
  if (found.length > 0 && switches.strictness === 'strict') {
    throw new SoapRefusal('soap:Client', `The request does not follow the WSDL: ${found.join('; ')}`)
  }
  return args
}

/** Enough text for one write to the socket. */
const pieceLength = 65536

/** Starts the list, so that a refusal is still a fault, and leaves the rest to be made as it is sent. */
const answerBulk = (
  service: WireService,
  operation: WireOperation,
  behaviour: BulkOperation,
  args: DecodedRecord,
  context: CallContext,
): Answer => {
  const items = behaviour.items(args, context)[Symbol.iterator]()
  const first = items.next()
  const rest = { [Symbol.iterator]: () => items }
  const everything = first.done === true ? [] : withFirst(first.value, rest)
  return { status: 200, body: writeBulk(service, operation, everything) }
}

const withFirst = function* <Item>(first: Item, rest: Iterable<Item>): Generator<Item> {
  yield first
  yield* rest
}

/** The whole envelope of a list, in pieces. */
export const writeBulk = function* (
  service: WireService,
  operation: WireOperation,
  items: Iterable<OutgoingRecord>,
): Generator<string> {
  const result = operation.response[0]
  const listType = result?.type.kind === 'record' ? result.type : undefined
  const itemName = listType?.elements[0]?.name ?? ''
  const root = `${operation.name}Response`
  let piece = `${envelopeOpening}<${root} xmlns="${service.namespace}"><${result?.name ?? ''}>`
  for (const item of items) {
    piece += writeContent(listType?.elements ?? [], { [itemName]: [item] })
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}</${result?.name ?? ''}></${root}>${envelopeClosing}`
}
