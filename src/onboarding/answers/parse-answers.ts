import type { Problem } from '../../domain/errors.js'
import { checkYaml } from '../../yaml/check-yaml.js'
import { sortProblems } from '../../yaml/describe-issues.js'
import { entriesOf, findAt, type KeyPath } from '../../yaml/key-path.js'
import { buildAnswersSchema, type RawAnswer } from './answers-schema.js'
import type { FactAnswer, FactAnswers, GivenAnswers } from '../check/check-input.js'
import type { Profile } from '../profile/profile.js'

/**
 * Reads the text of a file of answers; `file` is only named in problems. `profiles` are all that are known:
 * one file may answer what several consumers ask. Gives the answers, or everything that is wrong with the
 * file at once, by line. Whether an answer is a right one is said by the check.
 */
export const parseAnswers = (
  text: string,
  file: string,
  profiles: readonly Profile[],
): { answers: GivenAnswers } | { problems: readonly Problem[] } => {
  const checked = checkYaml(text, file, buildAnswersSchema(profiles), {
    prepare: withoutEmptyFacts,
    veil: veilTokens(profiles),
  })
  if (checked.context === undefined) return checked
  const { data, problems } = checked
  if (problems.length > 0 || data === undefined) return { problems: sortProblems(problems) }
  const companies = Object.entries(data.companies ?? {}).map(([id, facts]): [string, FactAnswers] => [
    id,
    toAnswers(facts),
  ])
  return { answers: { shared: toAnswers(data.facts ?? {}), companies: new Map(companies) } }
}

/** `facts:` with nothing below it is a form that no one has begun with. */
const withoutEmptyFacts = (data: unknown): unknown => {
  const empty = ['facts', 'companies'].filter((key) => findAt(data, [key]) === null)
  return empty.length === 0
    ? data
    : Object.fromEntries(entriesOf(data).filter(([key]) => !empty.includes(key)))
}

/** A token that someone wrote down all the same is not repeated on the screen. */
const veilTokens = (profiles: readonly Profile[]): ((path: KeyPath) => string | undefined) => {
  const tokens = new Set(
    profiles.flatMap(({ facts }) => facts.filter(({ type }) => type === 'api-token').map(({ id }) => id)),
  )
  return (path) => (tokens.has(String(path.at(-1))) ? 'a text, which is not shown' : undefined)
}

const toAnswers = (facts: Readonly<Record<string, RawAnswer | undefined>>): FactAnswers => {
  const answers = Object.entries(facts).flatMap(([id, raw]): [string, FactAnswer][] => {
    const answer = toAnswer(raw)
    return answer === undefined ? [] : [[id, answer]]
  })
  return new Map(answers)
}

const toAnswer = (raw: RawAnswer | undefined): FactAnswer | undefined => {
  if (raw === undefined || raw === null) return undefined
  if (typeof raw === 'string') return { kind: 'text', text: raw }
  return { kind: 'dga', present: true, people: Array.isArray(raw) ? raw : [raw] }
}
