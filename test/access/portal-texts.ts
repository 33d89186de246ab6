import { readFileSync } from 'node:fs'

import { parsePortal } from '../../src/access/portal/parse-portal.js'
import type { Portal } from '../../src/access/portal/portal.js'

/** The text of a portal file that comes along. */
export const portalText = (name: string): string => readFileSync(`mappings/portals/${name}.yaml`, 'utf8')

const read = new Map<string, Portal>()

/** A portal that comes along, read from its file. */
export const aPortal = (name: string): Portal => {
  const before = read.get(name)
  if (before !== undefined) return before
  const result = parsePortal(portalText(name), name)
  if (!('portal' in result)) throw new Error(JSON.stringify(result.problems))
  read.set(name, result.portal)
  return result.portal
}
