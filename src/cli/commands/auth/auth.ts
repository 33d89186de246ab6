import { selectConnection, selectConnections } from '../../../app/compose/select-connections.js'
import { readConsents } from '../../../app/consent/consent-status.js'
import { logOut } from '../../../app/consent/log-out.js'
import { getRestAccount } from '../../../app/compose/nmbrs/rest-account.js'
import type { ConnectionConfig } from '../../../config/config.js'
import { ConfigError } from '../../../domain/errors.js'
import { fillText } from '../../../domain/language/fill.js'
import { buildConsentText } from '../../../report/consent/consent-report.js'
import { consentTexts } from '../../../report/consent/consent-texts.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import {
  connectionOption,
  connectionsOption,
  jsonOption,
  toExamples,
  type ConnectionFlags,
} from '../../options/flags.js'
import { languageOf } from '../../options/language.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'
import { withState } from '../../with-connection.js'
import { runLogin, type LoginFlags } from './login.js'

export const addAuthCommand: AddCommand = (parent, shell) => {
  const auth = parent
    .command('auth')
    .summary('the consent to Nmbrs over REST: give it, look at it, take it back')
    .description(
      'The consent that an employer gives for Nmbrs over REST. It is kept sealed in the state file, renewed by the daemon and by every command that uses Nmbrs, and is in no backup.',
    )
  addLogin(auth, shell)
  addStatus(auth, shell)
  addLogout(auth, shell)
}

const addLogin: AddCommand = (auth, shell) => {
  const login = auth
    .command('login')
    .summary('consent in a browser, and prove it with one read')
    .description(
      'Prints the address of the login on a line of its own, waits until the browser comes back to redirectUri, keeps the consent, and proves it with one read. ' +
        'The person who logs in has to be allowed to consent: a Master Client login or a company login of the debtor.',
    )
    .addOption(connectionOption())
    .option('--paste', 'read the address that the browser comes back to from standard input')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('auth login', 'auth login --connection acme --paste'))
  login.action(async () => {
    shell.finish(await runLogin(shell, login.optsWithGlobals<LoginFlags>()))
  })
}

const addStatus: AddCommand = (auth, shell) => {
  const status = auth
    .command('status')
    .summary('the state of each consent, and how long it lasts')
    .description('Shows the consent of every connection with a block rest. Touches no remote.')
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('auth status', 'auth status --json'))
  status.action(async () => {
    shell.finish(await showStatus(shell, status.optsWithGlobals()))
  })
}

const addLogout: AddCommand = (auth, shell) => {
  const logout = auth
    .command('logout')
    .summary('take a consent back')
    .description(
      'Revokes both tokens at Nmbrs and forgets them here. Links, holds and history stay. Until the next login a run over REST ends with 1 and writes nothing.',
    )
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('auth logout --connection acme'))
  logout.action(async () => {
    shell.finish(await takeBack(shell, logout.optsWithGlobals()))
  })
}

const showStatus = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withState(io, flags, async (state, { config, surroundings, io: shown }) => {
    const connections = selectConnections(config, flags.connection)
    refuseWithoutRest(connections)
    const consents = (await readConsents(connections, state, surroundings.now())).map(({ status }) => status)
    if (flags.json === true) printJson(io, consents)
    else shown.stdout.write(buildConsentText(consents, config.timezone, lookOf(shown.stdout, io.env)))
    return exitCode.done
  })

/** One that is named has to have it; of several, one at least. */
const refuseWithoutRest = (connections: readonly ConnectionConfig[]): void => {
  const [only, ...others] = connections
  if (only !== undefined && others.length === 0) getRestAccount(only)
  if (connections.every(({ nmbrs }) => nmbrs.rest === undefined))
    throw new ConfigError('No connection has a block rest under nmbrs, so there is nothing to consent to')
}

const takeBack = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withState(io, flags, async (state, workspace) => {
    const connection = selectConnection(workspace.config, flags.connection)
    const wasThere = await logOut(connection, workspace, state)
    const texts = consentTexts[languageOf(workspace.io)]
    const said = fillText(wasThere ? texts.revoked : texts.nothing, { connection: connection.name })
    if (flags.json === true) printJson(io, { connection: connection.name, revoked: wasThere })
    else workspace.io.stdout.write(`${said}\n`)
    return exitCode.done
  })
