import { toEmail } from '../../mapping/transforms/email.js'
import type { FactAnswer } from '../check/check-input.js'
import type { DgaAnswer, FactProblem, FactValue } from '../check/fact-result.js'
import type { LocalText } from '../language.js'
import type { FactType, ProfileFact } from '../profile/profile.js'
import { readNmbrsDomain } from './nmbrs-domain.js'
import { readWageTaxNumber } from './wage-tax-number.js'
import { readFrequency, readYesNo } from './words.js'

/** An answer in its one spelling, or what is wrong with its form. */
export type FormResult = { value: FactValue } | { problem: FactProblem }

/** Longer answers are no names, numbers or addresses. */
const longest = 300

/** What an answer of each type looks like. */
const forms: Readonly<Record<FactType, LocalText>> = {
  text: { nl: `een tekst van ten hoogste ${longest} tekens`, en: `a text of at most ${longest} letters` },
  email: { nl: 'een e-mailadres', en: 'an e-mail address' },
  'wage-tax-number': {
    nl: 'negen cijfers, een L en twee cijfers, zoals 123456782L01',
    en: 'nine digits, an L and two digits, such as 123456782L01',
  },
  'contract-number': {
    nl: 'een nummer van cijfers, met hooguit letters, punten, streepjes en schuine strepen',
    en: 'a number of digits, with at most letters, points, dashes and slashes',
  },
  'company-name': { nl: 'een bedrijfsnaam', en: 'a company name' },
  'nmbrs-user': { nl: 'een e-mailadres', en: 'an e-mail address' },
  'api-token': { nl: 'een token bij de verbinding', en: 'a token with the connection' },
  'nmbrs-domain': {
    nl: 'wat tussen https:// en .nmbrs staat, zoals mijnbedrijf',
    en: 'what stands between https:// and .nmbrs, such as mycompany',
  },
  dga: {
    nl: 'nee, of een naam en een medewerkersnummer van cijfers',
    en: 'no, or a name and an employee number of digits',
  },
  'payroll-frequency': {
    nl: 'maandelijks, vierwekelijks of wekelijks',
    en: 'monthly, four-weekly or weekly',
  },
  'yes-no': { nl: 'ja of nee', en: 'yes or no' },
  'debtor-tag': { nl: 'de naam van een tag', en: 'the name of a tag' },
}

const wrongForm = (expected: LocalText): FormResult => ({ problem: { problem: 'form', expected } })

const text = (value: string): FormResult => ({ value: { kind: 'text', text: value } })

/** Reads an answer by the form that its fact asks for. A company's name is left as it stands, blanks included. */
export const readForm = (fact: ProfileFact, answer: FactAnswer): FormResult => {
  if (fact.type === 'dga') return readDga(answer)
  if (answer.kind !== 'text' || answer.text.length > longest) return wrongForm(forms[fact.type])
  return readText(fact, answer.text) ?? wrongForm(forms[fact.type])
}

const readText = (fact: ProfileFact, given: string): FormResult | undefined => {
  switch (fact.type) {
    case 'company-name':
      return text(given)
    case 'email':
    case 'nmbrs-user':
      return readEmail(given)
    case 'wage-tax-number':
      return readWageTax(given)
    case 'nmbrs-domain':
      return orUndefined(readNmbrsDomain(given), text)
    case 'yes-no':
      return orUndefined(readYesNo(given), (yes) => ({ value: { kind: 'yes-no', yes } }))
    case 'payroll-frequency':
      return readPayrollFrequency(fact, given)
    case 'contract-number':
      return contractNumber.test(given.trim()) ? readPlain(fact, given) : undefined
    case 'text':
    case 'debtor-tag':
      return readPlain(fact, given)
    case 'api-token':
    case 'dga':
      return undefined
  }
}

const orUndefined = <Value>(
  value: Value | undefined,
  make: (value: Value) => FormResult,
): FormResult | undefined => (value === undefined ? undefined : make(value))

const contractNumber = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 .\/-]{0,39}$/

const readEmail = (given: string): FormResult | undefined => {
  const email = toEmail(given)
  return 'value' in email && email.value !== '' ? text(email.value) : undefined
}

const readWageTax = (given: string): FormResult => {
  const number = readWageTaxNumber(given)
  if ('value' in number) return text(number.value)
  return number.problem === 'form'
    ? wrongForm(forms['wage-tax-number'])
    : { problem: { problem: 'check-digit' } }
}

const readPayrollFrequency = ({ choices }: ProfileFact, given: string): FormResult | undefined => {
  const frequency = readFrequency(given)
  if (frequency === undefined) return undefined
  if (choices !== undefined && !choices.includes(frequency)) return wrongForm(oneOf(choices))
  return { value: { kind: 'frequency', frequency } }
}

const readPlain = ({ choices, pattern }: ProfileFact, given: string): FormResult => {
  const plain = given.trim()
  const choice = choices?.find((one) => one.toLowerCase() === plain.toLowerCase())
  if (choices !== undefined) return choice === undefined ? wrongForm(oneOf(choices)) : text(choice)
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(plain))
    return wrongForm(fitting(pattern))
  return text(plain)
}

const oneOf = (choices: readonly string[]): LocalText => ({
  nl: `een van ${choices.join(', ')}`,
  en: `one of ${choices.join(', ')}`,
})

const fitting = (pattern: string): LocalText => ({
  nl: `een tekst die past bij ${pattern}`,
  en: `a text that fits ${pattern}`,
})

const employeeNumber = /^\d{1,10}$/

/** `no` may be written as a text; `yes` says too little. */
const readDga = (answer: FactAnswer): FormResult => {
  if (answer.kind === 'text') {
    return readYesNo(answer.text) === false
      ? { value: { kind: 'dga', present: false } }
      : wrongForm(forms.dga)
  }
  if (!answer.present) return { value: answer }
  const people = answer.people.map(({ name, employeeNumber: number }) => ({
    name: name.trim(),
    employeeNumber: number.trim(),
  }))
  const value: DgaAnswer = { kind: 'dga', present: true, people }
  const complete = people.length > 0 && people.every(isWhole)
  return complete ? { value } : wrongForm(forms.dga)
}

const isWhole = (person: { name: string; employeeNumber: string }): boolean =>
  person.name !== '' && person.name.length <= longest && employeeNumber.test(person.employeeNumber)
