import type { KnownPerson } from '../../domain/people/known-person.js'
import type { Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { peopleTexts } from './people-texts.js'

/** More than these no one looks through. */
const mostListed = 20

/** The people whom a text fits, one line each: names and numbers where names may be shown, ids always. */
export const buildPeopleList = (people: readonly KnownPerson[], look: Look): string => {
  const texts = peopleTexts[look.language]
  const rows = people.slice(0, mostListed).map((person) => toRow(person, look))
  const left = people.length - rows.length
  const table = layOutTable(rows, { width: look.width, indent: 2 })
  return [...table, ...(left === 0 ? [] : [`  ${texts.more(left)}`])].map((line) => `${line}\n`).join('')
}

const toRow = (person: KnownPerson, { showNames, language }: Look): string[] => {
  const { notConnected } = peopleTexts[language]
  const target = person.targetIds.length === 0 ? notConnected : `Nmbrs ${person.targetIds.join(', ')}`
  return [...(showNames ? [person.name, toNumber(person, language)] : []), person.id, target]
}

const toNumber = ({ employeeNumber }: KnownPerson, language: Language): string =>
  employeeNumber === undefined ? '' : peopleTexts[language].number(employeeNumber)

/** One person in one line, for a question to choose. */
export const toPersonChoice = (person: KnownPerson, language: Language): string =>
  [person.name, toNumber(person, language), person.id].filter((part) => part !== '').join('  ')
