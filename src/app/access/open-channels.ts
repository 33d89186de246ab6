import type { AccessChannel } from '../../run/access/delivery/channel.js'
import { createAccessEmailChannel } from './channels/email-channel.js'
import { createAccessWebhookChannel } from './channels/webhook-channel.js'
import { createWorklistChannel } from './channels/worklist-channel.js'
import { isLoopbackHost } from '../../config/schema/check-url.js'
import type { AccessPortalConfig, EmailConfig } from '../../config/config.js'
import type { DeliverOptions } from '../../delivery/deliver.js'
import type { MailServer } from '../../delivery/email.js'
import { openMailSession, type MailSession } from '../../delivery/smtp/mail-session.js'
import { defaultRetryPolicy } from '../../http/retry-policy.js'
import type { Workspace } from '../compose/workspace.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'

/**
 * The ways in which the work of a portal is handed over: files first, because they do not need a network.
 * None: it is only shown.
 */
export const createAccessChannels = (
  { portal, delivery }: AccessPortalConfig,
  { surroundings }: Workspace,
): readonly AccessChannel[] => {
  if (delivery === undefined) return []
  const { worklist, webhook, email } = delivery
  const setting = `access.portals.${portal.portal}.delivery`
  return [
    ...(worklist === undefined
      ? []
      : [createWorklistChannel({ folder: worklist.folder, writeFile: writeFileAtomically })]),
    ...(webhook === undefined
      ? []
      : [
          createAccessWebhookChannel({
            url: webhook.url.reveal(),
            secret: webhook.secret.reveal(),
            includeContact: webhook.includeContact,
            setting: `${setting}.webhook`,
            now: surroundings.now,
          }),
        ]),
    ...(email === undefined
      ? []
      : [createAccessEmailChannel({ ...toMailServer(email, `${setting}.email`), to: email.to })]),
  ]
}

/** Whether people are told of their new logins. */
export const isTelling = ({ delivery, messageToEmployee }: AccessPortalConfig): boolean =>
  messageToEmployee && delivery?.email !== undefined

/** How people are told of their new logins; `undefined`: the configuration wants no messages. */
export const createTell = (config: AccessPortalConfig): MailSession | undefined => {
  const { portal, delivery } = config
  const email = delivery?.email
  if (!isTelling(config) || email === undefined) return undefined
  return openMailSession(toMailServer(email, `access.portals.${portal.portal}.delivery.email`))
}

/** The mail server of a portal's administrators and of the messages to employees. */
export const toMailServer = (email: EmailConfig, setting: string): MailServer => {
  const { host, port, secure, login, from } = email
  return {
    ...{ host, port, secure, from, setting },
    login: login && { username: login.username, password: login.password.reveal() },
    isLoopback: isLoopbackHost(host),
  }
}

/** Someone waits for the end of a command, so a delivery is not tried for long; the next run tries again. */
export const toDeliverOptions = ({ log, surroundings }: Workspace): DeliverOptions => ({
  policy: { ...defaultRetryPolicy, retries: 2 },
  log,
  closing: surroundings.interruption,
})
