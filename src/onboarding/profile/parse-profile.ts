import type { Problem } from '../../domain/errors.js'
import { checkYaml } from '../../yaml/check-yaml.js'
import { sortProblems, toProblem } from '../../yaml/describe-issues.js'
import { buildProfile } from './build-profile.js'
import type { Profile } from './profile.js'
import { profileSchema } from './profile-schema.js'

/** A profile that was read, and how to say of a key of it what is wrong. */
export interface ParsedProfile {
  profile: Profile
  problemAt: (path: readonly (string | number)[], expected: string) => Problem
}

/**
 * Reads the text of a profile file; `file` is only named in problems. Gives the profile, or everything that
 * is wrong with the file at once, by line.
 */
export const parseProfile = (
  text: string,
  file: string,
): ParsedProfile | { problems: readonly Problem[] } => {
  const checked = checkYaml(text, file, profileSchema)
  if (checked.context === undefined) return checked
  const { context, data, problems } = checked
  if (data === undefined) return { problems: sortProblems(problems) }
  const profile = buildProfile(data, file, (path, remark) => {
    problems.push(toProblem(context, path, remark))
  })
  if (problems.length > 0) return { problems: sortProblems(problems) }
  return { profile, problemAt: (path, expected) => toProblem(context, path, { expected }) }
}
