import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { HoldStanding } from '../../domain/hold/hold-standing.js'
import type { HoldWord } from '../../domain/hold/hold.js'
import type { Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { toNamedText } from '../kit/person-label.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
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
    `${sectionTexts[language][hold.section]}: ${fields}`,
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

/** What a word about a hold led to, and what comes next. */
export const buildWordText = (hold: HoldView, word: HoldWord['word'], language: Language): string => {
  const texts = holdTexts[language]
  const say = word === 'release' ? texts.isReleased : texts.isRejected
  const said = say(hold.id, sectionTexts[language][hold.section], hold.person.subject)
  return `${said}\n${toConsequence(hold, language)}\n`
}

const toConsequence = (hold: HoldView, language: Language): string => {
  const { standing, releasers } = hold
  const texts = holdTexts[language]
  const { next } = commonTexts[language]
  const send = `nmbrs-sync sync --employee ${hold.person.subject}`
  switch (standing.state) {
    case 'waiting':
      return `${texts.waitsUntil(releasers, standing.releasedBy.join(', '))}\n${texts.nextPerson(hold.id)}`
    case 'delayed':
      return texts.sendsFrom(standing.from)
    case 'released':
      return `${texts.sendsNext(standing.until)}\n${next(send)}`
    case 'rejected':
      return hold.sending
        ? `${texts.rejectedSending}\n${next(send)}`
        : `${texts.rejectedNext}\n${next(texts.correctIt)}`
    case 'used':
    case 'superseded':
      return texts.isOver
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
