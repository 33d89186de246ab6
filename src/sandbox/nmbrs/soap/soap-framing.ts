import { listen } from 'soap'
import type { ISoapServiceMethod, Server } from 'soap'
import { SoapRefusal, envelopeClosing, envelopeNamespace, envelopeOpening } from './soap-refusal.js'
import type { WireService } from './wire-schema.js'

export interface Framed {
  status: number
  body: string
}

/** Gives the content of the response element, or throws `SoapRefusal`. */
export type Perform = () => string

/**
 * Lets the soap package find the operation in its own reading of the WSDL and pack the answer; what is in it
 * comes from `perform`.
 */
export interface SoapFraming {
  answer(operation: string, perform: Perform): Promise<Framed>
}

const namespaces =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'

type DescribedWire = WireService & { wsdl: string }

/** The framing of one service. */
export const createSoapFraming = async (service: DescribedWire): Promise<SoapFraming> => {
  const performers = new WeakMap<object, Perform>()
  const method = (
    _args: unknown,
    _callback: unknown,
    _headers: unknown,
    request: { headers: object },
  ): unknown => {
    const perform = performers.get(request.headers)
    if (perform === undefined) throw new Error('a request without its call')
    return carryOut(perform)
  }
  const methods = Object.fromEntries([...service.operations.keys()].map((name) => [name, method]))
  const server = await listenWithout(service, methods)
  return {
    answer: async (operation, perform) => {
      const headers = { 'content-type': 'text/xml; charset=utf-8' }
      // The arguments were read already, more closely than the package reads them.
      const xml = `${envelopeOpening}<${operation} xmlns="${service.namespace}"/>${envelopeClosing}`
      // The package would turn a bug of ours into a fault; it belongs to the person who called.
      let bug: Error | undefined
      performers.set(headers, () => {
        try {
          return perform()
        } catch (error) {
          if (error instanceof Error && !(error instanceof SoapRefusal)) bug = error
          throw error
        }
      })
      const { statusCode, body } = await server.processRequest(xml, { url: service.path, headers })
      if (bug !== undefined) throw bug
      return { status: statusCode, body }
    },
  }
}

const carryOut = (perform: Perform): { $xml: string } => {
  try {
    return { $xml: perform() }
  } catch (error) {
    if (error instanceof SoapRefusal) throw toSoapError(error)
    throw error
  }
}

const toSoapError = ({ faultCode, message }: SoapRefusal): Error =>
  Object.assign(new Error(message), {
    Fault: { faultcode: faultCode, faultstring: message, detail: '', statusCode: 500 },
  })

/** The soap package's server without a socket of its own: ours decides what becomes of a connection. */
const listenWithout = (
  service: DescribedWire,
  methods: Record<string, ISoapServiceMethod>,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const { name, path, wsdl } = service
    const services = { [name]: { [`${name}Soap`]: methods } }
    const server = listen(null, {
      path,
      services,
      xml: wsdl,
      suppressStack: true,
      callback: (error: Error | null | undefined) => {
        if (error) reject(error)
        else
          setImmediate(() => {
            resolve(server)
          })
      },
    })
    server.on('response', (response: { result: string }) => {
      response.result = response.result.replace(
        `xmlns:soap="${envelopeNamespace}"`,
        `xmlns:soap="${envelopeNamespace}" ${namespaces}`,
      )
    })
  })
