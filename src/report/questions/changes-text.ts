import { toClockInZone } from '../../domain/date/clock.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import type { ChangedLink, WrittenChange } from '../../run/questions/list-changes.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { toPersonLine } from '../kit/person-label.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { sortFields, toFieldWord } from '../kit/words.js'
import type { ChangedPersonView, ChangesView } from './changes-view.js'
import { changesTexts } from './texts/changes-texts.js'

/** What changed since a day: who, which sections and fields, in which run; times on the clock of a zone. */
export const buildChangesText = (
  view: ChangesView,
  {
    timeZone,
    listed = Infinity,
  }: { timeZone: string; /** How many people; left out: all. */ listed?: number },
  look: Look,
): string => {
  const { language, paint } = look
  const texts = changesTexts[language]
  const { connection, since, people, counts } = view
  const left = people.length - Math.min(listed, people.length)
  const sum = texts.sum(
    fillCount(counts.people, commonTexts[language].people),
    fillCount(counts.changes, texts.changes),
  )
  return joinParts([
    [paint.bold(texts.title(connection, since)), people.length === 0 ? texts.none : sum],
    layOutTable(
      people.slice(0, listed).flatMap((one) => toRows(one, timeZone, look)),
      { width: look.width, indent: 2 },
    ),
    [left === 0 ? '' : texts.more(left), people.length === 0 ? '' : texts.noValues],
  ])
}

const toRows = ({ person, links, changes }: ChangedPersonView, timeZone: string, look: Look): TableRow[] => {
  const { language } = look
  const rowOf = (one: WrittenChange | ChangedLink, what: string): string[] => [
    toClockInZone(one.at, timeZone),
    toWhere(one, language),
    // The longest is the last: it is what a narrow screen folds.
    what,
  ]
  return [
    { heading: toPersonLine(person, look) },
    ...links.map((one) => rowOf(one, toLinkWords(one, language))),
    ...changes.map((one) => rowOf(one, toChangeWords(one, language))),
  ]
}

/** The run that did it; where there was none, who did. */
const toWhere = ({ run, actor }: WrittenChange | ChangedLink, language: Language): string =>
  run === null ? changesTexts[language].by(actor) : changesTexts[language].byRun(run)

const toLinkWords = ({ status }: ChangedLink, language: Language): string => {
  const words: Readonly<Record<string, string>> = changesTexts[language].link
  return words[status] ?? status
}

const toChangeWords = ({ section, fields, outcome }: WrittenChange, language: Language): string => {
  const names = sortFields(fields).map((field) => toFieldWord(field, language))
  const which = names.length === 0 ? '' : ` (${names.join(', ')})`
  const doubt = outcome === 'unknown' ? `: ${changesTexts[language].unknown}` : ''
  return `${toSectionLabel(section, language)}${which}${doubt}`
}

/** The document: ids, names of fields and codes, no value. */
export const toChangesJson = ({ connection, since, counts, people }: ChangesView): object => ({
  connection,
  since,
  counts,
  people: people.map(({ person: { subject, targetId }, changes, links }) => ({
    subject,
    targetId,
    changes,
    links,
  })),
})
