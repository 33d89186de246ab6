import { createHash } from 'node:crypto'

/** What has a number for SOAP and a GUID for REST. */
export type GuidKind =
  | 'employee'
  | 'company'
  | 'debtor'
  | 'personalInfo'
  | 'address'
  | 'bankAccount'
  | 'salary'
  | 'employment'
  | 'template'

/**
 * A GUID keeps its number in the last 48 bits, turned so that neighbours do not look alike. The factor has an
 * inverse.
 */
const bits = 48n
const mask = (1n << bits) - 1n
const factor = 0x5deece66dn

const inverse = ((): bigint => {
  let found = factor
  for (let round = 0; round < 6; round += 1) found = (found * (2n - factor * found)) & mask
  return found & mask
})()

/** The GUID of the same thing: always the same one, in lower case. */
export const toGuid = (kind: GuidKind, id: number): string => {
  const low = ((BigInt(id) * factor) & mask).toString(16).padStart(12, '0')
  const high = createHash('sha256').update(`${kind}:${id}`).digest('hex')
  return `${high.slice(0, 8)}-${high.slice(8, 12)}-4${high.slice(13, 16)}-a${high.slice(17, 20)}-${low}`
}

/** The number behind a GUID, in either letter case; `undefined` when it is no GUID of that kind. */
export const fromGuid = (kind: GuidKind, guid: string): number | undefined => {
  const low = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})$/i.exec(guid)?.[1]
  if (low === undefined) return undefined
  const id = Number((BigInt(`0x${low}`) * inverse) & mask)
  return toGuid(kind, id) === guid.toLowerCase() ? id : undefined
}
