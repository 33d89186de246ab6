/**
 * The forms of postal codes by country, in capitals and without blanks and dashes. Countries whose codes all
 * look like those of another country are told apart by nothing but their name, so a code that fits says no
 * more than that it may be one of that country.
 */
const forms: Readonly<Record<string, RegExp>> = {
  NL: /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/,
  AD: /^AD\d{3}$/,
  AR: /^(?:[A-Z]?\d{4}|[A-Z]\d{4}[A-Z]{3})$/,
  AZ: /^(?:AZ)?\d{4}$/,
  BB: /^BB\d{5}$/,
  BN: /^[A-Z]{2}\d{4}$/,
  BR: /^\d{8}$/,
  CA: /^[ABCEGHJ-NPRSTVXY]\d[A-Z]\d[A-Z]\d$/,
  CL: /^\d{7}$/,
  FO: /^(?:FO)?\d{3}$/,
  GB: /^(?:GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/,
  GG: /^GY\d{1,2}\d[A-Z]{2}$/,
  GL: /^39\d{2}$/,
  IE: /^[A-Z]\d[\dW][A-Z\d]{4}$/,
  IL: /^(?:\d{5}|\d{7})$/,
  IM: /^IM\d{1,2}\d[A-Z]{2}$/,
  IN: /^[1-9]\d{5}$/,
  IR: /^\d{10}$/,
  IS: /^\d{3}$/,
  JE: /^JE\d{1,2}\d[A-Z]{2}$/,
  JP: /^\d{7}$/,
  KR: /^\d{5}$/,
  LB: /^\d{4}(?:\d{4})?$/,
  LT: /^(?:LT)?\d{5}$/,
  LV: /^(?:LV)?\d{4}$/,
  MC: /^980\d{2}$/,
  MD: /^(?:MD)?\d{4}$/,
  MT: /^[A-Z]{3}\d{2,4}$/,
  PT: /^\d{4}(?:\d{3})?$/,
  SM: /^4789\d$/,
  SZ: /^[A-Z]\d{3}$/,
  TW: /^\d{3}(?:\d{2,3})?$/,
  US: /^\d{5}(?:\d{4})?$/,
  VA: /^00120$/,
  VN: /^\d{5,6}$/,
}

/** Countries whose codes are nothing but so many digits, with their own letters before them or not. */
const digitsOnly: Readonly<Record<number, string>> = {
  4: 'AF AL AM AT AU BD BE BG CH CV CY DK GE GW HT HU LI LR LU MK MZ NE NO NZ PH PY SI SJ TN VE ZA',
  5: 'AX BA BT CR CU CZ DE DO DZ EE EG ES FI FR GF GP GR GT HN HR ID IQ IT JO KE KH KW LA LK MA ME MM MN MQ MU MX MY NC NI NP PE PF PK PL PM RE RS SA SE SK SN TH TR TZ UA UY XK YT ZM',
  6: 'BY CN CO EC KG KZ NG PA RO RU SG TJ TM UZ',
}

const lengthOf = new Map(
  Object.entries(digitsOnly).flatMap(([length, countries]) =>
    countries.split(' ').map((country): [string, number] => [country, Number(length)]),
  ),
)

const compact = (code: string): string => code.toUpperCase().replace(/[\s-]+/g, '')

/**
 * Whether a postal code has the form that those of a country have; `undefined` when the form is not known
 * here. A prefix of the country before the digits (`SE-411 05`, `L-1234`) is part of neither.
 */
export const hasPostalCodeForm = (country: string, code: string): boolean | undefined => {
  const form = forms[country]
  const plain = compact(code)
  if (form !== undefined) return form.test(plain) || form.test(withoutPrefix(country, plain))
  const length = lengthOf.get(country)
  if (length === undefined) return undefined
  const digits = withoutPrefix(country, plain)
  return /^\d+$/.test(digits) && digits.length === length
}

/** The letters that international post puts before the code: the country's own, or those of its cars. */
const carLetters: Readonly<Record<string, string>> = {
  AT: 'A',
  BE: 'B',
  DE: 'D',
  ES: 'E',
  FI: 'FIN',
  FR: 'F',
  HU: 'H',
  IT: 'I',
  LU: 'L',
  NO: 'N',
  PT: 'P',
  SE: 'S',
  SI: 'SLO',
}

const withoutPrefix = (country: string, plain: string): string => {
  const prefix = [country, carLetters[country]].find((one) => one !== undefined && plain.startsWith(one))
  return prefix === undefined ? plain : plain.slice(prefix.length)
}
