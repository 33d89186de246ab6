import { Temporal } from 'temporal-polyfill'

import { buildTestNotice } from '../../daemon/notices/build-notice.js'
import type { Channel } from '../../daemon/notices/channel.js'
import type { Notice } from '../../daemon/notices/notice.js'
import { DeliveryError } from '../../delivery/delivery-error.js'
import { ConfigError } from '../../domain/errors.js'
import { openWorkspace } from '../open-workspace.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../options/flags.js'
import { createChannels } from '../../app/notices/open-notices.js'
import { withReleases } from '../../app/compose/releases.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'

export const addNoticesCommand: AddCommand = (parent, shell) => {
  const notices = parent
    .command('notices')
    .summary('try the notices about runs')
    .description('Tries the notices that the daemon, and sync --notify, send about runs.')
  const test = notices
    .command('test')
    .summary('send a test notice by every configured channel, once')
    .description(
      'Sends a test notice by e-mail and webhook, whichever are configured, and says for each whether it was taken. ' +
        'Nothing is tried twice. Touches neither AlexisHR nor Nmbrs.',
    )
    .addOption(jsonOption())
    .addHelpText('after', toExamples('notices test', 'notices test --json'))
  test.action(async () => {
    shell.finish(await testNotices(shell, test.optsWithGlobals()))
  })
}

interface Attempt {
  channel: string
  sent: boolean
  /** What the other side said, or why it was not sent. */
  result: string
}

const testNotices = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const { config, language, io: out } = await openWorkspace(io, flags, releases)
    if (config.notices === undefined)
      throw new ConfigError(
        'No notices are configured. Add notices with email, webhook or both; then: nmbrs-sync config check',
      )
    const at = Temporal.Instant.fromEpochMilliseconds(io.now()).toString({ fractionalSecondDigits: 3 })
    const channels = createChannels(config.notices, { language, timeZone: config.timezone }, io.now)
    const attempts = await Promise.all(channels.map((channel) => attempt(channel, buildTestNotice(at))))
    if (flags.json === true) printJson(out, { notices: attempts })
    else out.stdout.write(attempts.map(toLine).join(''))
    return attempts.every(({ sent }) => sent) ? exitCode.done : exitCode.failed
  })

const attempt = async (channel: Channel, notice: Notice): Promise<Attempt> => {
  try {
    return { channel: channel.name, sent: true, result: await channel.send(notice) }
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    return { channel: channel.name, sent: false, result: error.message }
  }
}

const toLine = ({ channel, sent, result }: Attempt): string =>
  `${channel}: ${sent ? 'sent' : 'not sent'}, ${result}\n`
