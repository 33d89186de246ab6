/**
 * How alike two texts are by the letters they share in about the same place (Jaro): 0 for nothing in common,
 * 1 for the same.
 */
const jaro = (left: string, right: string): number => {
  const reach = Math.floor(Math.max(left.length, right.length) / 2) - 1
  const taken = new Array<boolean>(right.length).fill(false)
  const shared: string[] = []
  for (let index = 0; index < left.length; index += 1) {
    const letter = left.charAt(index)
    const last = Math.min(index + reach, right.length - 1)
    for (let place = Math.max(0, index - reach); place <= last; place += 1) {
      if (taken[place] === true || right.charAt(place) !== letter) continue
      taken[place] = true
      shared.push(letter)
      break
    }
  }
  if (shared.length === 0) return 0
  const sharedRight = right.split('').filter((_, place) => taken[place])
  const swapped = shared.filter((letter, index) => letter !== sharedRight[index]).length / 2
  const { length } = shared
  return (length / left.length + length / right.length + (length - swapped) / length) / 3
}

/** Only texts that are alike already count as more alike by how they begin. */
const beginningCountsFrom = 0.7
const longestBeginning = 4
const weightOfBeginning = 0.1

/** How alike two texts are, from 0 to 1 (Jaro-Winkler): for misspelt names and words. Capitals count. */
export const similarity = (left: string, right: string): number => {
  if (left === '' || right === '') return 0
  if (left === right) return 1
  const plain = jaro(left, right)
  if (plain <= beginningCountsFrom) return plain
  let same = 0
  while (same < longestBeginning && left[same] !== undefined && left[same] === right[same]) same += 1
  return plain + same * weightOfBeginning * (1 - plain)
}
