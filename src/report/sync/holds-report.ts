import { toDayOfInstant } from '../../domain/date/plain-date.js'
import { toHoldStanding, type HoldStanding, type Today } from '../../domain/hold/hold-standing.js'
import type { Hold, HoldSettings, HoldWord } from '../../domain/hold/hold.js'
import type { Look } from '../kit/look.js'
import { toPersonCell, type FindName } from '../kit/person-label.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { sortFields, toFieldWord, toReasonWords } from '../kit/words.js'
import { holdTexts } from './texts/hold-texts.js'
import type { Language } from '../../domain/language/language.js'

/** What decides where a hold stands. */
export interface HoldContext extends Today {
  settings: HoldSettings
}

/** The holds, one line each, and what to do with those that wait. */
export const buildHoldsText = (
  { holds, all }: { holds: readonly Hold[]; all: boolean },
  context: HoldContext,
  look: Look,
  findName: FindName = () => undefined,
): string => {
  const texts = holdTexts[look.language]
  if (holds.length === 0) return `${all ? texts.nothingEver : texts.nothingWaits}\n`
  const rows = holds.map((hold) => toRow(hold, context, look, findName))
  const waiting = holds.filter((hold) => standingOf(hold, context).state === 'waiting')
  return [...layOutTable(rows, { width: look.width, head: texts.head }), ...toNext(waiting, look)]
    .join('\n')
    .concat('\n')
}

/** Where a hold stands today. */
export const standingOf = (hold: Hold, { settings, ...today }: HoldContext): HoldStanding =>
  toHoldStanding(hold, settings, today)

const toRow = (hold: Hold, context: HoldContext, look: Look, findName: FindName): Cell[] => {
  const { language } = look
  const standing = standingOf(hold, context)
  const fields = sortFields(hold.fields)
    .map((field) => toFieldWord(field, language))
    .join(', ')
  return [
    hold.id,
    toPersonCell(hold.subject, findName, look),
    toDayOfInstant(hold.openedAt, look.timeZone),
    `${sectionTexts[language][hold.section]}: ${fields}`,
    toReasonWords(hold.reason, language),
    { text: toStandingWords(hold, standing, context, look), paint: paintOf(standing, look) },
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

const toStandingWords = (
  hold: Hold,
  standing: HoldStanding,
  { settings }: HoldContext,
  { language, timeZone }: Look,
): string => {
  const texts = holdTexts[language]
  const closed = hold.closed === null ? undefined : toDayOfInstant(hold.closed.at, timeZone)
  switch (standing.state) {
    case 'waiting':
      if (standing.releasedBy.length > 0)
        return texts.waitsReleasedBy(standing.releasedBy.join(', '), settings.releasers)
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

const toNext = ([first]: readonly Hold[], { language }: Look): string[] =>
  first === undefined
    ? []
    : ['', holdTexts[language].seeBoth(first.subject), holdTexts[language].thenDecide(first.id)]

/** What a word about a hold led to, and what comes next. */
export const buildWordText = (
  hold: Hold,
  word: HoldWord['word'],
  context: HoldContext,
  language: Language,
): string => {
  const texts = holdTexts[language]
  const say = word === 'release' ? texts.isReleased : texts.isRejected
  const said = say(hold.id, sectionTexts[language][hold.section], hold.subject)
  return `${said}\n${toConsequence(hold, standingOf(hold, context), context, language)}\n`
}

const toConsequence = (
  hold: Hold,
  standing: HoldStanding,
  { settings }: HoldContext,
  language: Language,
): string => {
  const texts = holdTexts[language]
  const { next } = commonTexts[language]
  const send = `nmbrs-sync sync --employee ${hold.subject}`
  switch (standing.state) {
    case 'waiting':
      return `${texts.waitsUntil(settings.releasers, standing.releasedBy.join(', '))}\n${texts.nextPerson(hold.id)}`
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

/** A hold in a document: ids, fields and codes, and what people typed. */
export const toHoldJson = (hold: Hold, context: HoldContext): unknown => {
  const standing = standingOf(hold, context)
  return {
    id: hold.id,
    subject: hold.subject,
    companyId: hold.companyId,
    targetId: hold.targetId,
    section: hold.section,
    fields: [...hold.fields].sort(),
    reason: hold.reason,
    openedAt: hold.openedAt,
    state: standing.state,
    releasedBy: 'releasedBy' in standing ? standing.releasedBy : [],
    from: standing.state === 'delayed' ? standing.from : null,
    until: standing.state === 'released' ? standing.until : null,
    sending: hold.sending,
    closedAt: hold.closed?.at ?? null,
    words: hold.words,
  }
}
