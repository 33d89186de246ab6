import { Decimal } from 'decimal.js'

/**
 * A percentage of a number of people, as people: rounded up, and at least one, so that in a company of five
 * someone may still change. Only 0 percent is no one.
 */
export const shareOf = (percent: number, people: number): number =>
  percent === 0 ? 0 : Math.max(1, new Decimal(people).times(percent).div(100).ceil().toNumber())
