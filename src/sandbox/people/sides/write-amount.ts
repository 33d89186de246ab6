/** Plain decimal text without trailing zeros: 417550 cents is `4175.5`. */
export const toAmountText = (cents: number): string => {
  const euros = String(Math.trunc(cents / 100))
  const rest = String(cents % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return rest === '' ? euros : `${euros}.${rest}`
}

/** The number that JSON shows as that text. */
export const toAmountNumber = (cents: number): number => Number(toAmountText(cents))
