import { stringify } from 'yaml'

import type { Language } from '../../domain/language/language.js'
import { fillText } from '../../domain/language/fill.js'
import type { FactType, Profile, ProfileFact } from '../../onboarding/profile/profile.js'
import { answerFormTexts } from './texts/answer-form-texts.js'

/** A file to fill in with the answers that the profiles ask for: YAML, with what to know as comments. */
export const buildAnswerForm = (profiles: readonly Profile[], language: Language): string => {
  const names = profiles.map(({ id }) => id).join(' ')
  const lang = language === 'en' ? '' : ` --lang ${language}`
  const { intro } = answerFormTexts[language]
  const lines = [
    ...intro.map((text) => toComment(fillText(text, { profiles: names, lang }))),
    '',
    'version: 1',
    'facts:',
    ...factsOf(profiles).flatMap((fact) => ['', ...toEntry(fact, language).map((line) => `  ${line}`)]),
    ...(profiles.some(({ accountModel }) => accountModel === 'umbrella')
      ? ['', ...toCompanyLines(language).map(toComment)]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

/** How one file answers for every employer of an account. */
const toCompanyLines = (language: Language): readonly string[] => {
  const { companies, company } = answerFormTexts[language]
  return [
    companies,
    'companies:',
    `  1234: { employerName: '${company}', frameworkContract: '0012345', wageTaxNumber: 123456782L01 }`,
  ]
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
  const may = ` ${answerFormTexts[language].optional}`
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
  const forms: Readonly<Partial<Record<FactType, string>>> = answerFormTexts[language].form
  const options = choices ?? (type === 'payroll-frequency' ? frequencies : [])
  return [options.join(', '), forms[type] ?? ''].filter((part) => part !== '').join('; ')
}

/** A text of several lines stays a comment. */
const toComment = (text: string): string => `# ${text.replaceAll(/\s*\n\s*/g, ' ')}`
