import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { HoldStanding } from '../../domain/hold/hold-standing.js'
import type { HoldWord } from '../../domain/hold/hold.js'
import type { Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { toNamedText } from '../kit/person-label.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { sortFields, toFieldWord, toReasonWords } from '../kit/words.js'
import { holdTexts } from './texts/hold-texts.js'
import type { HoldsView, HoldView } from './view/holds-view.js'

/** The holds, one line each, and what to do with those that wait. */
export const buildHoldsText = ({ holds, all }: HoldsView, look: Look): string => {
  const texts = holdTexts[look.language]
  if (holds.length === 0) return `${all ? texts.nothingEver : texts.nothingWaits}\n`
  const rows = holds.map((hold) => toRow(hold, look))
  const next = holds.find(({ standing }) => standing.state === 'waiting')
  return [...layOutTable(rows, { width: look.width, head: texts.head }), ...toNext(next, look)]
    .join('\n')
    .concat('\n')
}

const toRow = (hold: HoldView, look: Look): Cell[] => {
  const { language } = look
  const fields = sortFields(hold.fields)
    .map((field) => toFieldWord(field, language))
    .join(', ')
  return [
    hold.id,
    toNamedText(hold.person, look),
    toDayOfInstant(hold.openedAt, look.timeZone),
    `${toSectionLabel(hold.section, language)}: ${fields}`,
    toReasonWords(hold.reason, language),
    { text: toStandingWords(hold, look), paint: paintOf(hold.standing, look) },
  ]
}

const paintOf = ({ state }: HoldStanding, { paint }: Look): ((text: string) => string) => {
  switch (state) {
    case 'waiting':
      return paint.yellow
    case 'delayed':
    case 'released':
      return paint.green
    case 'rejected':
    case 'used':
    case 'superseded':
      return paint.dim
  }
}

const toStandingWords = (hold: HoldView, { language, timeZone }: Look): string => {
  const { standing, releasers } = hold
  const texts = holdTexts[language]
  const closed = hold.closed === null ? undefined : toDayOfInstant(hold.closed.at, timeZone)
  switch (standing.state) {
    case 'waiting':
      if (standing.releasedBy.length > 0)
        return texts.waitsReleasedBy(standing.releasedBy.join(', '), releasers)
      return standing.expired ? texts.waitsExpired : texts.waits
    case 'delayed':
      return texts.delayed(standing.releasedBy.join(', '), standing.from)
    case 'released': {
      const say = hold.sending ? texts.releasedSending : texts.released
      return say(standing.releasedBy.join(', '), standing.until)
    }
    case 'rejected':
      return texts.rejected(standing.by)
    case 'used':
      return closed === undefined ? texts.sent : texts.sentOn(closed)
    case 'superseded':
      return closed === undefined ? texts.over : texts.overOn(closed)
  }
}

const toNext = (first: HoldView | undefined, { language }: Look): string[] =>
  first === undefined
    ? []
    : ['', holdTexts[language].seeBoth(first.person.subject), holdTexts[language].thenDecide(first.id)]

/** What was decided about each hold, and what that means, said once for all whom it means the same. */
export const buildWordsText = (holds: readonly HoldView[], word: HoldWord['word'], look: Look): string => {
  const texts = holdTexts[look.language]
  const say = word === 'release' ? texts.isReleased : texts.isRejected
  const lines = holds.map(({ id, section, person }) =>
    say(id, toSectionLabel(section, look.language), toNamedText(person, look)),
  )
  const alike = new Map<string, Consequence & { holds: HoldView[] }>()
  for (const hold of holds) {
    const consequence = toConsequence(hold, texts)
    const known = alike.get(consequence.said)
    if (known === undefined) alike.set(consequence.said, { ...consequence, holds: [hold] })
    else known.holds.push(hold)
  }
  const consequences = [...alike.values()].flatMap(({ said, next, holds: own }) => [
    said,
    ...toNextLine(next, own, look.language),
  ])
  return `${[...lines, ...consequences].join('\n')}\n`
}

/** What a decision means, and what is to be done after it. */
interface Consequence {
  said: string
  next: 'release' | 'send' | 'correct' | undefined
}

const toConsequence = (
  { standing, sending, releasers }: HoldView,
  texts: (typeof holdTexts)[Language],
): Consequence => {
  switch (standing.state) {
    case 'waiting':
      return {
        said: texts.waitsUntil(releasers, standing.releasedBy.join(', ')),
        next: 'release',
      }
    case 'delayed':
      return { said: texts.sendsFrom(standing.from), next: undefined }
    case 'released':
      return { said: texts.sendsNext(standing.until), next: 'send' }
    case 'rejected':
      return sending
        ? { said: texts.rejectedSending, next: 'send' }
        : { said: texts.rejectedNext, next: 'correct' }
    case 'used':
    case 'superseded':
      return { said: texts.isOver, next: undefined }
  }
}

const toNextLine = (
  next: Consequence['next'],
  holds: readonly HoldView[],
  language: Language,
): readonly string[] => {
  const texts = holdTexts[language]
  const { next: say } = commonTexts[language]
  const people = [...new Set(holds.map(({ person }) => `--employee ${person.subject}`))]
  switch (next) {
    case 'release':
      return [texts.nextPerson(holds.map(({ id }) => id).join(' '))]
    case 'send':
      return [say(`nmbrs-sync sync ${people.join(' ')}`)]
    case 'correct':
      return [say(texts.correctIt)]
    case undefined:
      return []
  }
}

/** The document of `holds --json`. */
export const toHoldsJson = ({ connection, holds }: HoldsView): { connection: string; holds: unknown } => ({
  connection,
  holds: holds.map(toHoldJson),
})

/** A hold in a document: ids, fields and codes, and what people typed. */
export const toHoldJson = ({ person, standing, ...hold }: HoldView): unknown => ({
  id: hold.id,
  subject: person.subject,
  companyId: hold.companyId,
  targetId: person.targetId,
  section: hold.section,
  fields: hold.fields,
  reason: hold.reason,
  openedAt: hold.openedAt,
  state: standing.state,
  releasedBy: 'releasedBy' in standing ? standing.releasedBy : [],
  from: standing.state === 'delayed' ? standing.from : null,
  until: standing.state === 'released' ? standing.until : null,
  sending: hold.sending,
  closedAt: hold.closed?.at ?? null,
  words: hold.words,
})
