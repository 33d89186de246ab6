import type { NmbrsAccount, OpenCalls } from '../../world/data.js'
import type { XmlNode } from './parse-envelope.js'
import { refuse } from '../soap-refusal.js'
import type { WireOperation, WireService } from '../wire-schema.js'

/**
 * The account that calls. The header must stand in the service's own namespace; the domain may be absent but
 * not wrong (Nmbrs contract, section 1). Throws 1001, 1002 or 1004.
 */
export const authorise = (
  header: readonly XmlNode[],
  service: WireService,
  operation: WireOperation,
  accounts: readonly NmbrsAccount[],
): NmbrsAccount => {
  const credentials = findCredentials(header, service, operation)
  const account = accounts.find(
    ({ username, token }) => username === credentials?.get('Username') && token === credentials.get('Token'),
  )
  const domain = credentials?.get('Domain')
  if (account === undefined || (domain !== undefined && domain !== account.domain)) throw refuse(1001)
  if (account.disabled === true) throw refuse(1004)
  if (!isOpen(account.template?.[service.name] ?? 'all', operation.name)) throw refuse(1002)
  return account
}

const isOpen = (calls: OpenCalls, name: string): boolean => {
  if (typeof calls === 'string') return calls === 'all'
  return 'only' in calls ? calls.only.includes(name) : !calls.except.includes(name)
}

const findCredentials = (
  header: readonly XmlNode[],
  { namespace }: WireService,
  operation: WireOperation,
): Map<string, string> | undefined => {
  const accepted = [operation.header, 'AuthHeaderWithDomain']
  const node = header.find((each) => each.namespace === namespace && accepted.includes(each.name))
  if (node === undefined) return undefined
  const own = node.children.filter((child) => child.namespace === namespace)
  return new Map(own.map(({ name, text }) => [name, text]))
}
