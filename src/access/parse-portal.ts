import type { Problem } from '../domain/errors.js'
import { describeIssues, sortProblems, toProblem, type FileContext } from '../mapping/yaml/describe-issues.js'
import { applyTypes } from '../mapping/yaml/json-schema-walk.js'
import { parseYaml } from '../mapping/yaml/parse-yaml.js'
import { checkPortal } from './check-portal.js'
import { buildPortalJsonSchema } from './portal-json-schema.js'
import { portalSchema } from './portal-schema.js'
import type { Portal } from './portal.js'

/**
 * Reads the text of a portal file; `file` is only named in problems. Gives the portal, or everything that is wrong with the file at once, by
 * line. What belongs together is looked at once each part is right by itself.
 */
export const parsePortal = (
  text: string,
  file: string,
): { portal: Portal } | { problems: readonly Problem[] } => {
  const yaml = parseYaml(text, file)
  if (!('data' in yaml)) return { problems: yaml.problems }
  const schema = buildPortalJsonSchema()
  const data = applyTypes(yaml.data, schema)
  const context: FileContext = { file, data, schema, lineOf: yaml.lineOf }
  const checked = portalSchema.safeParse(data)
  const problems = [...yaml.problems]
  if (checked.success) {
    checkPortal(checked.data, (path, remark) => problems.push(toProblem(context, path, remark)))
  } else {
    problems.push(...describeIssues(context, checked.error.issues))
  }
  return checked.success && problems.length === 0
    ? { portal: checked.data }
    : { problems: sortProblems(problems) }
}
