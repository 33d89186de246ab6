import { similarity } from '../domain/text/similarity.js'

/** Below this two words are different words, not one misspelt. */
const alike = 0.85

const alikeness = (left: string, right: string): number => similarity(left.toUpperCase(), right.toUpperCase())

const score = (word: string, candidate: string): number => {
  const left = word.split('.')
  const right = candidate.split('.')
  // With a part too few or too many, the end is what counts, and it must be better alike.
  if (left.length !== right.length) return 0.95 * alikeness(left.at(-1) ?? '', right.at(-1) ?? '')
  return Math.min(...left.map((part, index) => alikeness(part, right[index] ?? '')))
}

/**
 * The candidate that was probably meant by a misspelt word; `undefined` when none is near. Dotted names are
 * compared part by part, and a name whose first part was forgotten is found by its end.
 */
export const findNearest = (word: string, candidates: readonly string[]): string | undefined => {
  const ending = candidates.find((candidate) => candidate.endsWith(`.${word}`))
  if (ending !== undefined) return ending
  let best: string | undefined
  let bestScore = alike
  for (const candidate of candidates) {
    const candidateScore = score(word, candidate)
    if (candidateScore >= bestScore && (best === undefined || candidateScore > bestScore)) {
      best = candidate
      bestScore = candidateScore
    }
  }
  return best
}
