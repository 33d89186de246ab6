import { InternalError } from '../../../domain/errors.js'
import type { ServiceName } from '../../../onboarding/calls/call-name.js'
import { namespaceOf } from '../wire/operations.js'
import { toXml, type XmlElement } from '../wire/xml/xml-element.js'

export interface Credentials {
  username: string
  token: string
  /** The bare sub-domain; empty when unknown (Nmbrs contract, section 1). */
  domain: string
}

/**
 * Authentication in the service's own namespace. `Environment_Get` takes it without the domain (Nmbrs
 * contract, section 1).
 */
export const buildAuthHeaders = (service: ServiceName, { username, token, domain }: Credentials) => {
  const refuse = (field: string): never => {
    throw new InternalError(`the Nmbrs ${field.toLowerCase()} holds a character that cannot be sent`)
  }
  const wrap = (name: string, parts: readonly XmlElement[]): string =>
    `<${name} xmlns="${namespaceOf(service)}">${toXml(parts, refuse)}</${name}>`
  const base = [
    { name: 'Username', content: username },
    { name: 'Token', content: token },
  ]
  const withDomain = domain === '' ? base : [...base, { name: 'Domain', content: domain }]
  return { plain: wrap('AuthHeader', base), withDomain: wrap('AuthHeaderWithDomain', withDomain) }
}
