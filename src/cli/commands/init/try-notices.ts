import { createChannels } from '../../../app/notices/open-notices.js'
import { toAttemptLine, tryChannels } from '../../../app/notices/try-channels.js'
import type { NoticesConfig } from '../../../config/config.js'
import { Secret } from '../../../config/environment/secret.js'
import type { Asking } from './accounts/ask-until-let-in.js'
import { askNotices, askNoticesAgain, usesTlsAtOnce, type NoticesAnswers } from './ask-notices.js'

/**
 * Asks who is told, and offers a test notice. Where it is not taken, the answer that it may come from is
 * asked for again until it is, or the person leaves it. `undefined` for no one yet.
 */
export const askTriedNotices = async (
  asking: Asking,
  timeZone: string,
  now: () => number,
): Promise<NoticesAnswers | undefined> => {
  const { prompts, tell } = asking
  let notices = await askNotices(prompts)
  if (notices === undefined || !(await prompts.confirm('Send a test notice now?'))) return notices
  for (;;) {
    const channels = createChannels(toConfig(notices), { language: 'en', timeZone }, now)
    const attempts = await tryChannels(channels, now())
    for (const attempt of attempts) tell(toAttemptLine(attempt))
    if (attempts.every(({ sent }) => sent)) return notices
    const changed = await askNoticesAgain(prompts, notices)
    if (changed === undefined) return notices
    notices = changed
  }
}

/** As the configuration will have it. */
const toConfig = (notices: NoticesAnswers): NoticesConfig => {
  const rules = { on: [], repeat: 'changes' } as const
  if (notices.kind === 'webhook') {
    const webhook = { url: new Secret(notices.url), secret: new Secret(notices.secret) }
    return { ...rules, email: undefined, webhook }
  }
  const { port, login } = notices.email
  const known = login && { username: login.username, password: new Secret(login.password) }
  const email = { ...notices.email, secure: usesTlsAtOnce(port), login: known }
  return { ...rules, email, webhook: undefined }
}
