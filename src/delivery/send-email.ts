import { openMailSession } from './smtp/mail-session.js'
import type { Email, MailServer } from './email.js'

/**
 * Sends one e-mail, once, to everyone in it, over a connection of its own. Gives for how many the server took
 * it. Throws `DeliveryError`.
 */
export const sendEmail = async (server: MailServer, email: Email): Promise<string> => {
  const session = openMailSession(server)
  try {
    return await session.send(email)
  } finally {
    session.close()
  }
}
