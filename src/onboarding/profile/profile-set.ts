import type { Problem } from '../../domain/errors.js'
import { findNearest } from '../../yaml/nearest.js'
import type { ParsedProfile } from './parse-profile.js'
import type { Profile } from './profile.js'

/**
 * What is wrong between profiles, each of which is right by itself: a name that two have, or a fact that they
 * ask for in two ways.
 */
export const findClashes = (parsed: readonly ParsedProfile[]): Problem[] => [
  ...findDoubleNames(parsed),
  ...findFactClashes(parsed),
]

/** Whether they go together, for profiles whose files were not parsed. */
export const areApart = (profiles: readonly Profile[]): boolean =>
  findClashes(profiles.map((profile) => ({ profile, problemAt: nowhere }))).length === 0

const nowhere = (): Problem => ({ severity: 'error', file: '', line: 0, key: '', expected: '', found: '' })

const findDoubleNames = (parsed: readonly ParsedProfile[]): Problem[] => {
  const fileByName = new Map<string, string>()
  const problems: Problem[] = []
  for (const { profile, problemAt } of parsed) {
    const names = [
      { name: profile.id, path: ['id'] },
      ...profile.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
    ]
    for (const { name, path } of names) {
      const other = fileByName.get(name)
      if (other !== undefined)
        problems.push(problemAt(path, `a name that no other profile has; ${other} has it`))
      else fileByName.set(name, profile.file)
    }
  }
  return problems
}

/** One answer file serves several profiles, so one id must mean one thing. */
const findFactClashes = (parsed: readonly ParsedProfile[]): Problem[] => {
  const firstById = new Map<string, { type: string; file: string }>()
  const problems: Problem[] = []
  for (const { profile, problemAt } of parsed) {
    for (const [index, { id, type }] of profile.facts.entries()) {
      const first = firstById.get(id) ?? { type, file: profile.file }
      firstById.set(id, first)
      if (first.type !== type) {
        problems.push(
          problemAt(['facts', index, 'type'], `${first.type}, as ${first.file} has it, or another id`),
        )
      }
    }
  }
  return problems
}

/** The profile of this id or alias, in any letter case; else the nearest name, when there is one. */
export const findProfile = (
  profiles: readonly Profile[],
  name: string,
): { profile: Profile } | { nearest: string | undefined } => {
  const wanted = name.trim().toLowerCase()
  const profile = profiles.find(({ id, aliases }) => id === wanted || aliases.includes(wanted))
  if (profile !== undefined) return { profile }
  return {
    nearest: findNearest(
      wanted,
      profiles.flatMap(({ id, aliases }) => [id, ...aliases]),
    ),
  }
}
