import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

import { packageRoot } from '../../../package-root.js'
import { readXmlRecord } from './xml/xml-record.js'

/** The services whose WSDL the target has. */
const describedServices = ['EmployeeService', 'CompanyService', 'DebtorService'] as const
/** ReportService has none: only its calls are known (Nmbrs contract, section 2.11). */
export const serviceNames = [...describedServices, 'ReportService'] as const
export type ServiceName = (typeof serviceNames)[number]
export type DescribedService = (typeof describedServices)[number]

export type Scalar = 'string' | 'int' | 'decimal' | 'boolean' | 'dateTime'

export type WireType =
  | { kind: 'scalar'; scalar: Scalar }
  | { kind: 'enumeration'; name: string; members: readonly string[] }
  | { kind: 'record'; name: string; elements: readonly WireElement[] }

/** One element of a sequence, in the place the WSDL gives it. */
export interface WireElement {
  name: string
  type: WireType
  required: boolean
  nillable: boolean
  many: boolean
}

export interface WireOperation {
  name: string
  action: string
  /** The name of the SOAP header the operation declares. */
  header: string
  request: readonly WireElement[]
  response: readonly WireElement[]
}

/** One service as its WSDL describes it. */
export interface WireService {
  name: ServiceName
  namespace: string
  path: string
  /** Absent where the vendor's description is not known. */
  wsdl: string | undefined
  operations: ReadonlyMap<string, WireOperation>
}

const scalarsByXsdName: Readonly<Record<string, Scalar>> = {
  string: 'string',
  int: 'int',
  decimal: 'decimal',
  boolean: 'boolean',
  dateTime: 'dateTime',
}

const elementSchema = z.object({
  name: z.string(),
  type: z.string().optional(),
  minOccurs: z.string().default('1'),
  maxOccurs: z.string().default('1'),
  nillable: z.string().default('false'),
})
const sequenceSchema = z.union([z.literal(''), z.object({ element: z.array(elementSchema).default([]) })])
const bodySchema = z.object({
  sequence: sequenceSchema.optional(),
  complexContent: z
    .object({ extension: z.object({ base: z.string(), sequence: sequenceSchema.optional() }) })
    .optional(),
})
const complexTypeSchema = z.union([z.literal(''), bodySchema])
const restrictionSchema = z.object({ enumeration: z.array(z.object({ value: z.string() })) })
const bindingOperationSchema = z.object({
  name: z.string(),
  operation: z.array(z.object({ soapAction: z.string() })),
  input: z.object({ header: z.object({ part: z.string() }) }),
})
const wsdlSchema = z.object({
  definitions: z.object({
    targetNamespace: z.string(),
    types: z.object({
      schema: z.object({
        element: z.array(z.object({ name: z.string(), complexType: z.array(complexTypeSchema).optional() })),
        complexType: z.array(bodySchema.extend({ name: z.string() })),
        simpleType: z.array(z.object({ name: z.string(), restriction: restrictionSchema })).default([]),
      }),
    }),
    binding: z.object({ operation: z.array(bindingOperationSchema) }),
  }),
})

type Schema = z.infer<typeof wsdlSchema>['definitions']['types']['schema']
type Body = z.infer<typeof bodySchema>
type Sequence = z.infer<typeof sequenceSchema>

const listed: ReadonlySet<string> = new Set([
  'element',
  'complexType',
  'simpleType',
  'enumeration',
  'operation',
])

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

class TypeResolver {
  private readonly records = new Map<string, WireType>()
  constructor(private readonly schema: Schema) {}

  elementsOf(body: Body): WireElement[] {
    const { sequence, complexContent } = body
    if (complexContent === undefined) return this.elementsIn(sequence)
    const base = this.schema.complexType.find(
      ({ name }) => name === withoutPrefix(complexContent.extension.base),
    )
    const inherited = base === undefined ? [] : this.elementsOf(base)
    return [...inherited, ...this.elementsIn(complexContent.extension.sequence)]
  }

  private elementsIn(sequence: Sequence | undefined): WireElement[] {
    if (sequence === undefined || sequence === '') return []
    return sequence.element.map((element) => ({
      name: element.name,
      type: this.typeNamed(withoutPrefix(element.type ?? 'xs:string')),
      required: element.minOccurs !== '0',
      nillable: element.nillable === 'true',
      many: element.maxOccurs !== '1',
    }))
  }

  private typeNamed(name: string): WireType {
    const scalar = scalarsByXsdName[name]
    if (scalar !== undefined) return { kind: 'scalar', scalar }
    const simple = this.schema.simpleType.find((type) => type.name === name)
    if (simple !== undefined) {
      return { kind: 'enumeration', name, members: simple.restriction.enumeration.map(({ value }) => value) }
    }
    return this.records.get(name) ?? this.recordNamed(name)
  }

  private recordNamed(name: string): WireType {
    const body = this.schema.complexType.find((type) => type.name === name)
    if (body === undefined) throw new Error(`the WSDL does not define the type ${name}`)
    const record: WireType = { kind: 'record', name, elements: this.elementsOf(body) }
    this.records.set(name, record)
    return record
  }
}

const topLevelElements = (schema: Schema, resolver: TypeResolver, name: string): WireElement[] => {
  const body = schema.element.find((element) => element.name === name)?.complexType?.[0]
  return body === undefined || body === '' ? [] : resolver.elementsOf(body)
}

/** Reads what one WSDL says about the operations: names, order, types and what is required. */
export const parseWireService = (name: ServiceName, wsdl: string): WireService => {
  const { definitions } = wsdlSchema.parse(readXmlRecord(wsdl, { isList: (element) => listed.has(element) }))
  const { schema } = definitions.types
  const resolver = new TypeResolver(schema)
  const operations = definitions.binding.operation.map((bound): [string, WireOperation] => [
    bound.name,
    {
      name: bound.name,
      action: bound.operation[0]?.soapAction ?? '',
      header: bound.input.header.part,
      request: topLevelElements(schema, resolver, bound.name),
      response: topLevelElements(schema, resolver, `${bound.name}Response`),
    },
  ])
  return {
    name,
    namespace: definitions.targetNamespace,
    path: pathOf(name),
    wsdl,
    operations: new Map(operations),
  }
}

/** Where a service is called. */
export const pathOf = (name: ServiceName): string => `/soap/v3/${name}.asmx`

/** The three services, from the WSDLs of the target. */
export const loadWireServices = (): readonly (WireService & { name: DescribedService; wsdl: string })[] =>
  describedServices.map((name) => {
    const file = join(packageRoot, `src/target/nmbrs-soap/wsdl/${name}.wsdl`)
    const wsdl = readFileSync(file, 'utf8')
    return { ...parseWireService(name, wsdl), name, wsdl }
  })
