/**
 * One of a thing, and several. `#` stands for the number. Each of the languages has these two forms, and zero
 * takes the second.
 */
export interface Counted {
  one: string
  many: string
}

/** `1 person`, `2 people`: the form for a number, with the number in it. */
export const fillCount = (count: number, { one, many }: Counted): string =>
  (count === 1 ? one : many).replaceAll('#', String(count))

/** Things in a sentence: `a, b and c`. `and` is the word between the last two. */
export const joinWords = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1) ?? ''}`
