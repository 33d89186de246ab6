import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'
import type { Profile } from '../../src/onboarding/profile/profile.js'

export const defaultProfileLines = [
  'version: 1',
  'id: polis',
  'consumer: Polis',
  'title: { nl: Polis pensioen, en: Polis pensions }',
  "edition: '1'",
  'date: 2026-01-31',
  'source: { title: Invented }',
  'accountModel: any',
]

/** The text of a profile file: lines that every profile has, and those that are given. */
export const profileText = (lines: readonly string[]): string =>
  [...defaultProfileLines, ...lines, ''].join('\n')

const oneCall = ['calls: { CompanyService: { read: [List_GetAll] } }']

/** A profile that was read from a file. */
export const aProfile = (lines: readonly string[] = oneCall, file = 'polis.yaml'): Profile => {
  const parsed = parseProfile(profileText(lines), file)
  if ('profile' in parsed) return parsed.profile
  throw new Error(JSON.stringify(parsed.problems))
}
