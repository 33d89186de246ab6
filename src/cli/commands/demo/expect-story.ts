import type { ChangeReport } from '../../../domain/change.js'

/** The demo checks itself: a story that did not come true is told as such. */
export class StoryError extends Error {
  override readonly name = 'StoryError'
}

/** Throws `StoryError` saying what was expected. */
export const expectThat: (isTrue: boolean, expectation: string) => asserts isTrue = (isTrue, expectation) => {
  if (!isTrue) throw new StoryError(`It was expected that ${expectation}.`)
}

/** Which sections of whom were written, as comparable texts. */
export const writtenIn = (changes: readonly ChangeReport[]): string[] =>
  changes
    .filter(({ outcome }) => outcome !== 'held')
    .map(({ subject, section, outcome }) => `${subject} ${section} ${outcome}`)
    .sort()
