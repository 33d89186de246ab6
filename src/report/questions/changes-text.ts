import { toClockInZone } from '../../domain/date/clock.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import type { ChangedLink, ChangedPerson, WrittenChange } from '../../run/questions/list-changes.js'
import type { OverviewColumn, OverviewRow } from '../overview/overview.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { toPersonHeading, type FindName } from '../kit/person-label.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { sortFields, toFieldWord } from '../kit/words.js'
import { changesTexts } from './texts/changes-texts.js'

export interface ChangesShown {
  connection: string
  since: string
  timeZone: string
  findName: FindName
  /** How many people are listed; left out: all. */
  listed?: number
}

/** What changed since a day: who, which sections and fields, in which run. */
export const buildChangesText = (
  people: readonly ChangedPerson[],
  shown: ChangesShown,
  look: Look,
): string => {
  const { language, paint } = look
  const texts = changesTexts[language]
  const { connection, since, listed = Infinity } = shown
  const left = people.length - Math.min(listed, people.length)
  const sum = texts.sum(
    fillCount(people.length, commonTexts[language].people),
    fillCount(countChanges(people), texts.changes),
  )
  return joinParts([
    [paint.bold(texts.title(connection, since)), people.length === 0 ? texts.none : sum],
    layOutTable(
      people.slice(0, listed).flatMap((person) => toRows(person, shown, look)),
      { width: look.width, indent: 2 },
    ),
    [left === 0 ? '' : texts.more(left), people.length === 0 ? '' : texts.noValues],
  ])
}

const countChanges = (people: readonly ChangedPerson[]): number =>
  people.reduce((sum, { changes, links }) => sum + changes.length + links.length, 0)

const toRows = (person: ChangedPerson, shown: ChangesShown, look: Look): TableRow[] => {
  const { language } = look
  const rowOf = (one: WrittenChange | ChangedLink, what: string): string[] => [
    toClockInZone(one.at, shown.timeZone),
    toWhere(one, language),
    // The longest is the last: it is what a narrow screen folds.
    what,
  ]
  return [
    { heading: toPersonHeading(person, shown.findName, look) },
    ...person.links.map((one) => rowOf(one, toLinkWords(one, language))),
    ...person.changes.map((one) => rowOf(one, toChangeWords(one, language))),
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
  return `${sectionTexts[language][section]}${which}${doubt}`
}

/** The document: ids, names of fields and codes, no value. */
export const toChangesJson = (
  people: readonly ChangedPerson[],
  { connection, since }: Pick<ChangesShown, 'connection' | 'since'>,
): object => ({
  connection,
  since,
  counts: { people: people.length, changes: countChanges(people) },
  people,
})

export const changesColumns: readonly OverviewColumn[] = ['people', 'changes']

export const toChangesRow = (people: readonly ChangedPerson[]): Omit<OverviewRow, 'connection'> => ({
  values: [people.length, countChanges(people)],
})
