import type { Parameter } from '../../../../target/nmbrs-soap/read-calls/parameter.js'
import type { ReadCall } from '../../../../target/nmbrs-soap/read-calls/find-read-call.js'
import { pathOf } from '../wire-schema.js'
import type { Scalar, ServiceName, WireElement, WireOperation, WireService } from '../wire-schema.js'
import { listedOperations } from './listed-operations.js'

const scalars = { int: 'int', text: 'string', date: 'dateTime' } as const satisfies Record<
  Parameter['kind'],
  Scalar
>

const toElement = ({ name, kind }: Parameter): WireElement => ({
  name,
  type: { kind: 'scalar', scalar: scalars[kind] },
  required: kind !== 'text',
  nillable: false,
  many: false,
})

const namespaceOf = (service: ServiceName): string => `https://api.nmbrs.nl/soap/v3/${service}`

/** The answer of such a call is written without a schema, so it has none here. */
const toOperation = ({ service, call, parameters }: ReadCall): WireOperation => ({
  name: call,
  action: `${namespaceOf(service)}/${call}`,
  header: 'AuthHeaderWithDomain',
  request: parameters.map(toElement),
  response: [],
})

const operationsOf = (service: ServiceName): Map<string, WireOperation> =>
  new Map([...listedOperations[service]].map(([name, { readCall }]) => [name, toOperation(readCall)]))

/**
 * The service with the reading calls that consumers ask for besides those of its WSDL. The WSDL it shows
 * stays as it is.
 */
export const withListedCalls = <Service extends WireService>(service: Service): Service => ({
  ...service,
  operations: new Map([...operationsOf(service.name), ...service.operations]),
})

/** The service of background reports. */
export const reportService: WireService = {
  name: 'ReportService',
  namespace: namespaceOf('ReportService'),
  path: pathOf('ReportService'),
  wsdl: undefined,
  operations: operationsOf('ReportService'),
}
