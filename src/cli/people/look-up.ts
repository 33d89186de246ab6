import { ConfigError } from '../../domain/errors.js'
import { toSourceEmployeeId, type SourceEmployeeId } from '../../domain/ids.js'
import type { KnownPerson } from '../../domain/people/known-person.js'
import { buildPeopleList, toPersonChoice } from '../../report/people/people-list.js'
import { peopleTexts } from '../../report/people/people-texts.js'
import { lookUpPeople } from '../../run/people/look-up-people.js'
import type { LookUpDeps } from '../../run/people/read-people.js'
import type { Io } from '../io.js'
import { languageOf } from '../options/language.js'
import { lookOf } from '../terminal/output-look.js'

/** What stands for a person on the command line, in the words of the help. */
export const personMeaning =
  'a person: name, employee number, AlexisHR id or Nmbrs id; a unique beginning will do'

/**
 * The people whom typed texts mean. Where one fits several, it is asked on a terminal which of them is meant;
 * elsewhere they are listed on stderr. Throws `ConfigError` then, and what reading AlexisHR throws.
 */
export const lookUp = (
  io: Io,
  deps: LookUpDeps | readonly LookUpDeps[],
  typed: readonly string[],
): Promise<readonly SourceEmployeeId[]> =>
  lookUpPeople([deps].flat(), typed, (several) => choosePerson(io, several))

/** As `lookUp`, of one text. */
export const lookUpOne = async (
  io: Io,
  deps: LookUpDeps | readonly LookUpDeps[],
  typed: string,
): Promise<SourceEmployeeId> => (await lookUp(io, deps, [typed]))[0] ?? toSourceEmployeeId(typed)

/**
 * Which of several people is meant: asked on a terminal, listed on stderr elsewhere. Throws `ConfigError`
 * then.
 */
export const choosePerson = (io: Io, several: readonly KnownPerson[]): Promise<SourceEmployeeId> => {
  const language = languageOf(io)
  const people = [...several].sort(byName)
  if (io.prompts !== undefined)
    return io.prompts.choose(
      peopleTexts[language].whichOne,
      people.map((person) => ({ value: person.id, label: toPersonChoice(person, language) })),
    )
  io.stderr.write(buildPeopleList(people, lookOf(io.stderr, io.env)))
  throw new ConfigError(
    `${several.length} people fit what was typed, and nothing was done. Name one by more of the name or by an id`,
  )
}

const byName = (one: KnownPerson, other: KnownPerson): number =>
  one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)
