import { Decimal } from 'decimal.js'

/** Sums of any size are exact: the usual 20 digits are too few for a long list of hourly wages. */
const Exact = Decimal.clone({ precision: 60 })

const amountPattern = /^-?\d+(\.\d+)?$/

/**
 * The sum of amounts such as `3150.00`, exactly: money never goes through floating point. A text that is no
 * amount counts as nothing.
 */
export const sumAmounts = (amounts: readonly string[]): string =>
  toAmount(amounts.reduce((sum, amount) => sum.plus(toDecimal(amount)), new Exact(0)))

/** How much more the one amount is than the other; negative where it is less. */
export const subtractAmounts = (left: string, right: string): string =>
  toAmount(toDecimal(left).minus(toDecimal(right)))

const toDecimal = (amount: string): Decimal =>
  new Exact(amountPattern.test(amount.trim()) ? amount.trim() : 0)

/** With two decimals, and more only where there are more. */
const toAmount = (sum: Decimal): string => sum.toFixed(Math.max(2, sum.decimalPlaces()))
