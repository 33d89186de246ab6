import { addEmployers } from '../../../app/employers/add-employers.js'
import { keepFirstConsent } from '../../../app/setup/keep-consent.js'
import { leaveOutUsed, readSourcesLike, readTargetsLike } from '../../../app/setup/like-connection.js'
import { giveBack, readRestCompanies } from '../../../app/setup/rest-account.js'
import { shortenPath } from '../../../config/shorten-path.js'
import type { Config, ConnectionConfig } from '../../../config/config.js'
import type { RestAccount } from '../../../config/nmbrs-accounts.js'
import { AbortError } from '../../../domain/errors.js'
import type { GrantedConsent } from '../../../credentials/consent-store.js'
import type { TargetCompany } from '../../../target/port.js'
import type { Io } from '../../io.js'
import { askUntilLetIn, type Asking, type HeldConsent } from './accounts/ask-until-let-in.js'
import { logIn } from './accounts/log-in.js'
import { askName } from './ask-later-answers.js'
import { askPairs, askPeriods, type ChosenPair } from './pair-companies.js'

/** An installation that is there, to which a connection is added. */
export interface Existing {
  asking: Asking
  io: Io
  /** As `--config` gave it. */
  file: string
  config: Config
}

/**
 * Adds a connection with the accounts of one that is there, in a file of its own. Over REST the new employer
 * consents too. Gives what to say.
 */
export const addConnection = async (existing: Existing): Promise<readonly string[]> => {
  const { asking, io, file, config } = existing
  const { prompts } = asking
  const name = await askName(
    prompts,
    config.connections.map((one) => one.name),
  )
  const like = await prompts.choose(
    'Whose accounts and rules does it get?',
    config.connections.map((one) => ({ value: one, label: `those of ${one.name} (${one.nmbrs.api})` })),
  )
  const held: HeldConsent = {}
  try {
    const { targets, consent } = await readTargets(existing, like, held)
    const pairs = await pair(existing, like, targets)
    const names = { file, env: io.env, cwd: io.cwd }
    const companies = pairs.map(({ source, target, payrollPeriod }) => ({
      alexisCompanyId: source.id,
      nmbrsCompanyId: target.id,
      nmbrsCompanyName: target.name,
      ...(payrollPeriod === undefined ? {} : { payrollPeriod }),
    }))
    const added = await addEmployers({ names, like: like.name }, [{ name, companies }])
    if (consent !== undefined) await keepFirstConsent(names, name, consent, io.now)
    return [
      ...added.files.map((one) => `Written: ${shortenPath(io.cwd, one)}`),
      `Next: nmbrs-sync doctor --connection ${name}`,
    ]
  } catch (error) {
    await held.giveBack?.()
    throw error
  }
}

interface Targets {
  targets: readonly TargetCompany[]
  consent: GrantedConsent | undefined
}

const readTargets = async (
  { asking, io }: Existing,
  { nmbrs }: ConnectionConfig,
  held: HeldConsent,
): Promise<Targets> => {
  if (nmbrs.api === 'soap') return { targets: await readTargetsLike(nmbrs), consent: undefined }
  const { companies, consent } = await askConsent(asking, io, nmbrs.rest, held)
  return { targets: companies, consent }
}

/**
 * A consent is one employer's, so the app is shared and the consent is not (Nmbrs REST contract, section
 * 3.3).
 */
const askConsent = (asking: Asking, io: Io, rest: RestAccount, held: HeldConsent) =>
  askUntilLetIn<{ consent: GrantedConsent }, TargetCompany>(asking, {
    name: 'Nmbrs',
    steps: {
      login: {
        label: 'the login',
        ask: async () => {
          await held.giveBack?.()
          held.giveBack = undefined
          const consent = await logIn(asking, io, rest)
          held.giveBack = () => giveBack(rest, consent)
          return { consent }
        },
      },
    },
    tryOut: ({ consent }) => readRestCompanies(rest, consent),
    blame: (code) =>
      code === 'code-refused' ? { steps: ['login'], said: 'Log in again; a code is good once' } : undefined,
  })

const pair = async (
  { asking: { prompts, tell }, config }: Existing,
  like: ConnectionConfig,
  seen: readonly TargetCompany[],
): Promise<readonly ChosenPair[]> => {
  const { sources, targets } = leaveOutUsed(config, await readSourcesLike(like), seen)
  if (sources.length === 0 || targets.length === 0)
    throw new AbortError(
      `There is no company that no connection has ${sources.length === 0 ? 'in AlexisHR' : 'in Nmbrs'}; nothing was changed`,
      'stopped',
      'To see all of them: nmbrs-sync connection companies',
    )
  const pairs = await askPairs(prompts, tell, sources, targets)
  return like.nmbrs.api === 'rest' ? askPeriods(prompts, pairs) : pairs
}
