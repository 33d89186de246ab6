import { ConfigError } from '../../domain/errors.js'
import { openWorkspace } from '../open-workspace.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../options/flags.js'
import { createChannels } from '../../app/notices/open-notices.js'
import { toAttemptLine, tryChannels } from '../../app/notices/try-channels.js'
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

const testNotices = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const { config, language, io: out } = await openWorkspace(io, flags, releases)
    if (config.notices === undefined)
      throw new ConfigError(
        'No notices are configured. Add notices with email, webhook or both; then: nmbrs-sync config check',
      )
    const channels = createChannels(config.notices, { language, timeZone: config.timezone }, io.now)
    const attempts = await tryChannels(channels, io.now())
    if (flags.json === true) printJson(out, { notices: attempts })
    else out.stdout.write(attempts.map((each) => `${toAttemptLine(each)}\n`).join(''))
    return attempts.every(({ sent }) => sent) ? exitCode.done : exitCode.failed
  })
