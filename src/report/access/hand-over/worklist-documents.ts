import { dropControls } from '../../../domain/text/drop-controls.js'
import { toCsv } from '../../kit/csv.js'
import { toPageHtml } from '../../kit/page/page-html.js'
import type { Batch } from '../../../access/work/batch.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import { buildRequests } from '../../../access/request/build-request.js'
import { requestLanguages } from '../../../access/request/help-schema.js'
import { handOverMailTexts } from '../../../run/access/delivery/hand-over-mail-texts.js'
import { fillText } from '../../../domain/language/fill.js'
import { toBatchPage, toBatchSummary, toIndexPage } from './hand-over-page.js'
import { toChoices, toPersonHead, toPersonRows, worklistRemarks } from './worklist-cells.js'
import { languageOf } from '../../../access/screens/screen-choices.js'
import { worklistTexts } from '../../../access/screens/worklist-texts.js'

/** A worklist as a file. */
export interface WorklistFile {
  name: string
  text: string
}

/**
 * The files of a hand-over: for each batch one for a spreadsheet and one to print, and at the end the page
 * that leads to them.
 */
export const toWorklistFiles = (handOver: HandOver): readonly WorklistFile[] => [
  ...handOver.batches.flatMap((batch) => [
    { name: `${batch.key}.csv`, text: toBatchCsv(batch, handOver) },
    { name: `${batch.key}.html`, text: toPageHtml(toBatchPage(batch, handOver)) },
    ...toRequestFiles(batch, handOver),
  ]),
  { name: 'index.html', text: toPageHtml(toIndexPage(handOver, toOtherFiles)) },
]

/**
 * What to write to the vendor about a batch, in each language; none where a person does the work in the
 * portal.
 */
export const toRequestFiles = (batch: Batch, handOver: HandOver): readonly WorklistFile[] =>
  requestLanguages
    .map((language) => ({
      name: `${batch.key}-${language}.txt`,
      text: dropControls(buildRequests(batch, handOver, language)),
    }))
    .filter(({ text }) => text !== '')

/** The files of a batch beside its page. */
const toOtherFiles = (batch: Batch, handOver: HandOver): readonly string[] => [
  `${batch.key}.csv`,
  ...toRequestFiles(batch, handOver).map(({ name }) => name),
]

/** A batch for a spreadsheet: its choices stand in each row, so that rows can be sorted and filtered. */
export const toBatchCsv = (batch: Batch, handOver: HandOver): string => {
  const choices = toChoices(batch, handOver)
  return toCsv([
    [
      worklistTexts[languageOf(handOver)].head.batch,
      ...choices.map(([name]) => name),
      ...toPersonHead(batch, handOver),
    ],
    ...toPersonRows(batch, handOver).map((row) => [batch.key, ...choices.map(([, value]) => value), ...row]),
  ])
}

/** The whole hand-over in plain words, without anyone's name: what the lists are about. */
export const toHandOverSummary = (handOver: HandOver): string =>
  [
    toTitle(handOver),
    '',
    ...worklistRemarks(handOver),
    '',
    ...handOver.batches.map((batch) => `${batch.key}  ${toBatchSummary(batch, handOver)}`),
    '',
  ].join('\n')

const toTitle = (handOver: HandOver): string => {
  const { portalTitle, connection, key, day } = handOver
  const language = languageOf(handOver)
  const about = { portal: portalTitle, key, connection, day }
  return fillText(handOverMailTexts[language].title, about)
}
