import { stringify } from 'yaml'

import type { Language, LocalText } from '../../onboarding/language.js'
import type { FactType, Profile, ProfileFact } from '../../onboarding/profile/profile.js'

const intro: Readonly<Record<Language, (profiles: string) => readonly string[]>> = {
  nl: (profiles) => [
    `Antwoorden voor ${profiles}. Vul in wat achter de dubbele punten hoort.`,
    `Tekst met een dubbele punt of een # erin zet u tussen 'aanhalingstekens'. Het API-token hoort hier niet in.`,
    `Daarna: nmbrs-sync onboarding check ${profiles} --facts BESTAND --lang nl`,
  ],
  en: (profiles) => [
    `Answers for ${profiles}. Fill in what belongs behind the colons.`,
    `Put text with a colon or a # in it in 'quotes'. The API token does not belong here.`,
    `Then: nmbrs-sync onboarding check ${profiles} --facts FILE`,
  ],
}

/** How one file answers for every employer of an account. */
const companies: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Antwoorden van één bedrijf gaan vóór die hierboven in dit bestand, voor onboarding check --all-companies:',
    'companies:',
    "  1234: { employerName: 'Bedrijf B.V.', frameworkContract: '0012345', wageTaxNumber: 123456782L01 }",
  ],
  en: [
    'Answers of one company go before those above in this file, for onboarding check --all-companies:',
    'companies:',
    "  1234: { employerName: 'Company B.V.', frameworkContract: '0012345', wageTaxNumber: 123456782L01 }",
  ],
}

/** What an answer looks like, where the label does not say it. */
const formWords: Readonly<Partial<Record<FactType, LocalText>>> = {
  'wage-tax-number': { nl: 'zoals 123456782L01', en: 'such as 123456782L01' },
  'company-name': {
    nl: 'leeg: de naam uit de instellingen of uit Nmbrs',
    en: 'empty: the name of the settings or of Nmbrs',
  },
  'nmbrs-user': { nl: 'leeg: die van het account', en: 'empty: that of the account' },
  'nmbrs-domain': { nl: 'leeg: dat van het account', en: 'empty: that of the account' },
  dga: {
    nl: 'nee, of { name: Naam, employeeNumber: 1 }, of een lijst daarvan',
    en: 'no, or { name: Name, employeeNumber: 1 }, or a list of these',
  },
  'payroll-frequency': { nl: 'leeg: gelezen uit Nmbrs', en: 'empty: read from Nmbrs' },
  'yes-no': { nl: 'ja of nee', en: 'yes or no' },
}

/** A file to fill in with the answers that the profiles ask for: YAML, with what to know as comments. */
export const buildAnswerForm = (profiles: readonly Profile[], language: Language): string => {
  const names = profiles.map(({ id }) => id).join(' ')
  const lines = [
    ...intro[language](names).map(toComment),
    '',
    'version: 1',
    'facts:',
    ...factsOf(profiles).flatMap((fact) => ['', ...toEntry(fact, language).map((line) => `  ${line}`)]),
    ...(profiles.some(({ accountModel }) => accountModel === 'umbrella')
      ? ['', ...companies[language].map(toComment)]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

/** Each fact once, as the first profile puts it; the token is never written down. */
const factsOf = (profiles: readonly Profile[]): ProfileFact[] => {
  const byId = new Map<string, ProfileFact>()
  for (const fact of profiles.flatMap(({ facts }) => facts)) {
    if (fact.type !== 'api-token' && !byId.has(fact.id)) byId.set(fact.id, fact)
  }
  return [...byId.values()]
}

const toEntry = (fact: ProfileFact, language: Language): string[] => {
  const { id, label, hint, optional, standard } = fact
  const may = language === 'nl' ? ' (mag leeg blijven)' : ' (may be left out)'
  const form = toForm(fact, language)
  const value = standard === undefined ? '' : ` ${stringify(standard).trim()}`
  return [
    toComment(`${label[language]}${optional ? may : ''}`),
    ...(hint === undefined ? [] : [toComment(`  ${hint[language]}`)]),
    ...(form === '' ? [] : [toComment(`  ${form}`)]),
    `${id}:${value}`,
  ]
}

const frequencies = ['monthly', 'four-weekly', 'weekly']

/** The answers that the consumer takes, and what an empty one means. */
const toForm = ({ type, choices }: ProfileFact, language: Language): string => {
  const options = choices ?? (type === 'payroll-frequency' ? frequencies : [])
  return [options.join(', '), formWords[type]?.[language] ?? ''].filter((part) => part !== '').join('; ')
}

/** A text of several lines stays a comment. */
const toComment = (text: string): string => `# ${text.replaceAll(/\s*\n\s*/g, ' ')}`
