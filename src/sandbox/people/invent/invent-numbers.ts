/** Invented, in the form the real ones have. The bank code is no bank's. */
const bankCode = 'TULP'
export const bic = 'TULPNL2A'

/** The remainder by 97 of a number of any length, digit by digit. */
const remainder97 = (digits: string): number => {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder
}

const toDigits = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))

/** A Dutch IBAN with right check digits: `NL07TULP0123456789`. */
export const inventIban = (index: number): string => {
  const account = `${bankCode}${String(index).padStart(10, '0')}`
  const check = 98 - remainder97(`${toDigits(account)}${toDigits('NL')}00`)
  return `NL${String(check).padStart(2, '0')}${account}`
}

/** The same IBAN with wrong check digits. */
export const spoilIban = (iban: string): string => {
  const check = Number(iban.slice(2, 4))
  return `NL${String(check === 98 ? 2 : check + 1).padStart(2, '0')}${iban.slice(4)}`
}

/** Nine digits from a range that is not given out. */
export const inventBsn = (index: number): string => `9999${String(index % 100000).padStart(5, '0')}`

/** A mobile number, `+31612340042`. */
export const inventMobile = (index: number): string => `+3161234${String(index % 10000).padStart(4, '0')}`

/** A number at the office, `+31205550042`. */
export const inventWorkPhone = (index: number): string => `+31205550${String(index % 1000).padStart(3, '0')}`

/** The ways people type a Dutch number; all of them mean the same. */
const layouts: readonly ((area: string, rest: string) => string)[] = [
  (area, rest) => `+31${area}${rest}`,
  (area, rest) => `0${area} - ${(rest.match(/\d{1,2}/g) ?? []).join(' ')}`,
  (area, rest) => `0${area}-${rest}`,
  (area, rest) => `+31 ${area} ${rest}`,
  (area, rest) => `0${area}${rest}`,
  (area, rest) => `0031${area}${rest}`,
]

/** The same Dutch number in one of six layouts. */
export const layOutPhone = (phone: string, layout: number): string => {
  const national = phone.slice(3)
  const areaLength = national.startsWith('6') ? 1 : 2
  const write = layouts[layout % layouts.length]
  return write === undefined ? phone : write(national.slice(0, areaLength), national.slice(areaLength))
}

/** `NL07 TULP 0123 4567 89` */
export const layOutIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** 24 hexadecimal characters, as the source's ids look. */
export const inventSourceId = (kind: number, seed: number, index: number): string =>
  `65f1${kind.toString(16).padStart(2, '0')}${(seed >>> 0).toString(16).padStart(8, '0')}${index.toString(16).padStart(10, '0')}`
