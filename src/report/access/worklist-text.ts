import type { Batch, BatchPerson } from '../../access/work/batch.js'
import type { HandOver, HandOverPerson } from '../../access/work/delivery-payload.js'
import { reasonCatalogue } from '../../access/reason-texts.js'
import { toContactWords } from '../../access/request/build-request.js'
import { helpTexts, toVendorLanguage } from '../../access/request/help-texts.js'
import { hasTicks } from '../../access/screens/find-screen.js'
import { toGrantedLines, toScreenChoices } from '../../access/screens/screen-choices.js'
import { fillText } from '../../domain/language/fill.js'
import { maskAddress, maskName, type DocumentValues } from './plan-json.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { syncTexts } from './texts/sync-texts.js'
import { wordTexts } from './texts/word-texts.js'
import { workTexts } from './texts/work-texts.js'
import { selectionWords, toBatchWords } from './words.js'
import type { ShownValues } from '../sync/explain-text.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable, type Cell } from '../kit/table.js'

/** Handed-over work as text for a screen, batch by batch, as the portal takes it. */
export const buildHandOverText = (handOver: HandOver, values: ShownValues, look: Look): string => {
  const texts = workTexts[look.language]
  const { portalTitle, key, day } = handOver
  return joinParts([
    [look.paint.bold(texts.title(portalTitle, key, day))],
    ...handOver.batches.map((batch) => toBatchLines(batch, handOver, values, look)),
    [
      ...toAskLines(handOver, look),
      values === 'none' ? texts.namesAndAddresses : '',
      syncTexts[look.language].whenDone(handOver.batches[0]?.key ?? key),
    ],
  ])
}

const toBatchLines = (batch: Batch, handOver: HandOver, values: ShownValues, look: Look): string[] => {
  const { people, after } = batch
  const { language } = look
  const notes = new Set(people.flatMap(({ work }) => work.notes))
  const tick = toTickWords(batch, handOver, language)
  return [
    look.paint.bold(`${batch.key}  ${toBatchWords(batch, language)}`),
    `  ${after.length === 0 ? tick : workTexts[language].onlyAfter(tick, after.join(', '))}`,
    ...toGrantedLines(batch, handOver).map((line) => `  ${line}`),
    ...toScreenChoices(batch, handOver)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `  ${name}: ${value}`),
    ...toCompanyIdLine(batch, handOver),
    ...layOutTable(
      people.map((person) => toRow(person, batch, handOver.people.get(person.subject), { values, language })),
      { width: look.width, indent: 2 },
    ),
    ...[...notes].map((note) => `  ${wordTexts[language].note(reasonCatalogue[language][note].message)}`),
  ]
}

const toCompanyIdLine = ({ step }: Batch, { companyId }: HandOver): string[] =>
  companyId === undefined || (step !== 'add' && step !== 'password') ? [] : [`  Company ID: ${companyId}`]

/** Where the vendor is asked, and how to have the whole request ready to copy. */
const toAskLines = ({ request, portal, batches }: HandOver, { language }: Look): string[] => {
  if (request === undefined) return []
  const { help, formAddress } = request
  const texts = helpTexts[language]
  const asks = (way: Batch['way']): boolean => batches.some((batch) => batch.way === way)
  return [
    ...(asks('form') && formAddress !== undefined ? [fillText(texts.form, { address: formAddress })] : []),
    ...(asks('support')
      ? [fillText(texts.support, { contact: toContactWords(help.contacts[0], toVendorLanguage(language)) })]
      : []),
    fillText(texts.copy, { portal }),
  ]
}

/** What to tick, of the filters that the screen has. */
const toTickWords = (batch: Batch, { screens }: HandOver, language: Language): string => {
  const { selection, people } = batch
  const texts = workTexts[language]
  const count = fillCount(people.length, commonTexts[language].people)
  if (!hasTicks(screens, batch)) return count
  return selection === 'by-name' ? texts.tickNone(count) : texts.tick(selectionWords[selection], count)
}

const toRow = (
  { subject, work }: BatchPerson,
  { step }: Batch,
  person: HandOverPerson | undefined,
  { values, language }: { values: ShownValues; language: Language },
): Cell[] => {
  const texts = workTexts[language]
  const target = person?.targetId == null ? '' : `Nmbrs ${person.targetId}`
  const half = texts.half[step === 'delete' ? 'first' : 'second']
  const task = work.kind === 'replace' ? half(wordTexts[language].work.replace) : ''
  if (values === 'none' || person === undefined) return [subject, target, task]
  const { displayName, companyName, address, userName, currentUserName } = person
  const isWhole = values === 'whole'
  return [
    isWhole ? displayName : maskName(displayName),
    ...(companyName === undefined ? [] : [isWhole ? companyName : maskName(companyName)]),
    subject,
    target,
    address === null ? '' : isWhole ? address : maskAddress(address),
    [
      userName === null || !isWhole ? '' : texts.userName(userName),
      step === 'rename' && isWhole && currentUserName !== undefined ? texts.nowNamed(currentUserName) : '',
      task,
    ]
      .filter((part) => part !== '')
      .join('; '),
  ]
}

/** Handed-over work as a document: ids and choices; names and addresses only masked. */
export const toHandOverJson = (handOver: HandOver, values: DocumentValues): unknown => ({
  portal: handOver.portal,
  handOver: handOver.key,
  at: handOver.at,
  batches: handOver.batches.map(
    ({ key, step, way, level, template, permissions, emailKind, language, selection, after, people }) => ({
      ...{ key, step, way, level, template, permissions, emailKind, language, selection, after },
      people: people.map(({ subject, work }) => {
        const person = handOver.people.get(subject)
        return {
          subject,
          targetId: person?.targetId ?? null,
          kind: work.kind,
          notes: work.notes,
          ...(values === 'none' || person === undefined
            ? {}
            : { name: maskName(person.displayName), email: person.address && maskAddress(person.address) }),
        }
      }),
    }),
  ),
})
