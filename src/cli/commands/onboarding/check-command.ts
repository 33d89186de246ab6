import { Option, type Command } from 'commander'

import { connectionsOption, jsonOption, toExamples } from '../../options/flags.js'
import type { Shell } from '../../shell.js'
import { parseCompanyId } from './company-id.js'
import { profilesOption } from './options.js'

export const addCheckCommand = (onboarding: Command, shell: Shell): void => {
  const command = onboarding
    .command('check')
    .summary('whether an Nmbrs account is ready for a consumer, online')
    .description(
      'Tries every call that the profiles ask for on the live account, reads what the facts are compared with, and says what is wanting. Each ' +
        'call is made once, with the least data; a call that changes something is never made. Without a configuration the account is taken from ' +
        'NMBRS_USERNAME, NMBRS_TOKEN, NMBRS_DOMAIN and NMBRS_HOST. Over REST it says which scopes of the consent are granted, missing or not tried. Without --connection, or with several, every company of these connections is checked and one table says who is ready. Ends with 0 when the account is ready, 3 when it is not, and 1 when it could not be ' +
        'checked.',
    )
    .argument('<profile...>', 'the profiles, as `onboarding list` names them')
    .addOption(connectionsOption())
    .addOption(
      new Option('--company <id>', 'the company in Nmbrs; needed only when there are several').argParser(
        parseCompanyId,
      ),
    )
    .addOption(
      new Option(
        '--all-companies',
        'check every company that the account sees, and show one table of who is ready; answers of one company stand under `companies` in the file',
      ).conflicts(['company', 'out']),
    )
    .addOption(
      new Option(
        '--api <transport>',
        'over which transport; the one that the connection is on when left out. Over REST the scopes of the consent are checked',
      ).choices(['soap', 'rest']),
    )
    .option('--facts <file>', 'the answers, in a file as `onboarding facts` prints it')
    .option('--surplus', 'also try every other known reading call, and list what is open and not needed')
    .option('--dossier <dir>', 'also write a page and a spreadsheet to hand in or to keep, without the token')
    .option('--out <file>', 'also keep the document, for `onboarding diff`')
    .addOption(profilesOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'onboarding check asr --connection acme',
        'onboarding check asr --facts asr.yaml --dossier dossier --lang nl',
        'onboarding check asr-umbrella --all-companies --facts asr.yaml',
        "onboarding check asr --connection 'klant-*' --facts asr.yaml",
        'onboarding check nmbrs-sync --api rest',
        'onboarding check asr shiftbase --surplus --out today.json',
      ),
    )
  command.action(async (names: readonly string[]) => {
    // What speaks with an account is loaded when one is checked.
    const { checkAccount } = await import('./check-account.js')
    shell.finish(await checkAccount(shell.io, names, command.optsWithGlobals()))
  })
}
