/** Hourly wages have more decimals than cents; none of them is dropped. */
const decimals = 6

const scale = 10n ** BigInt(decimals)

/**
 * The sum of amounts such as `3150.00`, exactly: money never goes through floating point. A text that is no
 * amount counts as nothing.
 */
export const sumAmounts = (amounts: readonly string[]): string =>
  toAmount(amounts.reduce((sum, amount) => sum + toUnits(amount), 0n))

/** How much more the one amount is than the other; negative where it is less. */
export const subtractAmounts = (left: string, right: string): string =>
  toAmount(toUnits(left) - toUnits(right))

const toUnits = (amount: string): bigint => {
  const [, sign, whole = '0', rest = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount.trim()) ?? []
  const units = BigInt(whole) * scale + BigInt(rest.padEnd(decimals, '0'))
  return sign === '-' ? -units : units
}

/** With two decimals, and more only where there are more. */
const toAmount = (units: bigint): string => {
  const positive = units < 0n ? -units : units
  const rest = (positive % scale)
    .toString()
    .padStart(decimals, '0')
    .replace(/0{1,4}$/, '')
  return `${units < 0n ? '-' : ''}${positive / scale}.${rest}`
}
