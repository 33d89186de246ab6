import type { Problem } from '../domain/errors.js'
import { describeIssues, sortProblems, toProblem, type FileContext } from '../mapping/yaml/describe-issues.js'
import { applyTypes } from '../mapping/yaml/json-schema-walk.js'
import { parseYaml } from '../mapping/yaml/parse-yaml.js'
import { buildProfile } from './build-profile.js'
import type { Profile } from './profile.js'
import { buildProfileJsonSchema, profileSchema } from './profile-schema.js'

/** A profile that was read, and how to say of a key of it what is wrong. */
export interface ParsedProfile {
  profile: Profile
  problemAt: (path: readonly (string | number)[], expected: string) => Problem
}

/**
 * Reads the text of a profile file; `file` is only named in problems. Gives the profile, or everything that is wrong with the file at
 * once, by line.
 */
export const parseProfile = (
  text: string,
  file: string,
): ParsedProfile | { problems: readonly Problem[] } => {
  const yaml = parseYaml(text, file)
  if (!('data' in yaml)) return { problems: yaml.problems }
  const schema = buildProfileJsonSchema()
  const data = applyTypes(yaml.data, schema)
  const context: FileContext = { file, data, schema, lineOf: yaml.lineOf }
  const checked = profileSchema.safeParse(data)
  const issues = checked.success ? [] : describeIssues(context, checked.error.issues)
  const problems = [...yaml.problems, ...issues]
  if (!checked.success) return { problems: sortProblems(problems) }
  const profile = buildProfile(checked.data, file, (path, remark) => {
    problems.push(toProblem(context, path, remark))
  })
  if (problems.length > 0) return { problems: sortProblems(problems) }
  return { profile, problemAt: (path, expected) => toProblem(context, path, { expected }) }
}
