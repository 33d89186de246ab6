import type { CheckInput, FactAnswer } from '../check/check-input.js'
import type { FactOrigin, FactResult, FactValue, FactVerdict } from '../check/fact-result.js'
import type { ProfileFact } from '../profile/profile.js'
import {
  compareCompanyName,
  compareDga,
  compareDomain,
  compareFrequency,
  compareTag,
  compareUser,
  tellCompanyName,
  tellDomain,
  tellFrequency,
  wasLetIn,
} from './compare-fact.js'
import { readForm } from './fact-forms.js'

type Checked = Pick<FactResult, 'value' | 'origin' | 'outcome'>

/** Every fact that the chosen profiles ask for, each once, in the order they ask. */
export const checkFacts = (input: CheckInput): FactResult[] => {
  const ids = new Set(input.profiles.flatMap(({ facts }) => facts.map(({ id }) => id)))
  return [...ids].flatMap((id) => checkById(input, id))
}

/** Profiles that share a fact may narrow it differently: it is right when it is right for each. */
const checkById = (input: CheckInput, id: string): FactResult[] => {
  const asked = input.profiles.flatMap((profile) =>
    profile.facts
      .filter((fact) => fact.id === id)
      .map((fact) => ({ profile, fact, checked: checkFact(input, fact) })),
  )
  const wrongest = asked.toSorted((left, right) => gravity(right.checked) - gravity(left.checked))[0]
  if (wrongest === undefined) return []
  const { fact, checked } = wrongest
  return [
    {
      id,
      type: fact.type,
      label: fact.label,
      ...checked,
      requiredBy: asked.map(({ profile }) => profile.id),
    },
  ]
}

const gravities: Readonly<Record<FactVerdict['verdict'], number>> = {
  wrong: 5,
  missing: 4,
  unchecked: 3,
  given: 2,
  right: 1,
  'left-out': 0,
}

const gravity = ({ outcome }: Checked): number => gravities[outcome.verdict]

const checkFact = (input: CheckInput, fact: ProfileFact): Checked => {
  if (fact.type === 'api-token') return checkToken(input)
  const source = findSource(input, fact)
  if (source === undefined) return fromAccount(input, fact) ?? withoutAnswer(fact)
  const { answer, origin } = source
  const form = readForm(fact, answer)
  if ('problem' in form) {
    return { value: toShownValue(answer), origin, outcome: { verdict: 'wrong', problem: form.problem } }
  }
  return { value: form.value, origin, outcome: compare(input, fact, form.value) }
}

const withoutAnswer = ({ optional }: ProfileFact): Checked => ({
  value: null,
  origin: null,
  outcome: { verdict: optional ? 'left-out' : 'missing' },
})

/** What was answered, though it cannot be read as what it should be. */
const toShownValue = (answer: FactAnswer): FactValue | null => (answer.kind === 'text' ? answer : null)

const checkToken = (input: CheckInput): Checked => {
  if (!input.account.hasToken) return { value: null, origin: null, outcome: { verdict: 'missing' } }
  const outcome: FactVerdict = { verdict: wasLetIn(input) ? 'right' : 'given' }
  return { value: { kind: 'present' }, origin: 'connection', outcome }
}

const findSource = (
  input: CheckInput,
  fact: ProfileFact,
): { answer: FactAnswer; origin: FactOrigin } | undefined => {
  const answer = input.answers.get(fact.id)
  if (answer !== undefined && !isEmpty(answer)) return { answer, origin: 'answer' }
  const known = knownOf(input, fact)
  if (known !== undefined && known !== '')
    return { answer: { kind: 'text', text: known }, origin: 'connection' }
  if (fact.standard === undefined) return undefined
  return { answer: { kind: 'text', text: fact.standard }, origin: 'profile' }
}

const isEmpty = (answer: FactAnswer): boolean => answer.kind === 'text' && answer.text.trim() === ''

/** What the settings of the account say by themselves. */
const knownOf = ({ account }: CheckInput, { type }: ProfileFact): string | undefined => {
  if (type === 'nmbrs-user') return account.username
  if (type === 'nmbrs-domain') return account.domain
  return type === 'company-name' ? account.companyName : undefined
}

/** What no one answered and the account says by itself. It is handed in as it was read. */
const fromAccount = (input: CheckInput, fact: ProfileFact): Checked | undefined => {
  const text = textFromAccount(input, fact)
  if (text === undefined) return undefined
  const form = readForm(fact, { kind: 'text', text })
  if ('value' in form) return { value: form.value, origin: 'account', outcome: { verdict: 'right' } }
  const value: FactValue = { kind: 'text', text }
  return { value, origin: 'account', outcome: { verdict: 'wrong', problem: form.problem } }
}

const textFromAccount = (input: CheckInput, { type }: ProfileFact): string | undefined => {
  if (type === 'company-name') return toldText(tellCompanyName(input))
  if (type === 'nmbrs-domain') return toldText(tellDomain(input))
  return type === 'payroll-frequency' ? toldText(tellFrequency(input)) : undefined
}

const toldText = (told: { told: string } | object | undefined): string | undefined =>
  told !== undefined && 'told' in told ? told.told : undefined

const compare = (input: CheckInput, { type }: ProfileFact, value: FactValue): FactVerdict => {
  if (value.kind === 'dga') return compareDga(input, value)
  if (value.kind === 'frequency') return compareFrequency(input, value.frequency)
  if (value.kind !== 'text') return { verdict: 'given' }
  if (type === 'company-name') return compareCompanyName(input, value.text)
  if (type === 'nmbrs-domain') return compareDomain(input, value.text)
  if (type === 'nmbrs-user') return compareUser(input, value.text)
  return type === 'debtor-tag' ? compareTag(input, value.text) : { verdict: 'given' }
}
