import { joinWords } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { attributeNames, type EvidenceAttribute } from '../../domain/link.js'
import { runTexts } from '../sync/texts/run-texts.js'
import { candidateTexts } from './texts/candidate-texts.js'

const attributesByName = new Map(
  Object.entries(attributeNames).map(([attribute, name]) => [name, attribute as EvidenceAttribute]),
)

/**
 * The candidates behind a finding, `Nmbrs employee 17 (same birth date and last name); and 2 more`, in a
 * language.
 */
export const translateCandidates = (english: string, language: Language): string =>
  english
    .split('; ')
    .map((one) => translateOne(one, language))
    .join('; ')

const candidate = /^Nmbrs employee (\S+?)(?: of company (\S+))?(?: \((.*)\))?$/

const translateOne = (english: string, language: Language): string => {
  const texts = candidateTexts[language]
  const [, id, company, evidence] = candidate.exec(english) ?? []
  if (id !== undefined) {
    const employee = texts.employee(id)
    const where = company === undefined ? employee : texts.ofCompany(employee, company)
    if (evidence === undefined) return where
    return `${where} (${evidence
      .split(', ')
      .map((part) => translateEvidence(part, language))
      .join(', ')})`
  }
  const [, source] = /^AlexisHR employee (\S+)$/.exec(english) ?? []
  if (source !== undefined) return texts.source(source)
  const [, more] = /^and (\d+) more$/.exec(english) ?? []
  return more === undefined ? english : texts.more(more)
}

const translateEvidence = (english: string, language: Language): string => {
  const [, how, names = ''] = /^(same|other) (.*)$/.exec(english) ?? []
  if (how === undefined) return english
  const texts = candidateTexts[language]
  const words = names.split(' and ').map((name) => {
    const attribute = attributesByName.get(name)
    return attribute === undefined ? name : runTexts[language].attribute[attribute]
  })
  return (how === 'same' ? texts.same : texts.other)(joinWords(words, texts.and))
}
