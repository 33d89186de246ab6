import { isMet, showNumber, type Figure } from './figure.js'

/** How many digits after the point a value deserves. */
const digitsOf = (value: number): number => (Number.isInteger(value) ? 0 : value < 10 ? 2 : 0)

const verdictOf = (figure: Figure): string => {
  if (!figure.judged) return 'not judged'
  return isMet(figure) ? 'met' : 'MISSED'
}

/** The figures as text, one paragraph each. */
export const showFigures = (figures: readonly Figure[]): string =>
  figures
    .map((figure) => {
      const { goal, what, value, unit, bound, limit, details } = figure
      const result = `${showNumber(value, digitsOf(value))}${unit}; goal: ${bound} ${showNumber(limit, digitsOf(limit))}`
      return [
        `${goal}. ${what}`,
        `   ${verdictOf(figure).padEnd(10)} ${result}`,
        ...details.map((line) => `              ${line}`),
      ].join('\n')
    })
    .join('\n')

/** Whether every figure that is judged is as it should be. */
export const allMet = (figures: readonly Figure[]): boolean =>
  figures.every((figure) => !figure.judged || isMet(figure))
