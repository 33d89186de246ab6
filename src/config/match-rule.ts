import { matchAttributes, type MatchAttribute, type MatchRule } from '../domain/link.js'
import { findNearest } from '../yaml/nearest.js'

/** Why a text is no usable match rule. */
export interface MatchRuleFlaw {
  expected: string
  suggestion?: string | undefined
}

const isAttribute = (word: string): word is MatchAttribute =>
  (matchAttributes as readonly string[]).includes(word)

/**
 * Reads a rule such as `employeeNumber+birthDate`. One attribute never links two records: numbers are reused,
 * and an e-mail address can belong to a family or a department.
 */
export const parseMatchRule = (text: string): { rule: MatchRule } | { flaw: MatchRuleFlaw } => {
  const words = text.split('+').map((word) => word.trim())
  const unknown = words.find((word) => !isAttribute(word))
  if (unknown !== undefined) {
    const expected = `attributes joined by +: ${matchAttributes.join(', ')}`
    const nearest = findNearest(unknown, matchAttributes)
    const better = words.map((word) => (word === unknown ? nearest : word)).join('+')
    return { flaw: { expected, suggestion: nearest === undefined ? undefined : better } }
  }
  const attributes = words.filter(isAttribute)
  if (new Set(attributes).size < attributes.length) return { flaw: { expected: 'each attribute once' } }
  if (attributes.length < 2) {
    return {
      flaw: {
        expected: `at least two attributes; ${text} alone does not show that two records are one person`,
      },
    }
  }
  return { rule: { name: attributes.join('+'), attributes } }
}

/** Namesakes are common; two names that agree show less than a name and a birth date. */
export const isNamesOnly = ({ attributes }: MatchRule): boolean =>
  attributes.every((attribute) => attribute === 'firstName' || attribute === 'lastName')
