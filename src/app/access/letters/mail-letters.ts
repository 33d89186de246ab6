import { toLetterEmail, type LetterAbout } from '../../../access/letters/letter.js'
import { deliver } from '../../../delivery/deliver.js'
import type { Email } from '../../../delivery/email.js'
import { openMailSession } from '../../../delivery/smtp/mail-session.js'
import { ConfigError } from '../../../domain/errors.js'
import type { AddressedLetter } from '../../../run/access/letters/choose-letters.js'
import type { PlannedPortal } from '../../../run/access/plan-logins.js'
import type { Workspace } from '../../compose/workspace.js'
import { toDeliverOptions, toMailServer } from '../open-channels.js'
import type { DueLetters, LettersEnd } from './letters-end.js'

/**
 * Sends the letters by e-mail, once the runs may go on (`release`): a slow mail server holds up no one. Each
 * is noted before it is sent, so that none goes twice. Throws `ConfigError` where the portal has no mail
 * server.
 */
export const mailLetters = async (
  { workspace, release }: { workspace: Workspace; release: () => Promise<void> },
  { book, config }: PlannedPortal,
  { letters, since }: DueLetters,
  about: LetterAbout,
): Promise<LettersEnd> => {
  const { portal, delivery } = config
  const setting = `access.portals.${portal.portal}.delivery.email`
  if (delivery?.email === undefined)
    throw new ConfigError(`There is no mail server for letters: fill in ${setting}, or use --print`, [], {
      remedy: 'nmbrs-sync config check',
    })
  const session = openMailSession(toMailServer(delivery.email, setting))
  await release()
  const sent: AddressedLetter[] = []
  const elsewhere: string[] = []
  const failed: LettersEnd['failed'][number][] = []
  try {
    for (const letter of letters) {
      const { subject, address = '' } = letter
      if (!(await book.noteLetter(subject, 'email', since))) {
        elsewhere.push(subject)
        continue
      }
      const email: Email = { to: [address], ...toLetterEmail(letter, about) }
      const sending = {
        what: 'letter with login data',
        fields: { portal: portal.portal, subject },
        neverTwice: true,
      }
      const end = await deliver({ ...sending, send: () => session.send(email) }, toDeliverOptions(workspace))
      if (end.arrived) sent.push(letter)
      else {
        failed.push({ subject, why: end.error.message, carried: end.carried })
        if (end.carried === 'no') await book.forgetLetter(subject)
      }
    }
  } finally {
    session.close()
  }
  return { sent, failed, elsewhere }
}
