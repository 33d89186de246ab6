import type { Problem } from '../../domain/errors.js'
import { checkYaml } from '../../yaml/check-yaml.js'
import { sortProblems, toProblem } from '../../yaml/describe-issues.js'
import { checkPortal } from './check-portal.js'
import { portalSchema } from './portal-schema.js'
import type { Portal } from './portal.js'

/**
 * Reads the text of a portal file; `file` is only named in problems. Gives the portal, or everything that is
 * wrong with the file at once, by line. What belongs together is looked at once each part is right by itself.
 */
export const parsePortal = (
  text: string,
  file: string,
): { portal: Portal } | { problems: readonly Problem[] } => {
  const checked = checkYaml(text, file, portalSchema)
  if (checked.context === undefined) return checked
  const { context, data: portal, problems } = checked
  if (portal !== undefined) {
    checkPortal(portal, (path, remark) => problems.push(toProblem(context, path, remark)))
  }
  return portal !== undefined && problems.length === 0 ? { portal } : { problems: sortProblems(problems) }
}
