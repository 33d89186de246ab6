import { toHoldStanding, type HoldStanding, type Today } from '../../domain/hold-standing.js'
import type { Hold, HoldSettings, HoldWord } from '../../domain/hold.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { sectionWords, sortFields, toFieldWord, toReasonWords } from '../kit/words.js'

/** What decides where a hold stands. */
export interface HoldContext extends Today {
  settings: HoldSettings
}

/** The holds, one line each, and what to do with those that wait. */
export const buildHoldsText = (
  { holds, all }: { holds: readonly Hold[]; all: boolean },
  context: HoldContext,
  look: Look,
): string => {
  if (holds.length === 0)
    return all
      ? 'Nothing ever waited for a person.\n'
      : 'Nothing waits for a person. Those that are over: nmbrs-sync holds --all\n'
  const rows = holds.map((hold) => toRow(hold, context, look))
  const head = ['hold', 'person', 'since', 'what', 'why', 'standing']
  const waiting = holds.filter((hold) => standingOf(hold, context).state === 'waiting')
  return [...layOutTable(rows, { width: look.width, head }), ...toNext(waiting)].join('\n').concat('\n')
}

const standingOf = (hold: Hold, { settings, ...today }: HoldContext): HoldStanding =>
  toHoldStanding(hold, settings, today)

const toRow = (hold: Hold, context: HoldContext, look: Look): Cell[] => {
  const standing = standingOf(hold, context)
  return [
    hold.id,
    hold.subject,
    hold.openedAt.slice(0, 10),
    `${sectionWords[hold.section]}: ${sortFields(hold.fields)
      .map((field) => toFieldWord(field))
      .join(', ')}`,
    toReasonWords(hold.reason),
    { text: toStandingWords(hold, standing, context), paint: paintOf(standing, look) },
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

const toStandingWords = (hold: Hold, standing: HoldStanding, { settings }: HoldContext): string => {
  switch (standing.state) {
    case 'waiting': {
      const { releasedBy, expired } = standing
      if (releasedBy.length > 0)
        return `waits: released by ${releasedBy.join(', ')}; ${settings.releasers} people are needed`
      return expired ? 'waits: the release ran out unused' : 'waits'
    }
    case 'delayed':
      return `released by ${standing.releasedBy.join(', ')}; sent from ${standing.from} on`
    case 'released': {
      const sending = hold.sending
        ? '; a run began to send it, and the next one finds out how that ended'
        : ''
      return `released by ${standing.releasedBy.join(', ')} until ${standing.until}${sending}`
    }
    case 'rejected':
      return `rejected by ${standing.by}`
    case 'used':
      return `sent${toClosedDay(hold)}`
    case 'superseded':
      return `over${toClosedDay(hold)}: the change is not there any more`
  }
}

const toClosedDay = ({ closed }: Hold): string => (closed === null ? '' : ` ${closed.at.slice(0, 10)}`)

const toNext = ([first]: readonly Hold[]): string[] =>
  first === undefined
    ? []
    : [
        '',
        `See both sides: nmbrs-sync explain ${first.subject} --show-values`,
        `Then: nmbrs-sync holds release ${first.id} --reason TEXT, or nmbrs-sync holds reject ${first.id} --reason TEXT`,
      ]

/** What a word about a hold led to, and what comes next. */
export const buildWordText = (hold: Hold, word: HoldWord['word'], context: HoldContext): string => {
  const standing = standingOf(hold, context)
  const said = `${hold.id} is ${word === 'release' ? 'released' : 'rejected'}: ${sectionWords[hold.section]} of ${hold.subject}.`
  return `${said}\n${toConsequence(hold, standing, context)}\n`
}

const toConsequence = (hold: Hold, standing: HoldStanding, { settings }: HoldContext): string => {
  const send = `nmbrs-sync sync --employee ${hold.subject}`
  switch (standing.state) {
    case 'waiting':
      return `It waits until ${settings.releasers} different people have released it; so far: ${standing.releasedBy.join(', ')}.\nNext, another person: nmbrs-sync holds release ${hold.id} --reason TEXT --as NAME`
    case 'delayed':
      return `Nothing was sent. The first sync on or after ${standing.from} sends exactly this value.`
    case 'released':
      return `Nothing was sent yet. The next sync sends exactly this value, until ${standing.until}; any other value waits anew.\nNext: ${send}`
    case 'rejected':
      return hold.sending
        ? `A run began to send it before, and it is not known yet how that ended; the next sync finds out. It will not be sent again.\nNext: ${send}`
        : 'It is not sent, and waits no more. Another value in AlexisHR asks anew.\nNext: correct it in AlexisHR'
    case 'used':
    case 'superseded':
      return 'It is over.'
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
