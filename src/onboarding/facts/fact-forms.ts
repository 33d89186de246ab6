import { fillText } from '../../domain/language/fill.js'
import { toEmail } from '../../mapping/transforms/email.js'
import type { FactAnswer } from '../check/check-input.js'
import type { DgaAnswer, FactProblem, FactValue } from '../check/fact-result.js'
import { toWording, type Wording } from '../../domain/language/catalogue.js'
import { formTexts } from '../texts/form-texts.js'
import type { FactType, ProfileFact } from '../profile/profile.js'
import { readNmbrsDomain } from './nmbrs-domain.js'
import { readWageTaxNumber } from './wage-tax-number.js'
import { readFrequency, readYesNo } from './words.js'

/** An answer in its one spelling, or what is wrong with its form. */
export type FormResult = { value: FactValue } | { problem: FactProblem }

/** Longer answers are no names, numbers or addresses. */
const longest = 300

/** What an answer of a type looks like. */
const formOf = (type: FactType): Wording =>
  toWording((language) => fillText(formTexts[language][type], { longest: String(longest) }))

const wrongForm = (expected: Wording): FormResult => ({ problem: { problem: 'form', expected } })

const text = (value: string): FormResult => ({ value: { kind: 'text', text: value } })

/**
 * Reads an answer by the form that its fact asks for. A company's name is left as it stands, blanks included.
 */
export const readForm = (fact: ProfileFact, answer: FactAnswer): FormResult => {
  if (fact.type === 'dga') return readDga(answer)
  if (answer.kind !== 'text' || answer.text.length > longest) return wrongForm(formOf(fact.type))
  return readText(fact, answer.text) ?? wrongForm(formOf(fact.type))
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
    ? wrongForm(formOf('wage-tax-number'))
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

const oneOf = (choices: readonly string[]): Wording =>
  toWording((language) => fillText(formTexts[language].oneOf, { choices: choices.join(', ') }))

const fitting = (pattern: string): Wording =>
  toWording((language) => fillText(formTexts[language].fitting, { pattern }))

const employeeNumber = /^\d{1,10}$/

/** `no` may be written as a text; `yes` says too little. */
const readDga = (answer: FactAnswer): FormResult => {
  if (answer.kind === 'text') {
    return readYesNo(answer.text) === false
      ? { value: { kind: 'dga', present: false } }
      : wrongForm(formOf('dga'))
  }
  if (!answer.present) return { value: answer }
  const people = answer.people.map(({ name, employeeNumber: number }) => ({
    name: name.trim(),
    employeeNumber: number.trim(),
  }))
  const value: DgaAnswer = { kind: 'dga', present: true, people }
  const complete = people.length > 0 && people.every(isWhole)
  return complete ? { value } : wrongForm(formOf('dga'))
}

const isWhole = (person: { name: string; employeeNumber: string }): boolean =>
  person.name !== '' && person.name.length <= longest && employeeNumber.test(person.employeeNumber)
