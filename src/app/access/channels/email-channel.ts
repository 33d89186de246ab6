import { sendEmail } from '../../../delivery/send-email.js'
import type { MailServer } from '../../../delivery/email.js'
import { toDeliveryId } from '../../../delivery/sign-webhook.js'
import { languageOf } from '../../../access/screens/screen-choices.js'
import { fillCount } from '../../../domain/language/count.js'
import { fillText } from '../../../domain/language/fill.js'
import { commonTexts } from '../../../report/kit/texts/common-texts.js'
import { handOverMailTexts } from '../../../run/access/delivery/hand-over-mail-texts.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import type { AccessChannel } from '../../../run/access/delivery/channel.js'
import { toPageHtml } from '../../../report/kit/page/page-html.js'
import { toHandOverPage } from '../../../report/access/hand-over/hand-over-page.js'
import {
  toBatchCsv,
  toHandOverSummary,
  toRequestFiles,
} from '../../../report/access/hand-over/worklist-documents.js'

export interface AccessEmailOptions extends MailServer {
  /** The administrators who do the work. */
  to: readonly string[]
}

/** Sends worklists to administrators: a page in the message, and a file for a spreadsheet for each batch. */
export const createAccessEmailChannel = (options: AccessEmailOptions): AccessChannel => ({
  name: 'email',
  send: (handOver) =>
    sendEmail(options, {
      to: options.to,
      subject: toSubject(handOver),
      text: `${toHandOverSummary(handOver)}\n${handOverMailTexts[languageOf(handOver)].lists}\n`,
      html: toPageHtml(toHandOverPage(handOver)),
      attachments: handOver.batches.flatMap((batch) => [
        {
          filename: `${batch.key}.csv`,
          content: toBatchCsv(batch, handOver),
          contentType: 'text/csv; charset=utf-8',
        },
        ...toRequestFiles(batch, handOver).map(({ name, text }) => ({
          filename: name,
          content: text,
          contentType: 'text/plain; charset=utf-8',
        })),
      ]),
      messageId: toMessageId(handOver),
    }),
})

/** Subject lines show in notifications, so no one is named. */
const toSubject = (handOver: HandOver): string => {
  const { connection, portalTitle, key } = handOver
  const language = languageOf(handOver)
  const people = fillCount(handOver.people.size, commonTexts[language].people)
  return fillText(handOverMailTexts[language].subject, { connection, portal: portalTitle, people, key })
}

/** The same for the same hand-over, so that a mail program can tell that it came twice. */
const toMessageId = ({ connection, portal, key }: HandOver): string =>
  `<${toDeliveryId([connection, portal, key].join('\n'))}@nmbrs-sync.invalid>`
