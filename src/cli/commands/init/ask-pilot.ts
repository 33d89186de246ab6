import { AuthError, RemoteError } from '../../../domain/errors.js'
import { joinSentences } from '../../../domain/language/join-sentences.js'
import { findPeople } from '../../../domain/people/find-people.js'
import type { KnownPerson } from '../../../domain/people/known-person.js'
import { toPersonChoice } from '../../../report/people/people-list.js'
import { parseSourceId } from '../../../run/people/look-up-people.js'
import type { Asking } from './accounts/ask-until-let-in.js'

const message =
  'Start with a few people? Their names, employee numbers or AlexisHR ids, with commas between them (nothing: everyone)'

/**
 * Asks for a pilot group, with which a first sync stays small, until every text means someone. Gives AlexisHR
 * ids; none for everyone. AlexisHR is read once, and not where ids are typed.
 */
export const askPilot = async (
  { prompts, tell }: Asking,
  readPeople: () => Promise<readonly KnownPerson[]>,
): Promise<readonly string[]> => {
  let people: readonly KnownPerson[] | undefined
  for (;;) {
    const texts = toTexts(await prompts.ask({ message }))
    if (texts.every((text) => parseSourceId(text) !== undefined)) return toIds(texts)
    try {
      people ??= await readPeople()
    } catch (error) {
      if (!(error instanceof AuthError || error instanceof RemoteError)) throw error
      tell(joinSentences(error.message, 'Type AlexisHR ids, or nothing'))
      continue
    }
    const chosen = await chooseAll({ prompts, tell }, texts, people)
    if (chosen !== undefined) return toIds(chosen)
  }
}

/** Ids may stand apart by blanks only, as in a list that was copied. */
const toTexts = (answer: string): readonly string[] => {
  const words = split(answer, /[\s,]+/)
  return words.every((word) => parseSourceId(word) !== undefined) ? words : split(answer, /,/)
}

const split = (answer: string, by: RegExp): string[] =>
  answer
    .split(by)
    .map((text) => text.trim())
    .filter((text) => text !== '')

const toIds = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.toLowerCase())),
]

/** The ids of those who are meant; `undefined` when a text means no one, which is said. */
const chooseAll = async (
  { prompts, tell }: Asking,
  texts: readonly string[],
  people: readonly KnownPerson[],
): Promise<readonly string[] | undefined> => {
  const ids: string[] = []
  for (const text of texts) {
    const found = findPeople(text, people)
    const [only] = found
    if (found.length > 1) {
      const choices = found.map((person) => ({ value: person.id, label: toPersonChoice(person, 'en') }))
      ids.push(await prompts.choose(`Which ${text}?`, choices))
      continue
    }
    const id = only?.id ?? parseSourceId(text)
    if (id === undefined) {
      tell(`AlexisHR has no ${text} in these companies.`)
      return undefined
    }
    if (only !== undefined) tell(`${text}: ${toPersonChoice(only, 'en')}`)
    ids.push(id)
  }
  return ids
}
