import type { Remark } from '../../yaml/describe-issues.js'
import { findAt, type KeyPath } from '../../yaml/key-path.js'
import { restDescription, soapKeys } from '../schema/nmbrs-schema.js'

/**
 * What the chosen transport of a connection needs: `rest` for REST and to read along over it, the API user
 * for SOAP. With REST the API user may be there too, whole, for as long as both are in use.
 */
export const checkTransport = (
  nmbrs: unknown,
  path: KeyPath,
  note: (path: KeyPath, remark: Remark) => void,
): void => {
  if (typeof nmbrs !== 'object' || nmbrs === null || Array.isArray(nmbrs)) return
  const isRest = findAt(nmbrs, ['api']) === 'rest'
  const needsRest = isRest || findAt(nmbrs, ['shadow']) === 'rest'
  if (needsRest && findAt(nmbrs, ['rest']) === undefined)
    note([...path, 'rest'], { expected: restDescription })
  const names = Object.keys(soapKeys) as (keyof typeof soapKeys)[]
  const missing = names.filter((name) => findAt(nmbrs, [name]) === undefined)
  if (isRest && missing.length === names.length) return
  for (const name of missing) note([...path, name], { expected: soapKeys[name].description ?? name })
}
