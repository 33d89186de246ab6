import { sendEmail, type MailServer } from '../../delivery/send-email.js'
import type { Channel } from './channel.js'
import { toNoticeHtml } from './notice-html.js'
import { toNoticeText, toSubjectLine } from './notice-text.js'

export interface EmailOptions extends Omit<MailServer, 'setting'> {
  to: readonly string[]
  /** Times are shown on its clocks. */
  timeZone: string
}

/** Sends notices as e-mail, to everybody in one message. */
export const createEmailChannel = (options: EmailOptions): Channel => ({
  name: 'email',
  send: (notice) =>
    sendEmail(
      { ...options, setting: 'notices.email' },
      {
        to: options.to,
        subject: toSubjectLine(notice),
        text: toNoticeText(notice, options.timeZone),
        html: toNoticeHtml(notice, options.timeZone),
      },
    ),
})
