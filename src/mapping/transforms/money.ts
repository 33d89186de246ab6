import { problem, type TransformResult } from './result.js'

const plainDecimal = /^(0|[1-9]\d*)(?:\.(\d+))?$/
/** Beyond it a number has been through floating point and its last digits cannot be trusted. */
const mostDigits = 15
/** Hourly wages are agreed on to a hundredth of a cent at most; more is the dust of a calculation. */
const mostDecimals = 4

/**
 * An amount in plain notation without trailing zeros. Never rounded: an amount that would need it is a
 * problem.
 */
export const toMoney = (text: string): TransformResult => {
  const typed = text.trim()
  if (typed === '') return { value: '' }
  if (typed.startsWith('-')) return problem('amount-invalid/negative', {})
  const parts = plainDecimal.exec(typed)
  if (parts === null) {
    return problem('amount-invalid', {})
  }
  const whole = parts[1] ?? '0'
  const decimals = (parts[2] ?? '').replace(/0+$/, '')
  if (decimals.length > mostDecimals) {
    return problem('amount-invalid/decimals', { count: mostDecimals })
  }
  if (`${whole}${decimals}`.replace(/^0+/, '').length > mostDigits) {
    return problem('amount-invalid/digits', { count: mostDigits })
  }
  return { value: decimals === '' ? whole : `${whole}.${decimals}` }
}
