import type { Config, EmailConfig, NoticesConfig } from '../../config/config.js'
import { isLoopbackHost } from '../../config/schema/check-url.js'
import type { Channel } from '../../daemon/notices/channel.js'
import type { NoticeMemory } from '../../daemon/notices/decide-telling.js'
import { createEmailChannel } from '../../daemon/notices/email-channel.js'
import type { KeptNotices } from '../../daemon/notices/kept-notices.js'
import { createNotices, type NoticeSettings, type Notices } from '../../daemon/notices/notices.js'
import { createWebhookChannel } from '../../daemon/notices/webhook-channel.js'
import type { NoticeLook } from '../../daemon/notices/notice-text.js'
import { findSoapEnds } from '../../domain/addresses/soap-end.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import type { Language } from '../../domain/language/language.js'
import type { Log } from '../../domain/log.js'

export interface OpenNoticesOptions {
  /** As it is now: the daemon takes up a changed one. */
  config: () => Config
  /** As it is now, as well. */
  language: () => Language
  memory: NoticeMemory
  kept: KeptNotices
  log: Log
  /** Epoch milliseconds. */
  now: () => number
}

/** Reports runs to those whom the configuration names; to no one when it names none. */
export const openNotices = ({ config, language, memory, kept, log, now }: OpenNoticesOptions): Notices => {
  let known: { config: Config; settings: NoticeSettings | undefined } | undefined
  return createNotices({
    settings: () => {
      const current = config()
      if (known?.config !== current)
        known = { config: current, settings: toNoticeSettings(current, language(), now) }
      return known.settings
    },
    soapEndOf: (connection) =>
      findSoapEnds(config().connections, toDayInZone(now(), config().timezone)).find(
        (end) => end.connection === connection,
      ),
    memory,
    kept,
    log,
  })
}

const toNoticeSettings = (
  config: Config,
  language: Language,
  now: () => number,
): NoticeSettings | undefined => {
  const look = { language, timeZone: config.timezone }
  return config.notices && { rules: config.notices, channels: createChannels(config.notices, look, now) }
}

/** The ways of telling that are configured: e-mail first. */
export const createChannels = (
  { email, webhook }: NoticesConfig,
  look: NoticeLook,
  now: () => number,
): readonly Channel[] => [
  ...(email === undefined ? [] : [createEmailChannel(toEmailOptions(email, look))]),
  ...(webhook === undefined
    ? []
    : [
        createWebhookChannel(
          { url: webhook.url.reveal(), secret: webhook.secret.reveal(), now },
          look.language,
        ),
      ]),
]

const toEmailOptions = (email: EmailConfig, look: NoticeLook) => {
  const { login } = email
  return {
    ...email,
    login: login && { username: login.username, password: login.password.reveal() },
    ...look,
    isLoopback: isLoopbackHost(email.host),
  }
}
