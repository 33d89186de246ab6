/** Says what is wrong with an answer; `undefined` when it will do. */
export type Check = (answer: string) => string | undefined

export const needed: Check = (answer) => (answer.trim() === '' ? 'It cannot be left out' : undefined)

export const toCheck =
  (findFlaw: Check): Check =>
  (answer) => {
    const wanted = findFlaw(answer.trim())
    return wanted === undefined ? undefined : `It must be ${wanted}`
  }
