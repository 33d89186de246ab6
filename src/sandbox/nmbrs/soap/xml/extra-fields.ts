import type { WireElement, WireService, WireType } from '../wire-schema.js'

/** Fields of personal data that a newer schema may have and our WSDL does not know: what follows what. */
const extraFields = [
  { name: 'Pronouns', after: 'Gender' },
  { name: 'PayslipLanguage', after: 'TitleAfter' },
] as const

export const extraFieldNames: readonly string[] = extraFields.map(({ name }) => name)

const addExtras = (elements: readonly WireElement[]): WireElement[] =>
  elements.flatMap((element): WireElement[] => {
    const following = extraFields.filter(({ after }) => after === element.name)
    return [element, ...following.map(({ name }) => ({ ...textElement, name }))]
  })

const textElement: WireElement = {
  name: '',
  type: { kind: 'scalar', scalar: 'string' },
  required: false,
  nillable: false,
  many: false,
}

const extend = (type: WireType): WireType =>
  type.kind === 'record' && type.name === 'PersonalInfo'
    ? { ...type, elements: addExtras(type.elements) }
    : type

const extendAll = (elements: readonly WireElement[]): WireElement[] =>
  elements.map((element) => ({ ...element, type: extend(element.type) }))

/** The service as a newer version of it would be. The WSDL it shows stays the old one. */
export const withExtraFields = (service: WireService): WireService => {
  const operations = [...service.operations.values()].map((operation) => {
    const { request, response } = operation
    return { ...operation, request: extendAll(request), response: extendAll(response) }
  })
  return { ...service, operations: new Map(operations.map((operation) => [operation.name, operation])) }
}
