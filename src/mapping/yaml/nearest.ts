import similarity from 'jaro-winkler'

/** Below this two words are different words, not one misspelt. */
const alike = 0.85

const score = (word: string, candidate: string): number => {
  const left = word.split('.')
  const right = candidate.split('.')
  if (left.length !== right.length) return similarity(word, candidate, { caseSensitive: false })
  const parts = left.map((part, index) => similarity(part, right[index] ?? '', { caseSensitive: false }))
  return Math.min(...parts)
}

/**
 * The candidate that was probably meant by a misspelt word; `undefined` when none is near. Dotted names are compared part by
 * part, and a name whose first part was forgotten is found by its end.
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
