import { sendEmail } from '../../delivery/send-email.js'
import type { MailServer } from '../../delivery/email.js'
import type { Channel } from './channel.js'
import { toNoticeHtml } from './notice-page.js'
import { toNoticeText, toSubjectLine, type NoticeLook } from './notice-text.js'

export interface EmailOptions extends Omit<MailServer, 'setting'>, NoticeLook {
  to: readonly string[]
}

/** Sends notices as e-mail, to everyone in one message. */
export const createEmailChannel = (options: EmailOptions): Channel => ({
  name: 'email',
  send: (notice) =>
    sendEmail(
      { ...options, setting: 'notices.email' },
      {
        to: options.to,
        subject: toSubjectLine(notice, options.language),
        text: toNoticeText(notice, options),
        html: toNoticeHtml(notice, options),
      },
    ),
})
