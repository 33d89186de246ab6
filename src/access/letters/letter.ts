import { fillText } from '../../domain/language/fill.js'
import type { Language } from '../../domain/language/language.js'
import { letterTexts } from './letter-texts.js'

/** A letter with login data to one person. */
export interface Letter {
  displayName: string
  userName: string
  password: string
}

/** What all letters of a portal have in common. */
export interface LetterAbout {
  portalTitle: string
  companyId: string | undefined
  language: Language
}

/** The data to log in with, by name. */
export const toLoginPairs = (
  { userName, password }: Letter,
  { companyId, language }: LetterAbout,
): readonly (readonly [string, string])[] => {
  const texts = letterTexts[language]
  return [
    ...(companyId === undefined ? [] : [[texts.companyId, companyId] as const]),
    [texts.userName, userName],
    [texts.password, password],
  ]
}

/** A name comes from HR as it was typed. */
const toOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

/** The sentences around the data: those before it and those after it. */
export const toLetterWords = (
  { displayName }: Letter,
  { portalTitle, language }: LetterAbout,
): { subject: string; before: readonly string[]; after: readonly string[] } => {
  const texts = letterTexts[language]
  const fill = (text: string): string => fillText(text, { portal: portalTitle, name: toOneLine(displayName) })
  return {
    subject: fill(texts.title),
    before: [fill(texts.greeting), fill(texts.opening)],
    after: [texts.change, texts.keep, texts.help],
  }
}

/** The letter as an e-mail. */
export const toLetterEmail = (letter: Letter, about: LetterAbout): { subject: string; text: string } => {
  const { subject, before, after } = toLetterWords(letter, about)
  const data = toLoginPairs(letter, about).map(([name, value]) => `${name}: ${value}`)
  return { subject, text: `${[...before, data.join('\n'), ...after].join('\n\n')}\n` }
}
