import type { MatchAttribute } from '../../../domain/link.js'
import type { Language } from '../../../domain/language/language.js'
import { byHandTexts } from '../texts/by-hand-texts.js'
import { runTexts } from '../texts/run-texts.js'
import type { Objection } from '../../../plan/match/judge-pair.js'
import type { WeighedMatch } from '../../../run/by-hand/weigh-match.js'
import type { Look } from '../../kit/look.js'

/**
 * Both people of a pair with what agrees and what differs, and what speaks against it. Names where they may
 * be shown, values never.
 */
export const buildPairText = (weighed: WeighedMatch, { paint, showNames, language }: Look): string => {
  const { pair, names, agrees, differs, objections } = weighed
  const texts = byHandTexts[language]
  const headings = [texts.agrees, texts.differs, texts.against]
  const width = Math.max(...headings.map(({ length }) => length))
  const [agreesHead = '', differsHead = '', againstHead = ''] = headings.map((text) => text.padEnd(width))
  const show = (side: string, id: string, name: string): string =>
    `  ${side}  ${id}${showNames && name !== '' ? `  ${paint.bold(name)}` : ''}`
  const lines = [
    show('AlexisHR', pair.sourceId, names.source),
    show('Nmbrs   ', pair.targetId, names.target),
    `  ${agreesHead} ${listAttributes(agrees, language)}`,
    `  ${differsHead} ${listAttributes(differs, language)}`,
    ...objections.map(
      (objection) => `  ${againstHead} ${paint.yellow(toObjectionText(objection, language))}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

const listAttributes = (attributes: readonly MatchAttribute[], language: Language): string =>
  attributes.length === 0
    ? byHandTexts[language].nothing
    : attributes.map((one) => runTexts[language].attribute[one]).join(', ')

/** What speaks against a pair, in a few words. */
export const toObjectionText = (objection: Objection, language: Language): string => {
  const texts = byHandTexts[language]
  switch (objection.kind) {
    case 'source-unread':
      return texts.sourceUnread
    case 'target-unread':
      return texts.targetUnread
    case 'contradiction':
      return texts.contradiction[objection.contradiction]
    case 'person-belongs-elsewhere':
      return texts.personIs(objection.targetId)
    case 'employee-belongs-elsewhere':
      return texts.employeeIs(objection.sourceId)
  }
}

/** The pair as a document shows it: names of attributes, no personal value. */
export const toPairJson = ({ pair, agrees, differs, objections }: WeighedMatch, forced: boolean) => ({
  targetId: pair.targetId,
  agrees,
  differs,
  objections: objections.map((objection) => ({ ...objection, text: toObjectionText(objection, 'en') })),
  forced,
})
