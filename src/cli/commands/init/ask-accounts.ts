import { findHostFlaw, findUrlFlaw, toOneSpelling } from '../../../config/schema/check-url.js'
import { AuthError, RemoteError } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'
import { createAlexisSource } from '../../../source/alexis/alexis-source.js'
import type { SourceCompany } from '../../../source/port.js'
import { createNmbrsSoapTarget } from '../../../target/nmbrs-soap/target.js'
import { refuseWrites } from '../../../target/port.js'
import type { TargetCompany } from '../../../target/port.js'
import type { Prompts } from '../../terminal/prompts.js'
import { withReleases } from '../../../app/compose/releases.js'
import { joinSentences } from '../../../domain/language/join-sentences.js'

/** What the accounts are asked with. `tell` says how a test went. */
export interface Asking {
  prompts: Prompts
  tell: (line: string) => void
  log: Log
}

/** An account that was let in, and the companies it sees. */
export interface AlexisAccount {
  baseUrl: string
  token: string
  companies: readonly SourceCompany[]
}

export interface NmbrsAccount {
  host: string
  username: string
  token: string
  domain: string
  companies: readonly TargetCompany[]
}

const usualAlexisUrl = 'https://api.alexishr.com/v1'
const usualPace = 20

/** Asks for the AlexisHR account until one is let in. */
export const askAlexisAccount = (asking: Asking): Promise<AlexisAccount> =>
  askUntilLetIn(asking, 'AlexisHR', async ({ prompts, log }) => {
    const address = await prompts.ask({
      message: 'Address of the AlexisHR API',
      initial: usualAlexisUrl,
      check: toCheck(findUrlFlaw),
    })
    const token = await prompts.askSecret({
      message: 'AlexisHR access token (Settings, Access tokens; scope Public API)',
      check: needed,
    })
    const baseUrl = toOneSpelling(address)
    const companies = await withReleases((releases) => {
      const source = createAlexisSource({ baseUrl, token: token.trim(), timeZone: 'UTC', log })
      releases.add(() => {
        source.close()
      })
      return source.readCompanies()
    })
    return { baseUrl, token: token.trim(), companies }
  })

/** Asks for the Nmbrs account until one is let in. */
export const askNmbrsAccount = (asking: Asking): Promise<NmbrsAccount> =>
  askUntilLetIn(asking, 'Nmbrs', async ({ prompts, log }) => {
    const host = await askHost(prompts)
    const username = await prompts.ask({ message: 'E-mail address of the Nmbrs API user', check: needed })
    const domain = await prompts.ask({
      message: 'Nmbrs domain (acme of acme.nmbrs.nl)',
      check: (answer) => (/^[\w-]+$/.test(answer.trim()) ? undefined : 'The first part of the address only'),
    })
    const token = await prompts.askSecret({ message: 'API token of that user', check: needed })
    const account = { host, username: username.trim(), token: token.trim(), domain: domain.trim() }
    const companies = await withReleases(async (releases) => {
      const target = await createNmbrsSoapTarget({
        ...account,
        maxCallsPerSecond: usualPace,
        fence: refuseWrites,
        log,
      })
      releases.add(() => target.close())
      return target.readCompanies()
    })
    return { ...account, companies }
  })

const hosts = [
  { value: 'https://api.nmbrs.nl', label: 'Netherlands' },
  { value: 'https://api.nmbrs.se', label: 'Sweden' },
  { value: 'https://api-sandbox.nmbrs.nl', label: 'Nmbrs sandbox' },
  { value: undefined, label: 'another address' },
] as const

const askHost = async (prompts: Prompts): Promise<string> => {
  const chosen = await prompts.choose<string | undefined>('Which Nmbrs?', hosts)
  if (chosen !== undefined) return chosen
  return toOneSpelling(
    await prompts.ask({ message: 'Address of the Nmbrs API', check: toCheck(findHostFlaw) }),
  )
}

/** A refused or unreachable account is said and asked for again; only the user can give up. */
const askUntilLetIn = async <T extends { companies: readonly unknown[] }>(
  asking: Asking,
  name: string,
  ask: (asking: Asking) => Promise<T>,
): Promise<T> => {
  for (;;) {
    try {
      const account = await ask(asking)
      if (account.companies.length > 0) return account
      asking.tell(`${name} lets this account in but shows it no company. Try another account.`)
    } catch (error) {
      if (!(error instanceof AuthError) && !(error instanceof RemoteError)) throw error
      const remedy = error instanceof AuthError ? error.remedy : error.facts.remedy
      asking.tell(`${name}: ${joinSentences(error.message, remedy)}`)
    }
  }
}

const needed = (answer: string): string | undefined =>
  answer.trim() === '' ? 'It cannot be left out' : undefined

const toCheck =
  (findFlaw: (text: string) => string | undefined) =>
  (answer: string): string | undefined => {
    const wanted = findFlaw(answer.trim())
    return wanted === undefined ? undefined : `It must be ${wanted}`
  }
