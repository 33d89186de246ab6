import { openState } from '../../../app/compose/open-state.js'
import { selectConnection } from '../../../app/compose/select-connections.js'
import { withReleases, type Releases } from '../../../app/compose/releases.js'
import { readConsents } from '../../../app/consent/consent-status.js'
import { isLoopbackAddress, listenForCode } from '../../../app/consent/listen-for-code.js'
import { beginLogin, readPasted, toRefusalOfLogin, type Login } from '../../../app/consent/log-in.js'
import { AbortError, ConfigError } from '../../../domain/errors.js'
import { fillText } from '../../../domain/language/fill.js'
import { buildGivenText, buildLoginPage } from '../../../report/consent/consent-report.js'
import { consentTexts } from '../../../report/consent/consent-texts.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { openWorkspace } from '../../open-workspace.js'
import { printJson } from '../../print-json.js'
import type { Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'

export interface LoginFlags extends ConnectionFlags {
  paste?: boolean
}

/** Asks for consent in a browser, and keeps what comes back. */
export const runLogin = ({ io }: Shell, flags: LoginFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const shown = workspace.io
    const connection = selectConnection(workspace.config, flags.connection)
    const state = await openState(workspace, releases)
    const login = beginLogin(connection, workspace, state, releases)
    const code = await getCode(login, { io: shown, connection: connection.name, flags, releases })
    const given = { connection: connection.name, ...(await login.finish(code)) }
    if (flags.json === true) {
      const [now] = await readConsents([connection], state, io.now())
      printJson(io, { ...now?.status, companies: given.companies })
    } else {
      shown.stdout.write(buildGivenText(given, lookOf(shown.stdout, io.env)))
    }
    return exitCode.done
  })

interface Asking {
  io: Io
  connection: string
  flags: LoginFlags
  releases: Releases
}

/**
 * The address stands on a line of its own on stdout; what is said around it, and with `--json` the address
 * too, is for a person: stderr.
 */
const getCode = async (login: Login, asking: Asking): Promise<string> => {
  const { io, connection, flags } = asking
  const texts = consentTexts[languageOf(io)]
  const isPasted = flags.paste === true
  if (!isPasted && !isLoopbackAddress(login.redirectUri))
    throw new ConfigError(
      'redirectUri is not an address of this machine, so the browser does not come back here: use nmbrs-sync auth login --paste',
    )
  const wait = isPasted ? undefined : await listen(login, asking)
  if (await login.wantsPushedRequests()) io.stderr.write(`${texts.pushed}\n`)
  io.stderr.write(`${fillText(texts.open, { connection })}\n`)
  const out = flags.json === true ? io.stderr : io.stdout
  out.write(`${login.address}\n`)
  io.stderr.write(`${isPasted ? texts.paste : texts.waiting}\n`)
  const came = wait === undefined ? await readAddress(login, io) : await wait()
  if (came.result === 'code') return came.code
  throw toRefusalOfLogin(came)
}

const listen = async (login: Login, { io, releases }: Asking) => {
  const language = languageOf(io)
  const listening = await listenForCode({
    redirectUri: login.redirectUri,
    state: login.secrets.state,
    page: (outcome) => buildLoginPage(outcome, language),
    interruption: io.interruption,
  })
  releases.add(() => listening.close())
  return () => listening.cameBack
}

const readAddress = async (login: Login, { readLine }: Io) => {
  const line = await readLine?.()
  if (line === undefined)
    throw new AbortError('no address came in', 'stopped', 'Give the address on standard input, on one line')
  return readPasted(login, line)
}
