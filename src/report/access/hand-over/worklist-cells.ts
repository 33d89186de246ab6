import { selectionWords } from '../words.js'
import { fillText } from '../../../domain/language/fill.js'
import type { Language } from '../../../domain/language/language.js'
import type { Batch, BatchPerson } from '../../../access/work/batch.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import { reasonCatalogue } from '../../../access/reason-texts.js'
import { toContactWords } from '../../../access/request/build-request.js'
import { toVendorLanguage } from '../../../access/request/help-texts.js'
import { hasTicks } from '../../../access/screens/find-screen.js'
import {
  languageOf,
  toGrantedLines,
  toPlaceWords,
  toScreenChoices,
  type Choice,
} from '../../../access/screens/screen-choices.js'
import { worklistTexts } from '../../../access/screens/worklist-texts.js'

// What a worklist says, for a spreadsheet and for paper alike. Words of the portal's own screens stay as they
// are there.

/** What is chosen once for everyone in a batch: a name and what it is set to. */
export const toChoices = (batch: Batch, handOver: HandOver): readonly Choice[] => {
  const { step, level, template, emailKind, language, after } = batch
  const texts = worklistTexts[languageOf(handOver)]
  const { choices: names } = texts
  // The login that is deleted is the one there is: what comes in its place is of no matter to its screen.
  const isMade = step !== 'delete'
  const choices: readonly Choice[] = [
    [names.what, texts.steps[step]],
    [names.where, `${toPlaceWords(level, handOver)}, ${texts.ways[toWay(batch)]}`],
    [names.email, emailKind === null || !isMade ? '' : texts.kinds[emailKind]],
    [names.template, isMade ? (template ?? '') : ''],
    [names.permissions, toGrantedLines(batch, handOver).join('; ')],
    ...toAskedAt(batch, handOver),
    [names.language, language === null || !isMade ? '' : `${language} (${texts.languages[language]})`],
    [names.toTick, toTickWords(batch, handOver)],
    ...toScreenChoices(batch, handOver),
    [names.companyId, step === 'add' || step === 'password' ? (handOver.companyId ?? '') : ''],
    [names.onlyAfter, after.join(', ')],
  ]
  return choices.filter(([, value]) => value !== '')
}

/** Where a vendor is asked. */
const toAskedAt = ({ way }: Batch, handOver: HandOver): readonly Choice[] => {
  if (handOver.request === undefined) return []
  const { help, formAddress = '' } = handOver.request
  const language = languageOf(handOver)
  const { choices: names } = worklistTexts[language]
  return [
    [names.form, way === 'form' ? formAddress : ''],
    [names.support, way === 'support' ? toContactWords(help.contacts[0], toVendorLanguage(language)) : ''],
    [names.portal, help.address],
  ]
}

/** One person is no one's several. */
const toWay = ({ way, people }: Batch): Batch['way'] =>
  way === 'bulk' && people.length === 1 ? 'single' : way

const toTickWords = (batch: Batch, handOver: HandOver): string => {
  const { selection } = batch
  if (!hasTicks(handOver.screens, batch)) return ''
  return selection === 'by-name'
    ? worklistTexts[languageOf(handOver)].ticks['by-name']
    : selectionWords[selection]
}

type Person = BatchPerson & {
  person: HandOver['people'] extends ReadonlyMap<unknown, infer P> ? P | undefined : never
}

/** A column of a list: its heading, whether a batch has it, and what stands in it. */
interface Column {
  name: keyof (typeof worklistTexts)['en']['head']
  isThere?: (batch: Batch, handOver: HandOver) => boolean
  toCell: (one: Person, batch: Batch, language: Language) => string
}

const hasCompanies = (batch: Batch, { people }: HandOver): boolean =>
  batch.people.some(({ subject }) => people.get(subject)?.companyName !== undefined)

const columns: readonly Column[] = [
  { name: 'name', toCell: ({ person }) => person?.displayName ?? '' },
  { name: 'company', isThere: hasCompanies, toCell: ({ person }) => person?.companyName ?? '' },
  { name: 'employeeNumber', toCell: ({ person }) => person?.employeeNumber ?? '' },
  { name: 'targetId', toCell: ({ person }) => person?.targetId ?? '' },
  { name: 'subject', toCell: ({ subject }) => subject },
  {
    name: 'email',
    // The address of the new login does not belong beside the deletion of the old one.
    toCell: ({ work, person }, { step }) =>
      step === 'delete' && work.kind === 'replace' ? '' : (person?.address ?? ''),
  },
  {
    name: 'userName',
    toCell: ({ person }, { step }) =>
      step === 'rename' ? (person?.currentUserName ?? '') : (person?.userName ?? ''),
  },
  {
    name: 'newUserName',
    isThere: ({ step }) => step === 'rename',
    toCell: ({ person }) => person?.userName ?? '',
  },
  { name: 'why', toCell: ({ work }, _, language) => toTexts(work.because, language) },
  { name: 'note', toCell: ({ work }, _, language) => toTexts(work.notes, language) },
]

const columnsOf = (batch: Batch, handOver: HandOver): readonly Column[] =>
  columns.filter(({ isThere }) => isThere?.(batch, handOver) ?? true)

/** The headings of the people of a batch. */
export const toPersonHead = (batch: Batch, handOver: HandOver): readonly string[] =>
  columnsOf(batch, handOver).map(({ name }) => worklistTexts[languageOf(handOver)].head[name])

/** One row for each person of a batch, under `toPersonHead`. */
export const toPersonRows = (batch: Batch, handOver: HandOver): readonly (readonly string[])[] => {
  const shown = columnsOf(batch, handOver)
  const language = languageOf(handOver)
  return batch.people.map((one) => {
    const person = handOver.people.get(one.subject)
    return shown.map(({ toCell }) => toCell({ ...one, person }, batch, language))
  })
}

/** A column of a list of people, by what stands in it. */
export type PersonColumn = Column['name']

/** For each person of a batch what stands in each column. */
export const toPersonRecords = (
  batch: Batch,
  handOver: HandOver,
): readonly ReadonlyMap<PersonColumn, string>[] => {
  const names = columnsOf(batch, handOver).map(({ name }) => name)
  return toPersonRows(batch, handOver).map(
    (row) => new Map(names.map((name, index) => [name, row[index] ?? ''])),
  )
}

type Reason = BatchPerson['work']['notes'][number]

const reasonsOf = ({ work }: BatchPerson): readonly Reason[] => [...work.because, ...work.notes]

const findCommon = ({ people }: Batch): ReadonlySet<Reason> => {
  const [first, ...others] = people.map(reasonsOf)
  return new Set((first ?? []).filter((reason) => others.every((reasons) => reasons.includes(reason))))
}

/**
 * What is to be said of everyone in a batch, and of each person beside it: paper says once what holds for
 * all.
 */
export const toRemarks = (
  batch: Batch,
  handOver: HandOver,
): { common: readonly string[]; own: readonly (readonly string[])[] } => {
  const common = findCommon(batch)
  const say = (reason: Reason): string => reasonCatalogue[languageOf(handOver)][reason].message
  return {
    common: [...common].map(say),
    own: batch.people.map((one) =>
      [...new Set(reasonsOf(one))].filter((reason) => !common.has(reason)).map(say),
    ),
  }
}

const toTexts = (reasons: BatchPerson['work']['notes'], language: Language): string =>
  reasons.map((reason) => reasonCatalogue[language][reason].message).join('; ')

/** What is to be known of every worklist. */
export const worklistRemarks = (handOver: HandOver): readonly string[] => {
  const texts = worklistTexts[languageOf(handOver)]
  const { key, portalTitle, batches } = handOver
  return [
    fillText(texts.notDone, { portal: portalTitle }),
    fillText(texts.sameWork, { key }),
    fillText(texts.whenDone, { command: `nmbrs-sync access confirm ${batches[0]?.key ?? key}` }),
  ]
}
