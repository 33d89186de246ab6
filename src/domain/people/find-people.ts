import { foldPersonName, nameParts } from '../text/names.js'
import type { KnownPerson } from './known-person.js'

/**
 * The beginning of a long id says nothing before it is this long: ids of one import begin alike, and shorter
 * texts are numbers.
 */
const shortestBeginning = 8

/**
 * The people whom a typed text means. The first way of reading it that fits anyone counts: an id of the
 * source, an id of the target, an employee number, a whole name, whole words of a name, and last the
 * beginnings of words or of a long id. Letter case, accents, punctuation and the order of the words make no
 * difference. Several people are all given: the caller asks.
 */
export const findPeople = (typed: string, people: readonly KnownPerson[]): readonly KnownPerson[] => {
  const wanted = toWanted(typed)
  if (wanted.text === '') return []
  for (const fits of waysToRead) {
    const found = people.filter((person) => fits(wanted, person))
    if (found.length > 0) return found
  }
  return []
}

interface Wanted {
  text: string
  /** The words of a name, folded. */
  words: readonly string[]
  /** The same, written as one word. */
  joined: string
}

type Fits = (wanted: Wanted, person: KnownPerson) => boolean

const foldId = (id: string): string => id.trim().toLowerCase()

const toWanted = (typed: string): Wanted => ({
  text: foldId(typed),
  words: nameParts(typed),
  joined: foldPersonName(typed),
})

const hasSourceId: Fits = ({ text }, { id }) => foldId(id) === text

const hasTargetId: Fits = ({ text }, { targetIds }) => targetIds.some((id) => foldId(id) === text)

const hasNumber: Fits = ({ text }, { employeeNumber }) =>
  employeeNumber !== undefined && foldId(employeeNumber) === text

/** `Mulder, Anna` is Anna Mulder, and `vandenberg` is van den Berg. */
const hasWholeName: Fits = ({ words, joined }, { name }) => {
  const parts = nameParts(name)
  return joined !== '' && (joined === parts.join('') || isPlaced(words, parts, 'all'))
}

const hasWords: Fits = ({ words, joined }, { name }) => {
  const parts = nameParts(name)
  return words.length > 0 && (isPlaced(words, parts, 'some') || runsOf(parts).includes(joined))
}

const hasBeginnings: Fits = ({ text, words, joined }, { id, name, targetIds }) => {
  const parts = nameParts(name)
  const isBeginning = (long: string): boolean => foldId(long).startsWith(text)
  return (
    (text.length >= shortestBeginning && [id, ...targetIds.filter(isLong)].some(isBeginning)) ||
    (words.length > 0 &&
      (isBegun(words, parts) || parts.some((_, from) => parts.slice(from).join('').startsWith(joined))))
  )
}

/** A short number with a digit left out is another number, not a beginning. */
const isLong = (id: string): boolean => id.includes('-')

/**
 * Whether each word is one of the parts, and each part taken once at most; with `all`, every part is taken.
 */
const isPlaced = (words: readonly string[], parts: readonly string[], take: 'all' | 'some'): boolean => {
  const left = [...parts]
  for (const word of words) {
    const place = left.indexOf(word)
    if (place < 0) return false
    left.splice(place, 1)
  }
  return take === 'some' || left.length === 0
}

/** Whether each word begins a part of its own.. */
const isBegun = (words: readonly string[], parts: readonly string[]): boolean => {
  const [word, ...others] = words
  if (word === undefined) return true
  return parts.some(
    (part, place) =>
      part.startsWith(word) && isBegun(others, [...parts.slice(0, place), ...parts.slice(place + 1)]),
  )
}

/** Neighbouring parts written as one word: `van den Berg` gives `vanden`, `denberg` and `vandenberg` too. */
const runsOf = (parts: readonly string[]): readonly string[] =>
  parts.flatMap((_, from) =>
    parts.slice(from).map((_part, length) => parts.slice(from, from + length + 1).join('')),
  )

/** In order of certainty. */
const waysToRead: readonly Fits[] = [
  hasSourceId,
  hasTargetId,
  hasNumber,
  hasWholeName,
  hasWords,
  hasBeginnings,
]
