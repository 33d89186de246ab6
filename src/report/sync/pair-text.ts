import { attributeNames, type MatchAttribute } from '../../domain/link.js'
import type { Contradiction } from '../../plan/match/evidence.js'
import type { Objection } from '../../plan/match/judge-pair.js'
import type { WeighedMatch } from '../../run/by-hand/weigh-match.js'
import type { Look } from '../kit/look.js'

/** Both people of a pair with what agrees and what differs, and what speaks against it. Names where they may be shown, values never. */
export const buildPairText = (weighed: WeighedMatch, { paint, showNames }: Look): string => {
  const { pair, names, agrees, differs, objections } = weighed
  const show = (side: string, id: string, name: string): string =>
    `  ${side}  ${id}${showNames && name !== '' ? `  ${paint.bold(name)}` : ''}`
  const lines = [
    show('AlexisHR', pair.sourceId, names.source),
    show('Nmbrs   ', pair.targetId, names.target),
    `  agrees:  ${listAttributes(agrees)}`,
    `  differs: ${listAttributes(differs)}`,
    ...objections.map((objection) => `  against: ${paint.yellow(toObjectionText(objection))}`),
  ]
  return `${lines.join('\n')}\n`
}

const listAttributes = (attributes: readonly MatchAttribute[]): string =>
  attributes.length === 0 ? 'nothing' : attributes.map((one) => attributeNames[one]).join(', ')

const contradictionTexts: Readonly<Record<Contradiction, string>> = {
  birthDate: 'the birth dates differ',
  bothNames: 'first and last name both differ',
  firstName: 'the first name differs, and nothing shows that it is a call name',
  lastName: 'the last name differs, and nothing shows that it is a new name of the same person',
  twin: 'the first name differs, and another record has the same last name and birth date',
}

/** What speaks against a pair, in a few words. */
export const toObjectionText = (objection: Objection): string => {
  switch (objection.kind) {
    case 'source-unread':
      return 'the AlexisHR record cannot be read'
    case 'target-unread':
      return 'the personal info of the Nmbrs employee cannot be read, or Nmbrs holds two versions of it'
    case 'contradiction':
      return contradictionTexts[objection.contradiction]
    case 'person-belongs-elsewhere':
      return `by the matching rules this person is Nmbrs employee ${objection.targetId}`
    case 'employee-belongs-elsewhere':
      return `by the matching rules this employee is ${objection.sourceId} in AlexisHR`
  }
}

/** The pair as a document shows it: names of attributes, no personal value. */
export const toPairJson = ({ pair, agrees, differs, objections }: WeighedMatch, forced: boolean) => ({
  targetId: pair.targetId,
  agrees,
  differs,
  objections: objections.map((objection) => ({ ...objection, text: toObjectionText(objection) })),
  forced,
})
