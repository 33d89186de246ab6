import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'

import { readXmlRecord } from '../../../src/sandbox/nmbrs/soap/xml/xml-record.js'

const root = new URL('../../..', import.meta.url)

/** One of the WSDL files of this program. */
export const readOwnWsdl = (service: string): string =>
  readFileSync(fileURLToPath(new URL(`src/target/nmbrs-soap/wsdl/${service}.wsdl`, root)), 'utf8')

const editions = ['v2.1-feb2020', 'v2.1']

/**
 * The latest published WSDL of a service with its names moved to version 3; `undefined` where there is none
 * at hand.
 */
export const findReferenceWsdl = (service: string): string | undefined => {
  const paths = editions.map((edition) =>
    fileURLToPath(new URL(`../shared/reference/nmbrs-soap/${edition}/${service}.wsdl`, root)),
  )
  const path = paths.find(existsSync)
  return path === undefined ? undefined : readFileSync(path, 'utf8').replaceAll('/soap/v2.1/', '/soap/v3/')
}

/** The first schema of a WSDL as a document of its own. */
export const extractSchema = (wsdl: string): string => {
  const prefix = /<(\w+):schema /.exec(wsdl)?.[1] ?? 'xs'
  const start = wsdl.indexOf(`<${prefix}:schema `)
  const end = wsdl.indexOf(`</${prefix}:schema>`) + `</${prefix}:schema>`.length
  const namespace = /targetNamespace="([^"]+)"/.exec(wsdl.slice(start, end))?.[1] ?? ''
  return wsdl
    .slice(start, end)
    .replace(
      `<${prefix}:schema `,
      `<${prefix}:schema xmlns:${prefix}="http://www.w3.org/2001/XMLSchema" xmlns:tns="${namespace}" `,
    )
    .replace(/<\w+:import [^>]*>/, '')
    .replaceAll('type="s1:guid"', `type="${prefix}:string"`)
}

/** What is wrong with the documents by that schema, as lines of text. */
export const validate = async (
  documents: readonly { name: string; xml: string }[],
  schema: string,
): Promise<readonly string[]> => {
  const { errors } = await validateXML({
    xml: documents.map(({ name, xml }) => ({ fileName: `${name}.xml`, contents: xml })),
    schema: [schema],
    initialMemoryPages: 1024,
    maxMemoryPages: 2048,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}

/** The parts of a SOAP message as documents of their own. */
export const splitMessage = (xml: string): { header: string; body: string } => {
  const partOf = (name: string): string => {
    const [, inner = ''] = new RegExp(`<soap:${name}>(.*)</soap:${name}>`, 's').exec(xml) ?? []
    return inner.replace(/^<(\w+)/, '<$1 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')
  }
  return { header: partOf('Header'), body: partOf('Body') }
}

const attributes = { '@name': z.string().optional(), '@type': z.string().optional() }
const element = z.object({
  ...attributes,
  '@minOccurs': z.string().default('1'),
  '@nillable': z.string().optional(),
})
const sequence = z.union([z.literal(''), z.object({ element: z.array(element).default([]) })])
const content = z.object({ sequence: sequence.optional() })
const complexType = z.union([
  z.literal(''),
  content.extend({
    ...attributes,
    complexContent: z.object({ extension: content.extend({ '@base': z.string() }) }).optional(),
  }),
])
const wsdlShape = z.object({
  definitions: z.object({
    types: z.object({
      schema: z.array(
        z.object({
          element: z.array(z.object({ ...attributes, complexType: complexType.optional() })).default([]),
          complexType: z.array(complexType).default([]),
        }),
      ),
    }),
    portType: z.array(z.object({ operation: z.array(z.object(attributes)) })),
  }),
})

export interface WsdlField {
  name: string
  type: string
  optional: boolean
  nillable: boolean
}

type ComplexType = z.infer<typeof complexType>
type Content = z.infer<typeof content>

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const fieldsIn = (part: Content | undefined): WsdlField[] => {
  const inner = part?.sequence
  if (inner === undefined || inner === '') return []
  return inner.element.map((found) => ({
    name: found['@name'] ?? '',
    type: local(found['@type'] ?? ''),
    optional: found['@minOccurs'] === '0',
    nillable: found['@nillable'] === 'true',
  }))
}

/**
 * The operations of a WSDL, and the elements of its requests, answers and types in their order, those of a
 * base type first.
 */
export const describeWsdl = (wsdl: string) => {
  const read = readXmlRecord(wsdl, {
    attributePrefix: '@',
    isList: (name, path) =>
      name !== 'complexType'
        ? ['schema', 'element', 'operation', 'portType'].includes(name)
        : path.endsWith('schema.complexType'),
  })
  const { definitions } = wsdlShape.parse(read)
  const [schema] = definitions.types.schema
  const typeNamed = (name: string): ComplexType | undefined =>
    schema?.complexType.find((type) => type !== '' && type['@name'] === name)
  const fieldsOf = (type: ComplexType | undefined): WsdlField[] => {
    if (type === undefined || type === '') return []
    const extension = type.complexContent?.extension
    if (extension === undefined) return fieldsIn(type)
    return [...fieldsOf(typeNamed(local(extension['@base']))), ...fieldsIn(extension)]
  }
  return {
    operations: definitions.portType[0]?.operation.map((operation) => operation['@name'] ?? '') ?? [],
    typeNames: schema?.complexType.flatMap((type) => (type === '' ? [] : [type['@name'] ?? ''])) ?? [],
    fieldsOfType: (name: string) => fieldsOf(typeNamed(name)),
    fieldsOfElement: (name: string) =>
      fieldsOf(schema?.element.find((found) => found['@name'] === name)?.complexType),
  }
}
