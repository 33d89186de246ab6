import { startAlexisSandbox } from './alexis/start-alexis-sandbox.js'
import type { AlexisSandbox } from './alexis/start-alexis-sandbox.js'
import type { AlexisSwitches } from './alexis/switches.js'
import { startNmbrsSandbox } from './nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSandbox, NmbrsSandboxOptions } from './nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from './nmbrs/switches.js'
import { accountsToTry, type AccountToTry } from './people/accounts-to-try.js'
import { buildPopulation } from './people/build-population.js'
import type { Mix } from './people/build-population.js'
import type { Story } from './people/write-down.js'
import { writeBothConfig, writeRestConfig, writeSoapConfig, type ChangeOver } from './write-config.js'

export interface SandboxOptions {
  people: number
  /** The same seed gives the same people. */
  seed: number
  /** `YYYY-MM-DD`; its month is the current payroll period. */
  today: string
  mix?: Mix
  /** 0, the default, takes a free one. */
  alexisPort?: number
  nmbrsPort?: number
  switches?: { alexis?: Partial<AlexisSwitches>; nmbrs?: Partial<NmbrsSwitches> }
  /** How long every answer of either side takes. */
  latencyMs?: number
  recordBodies?: boolean
  onCall?: NmbrsSandboxOptions['onCall']
  onRequest?: NmbrsSandboxOptions['onRequest']
}

/** Both fakes with one set of people, and how to point the program at them. */
export interface Sandbox {
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
  story: Story
  company: { name: string; alexisId: string; nmbrsId: number }
  /** Accounts of Nmbrs to check besides that of the connection. */
  accounts: readonly AccountToTry[]
  /** A configuration with one connection, `sandbox`, that keeps its state in that folder. Holds no secret. */
  configYaml(stateDir: string): string
  /** The same over REST. It has a state of its own: the two know people by other ids. */
  restConfigYaml(stateDir: string): string
  /** The same with both transports, for the time of the change from one to the other. */
  bothConfigYaml(stateDir: string, over: ChangeOver): string
  /** The secrets that both configurations ask the environment for. */
  env: Record<string, string>
  close(): Promise<void>
}

const company = { name: 'Tulpwerk B.V.', alexisId: '65f1c0ffee0000000000000a', nmbrsId: 1234 } as const

/** Starts a fake AlexisHR and a fake Nmbrs on loopback with the same invented people. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { people, seed, today, mix, latencyMs = 0 } = options
  const population = buildPopulation({
    seed,
    people,
    today,
    alexisCompanyId: company.alexisId,
    nmbrsCompanyId: company.nmbrsId,
    companyName: company.name,
    ...(mix === undefined ? {} : { mix }),
  })
  const alexis = await startAlexisSandbox({
    data: population.alexis,
    port: options.alexisPort ?? 0,
    switches: { latencyMs, ...options.switches?.alexis },
  })
  const accounts = accountsToTry(population.nmbrs.account.domain, company.nmbrsId)
  const nmbrs = await startBeside(alexis, {
    data: population.nmbrs,
    accounts: accounts.map(({ account }) => account),
    port: options.nmbrsPort ?? 0,
    latencyMs,
    switches: options.switches?.nmbrs ?? {},
    recordBodies: options.recordBodies ?? false,
    ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
    ...(options.onRequest === undefined ? {} : { onRequest: options.onRequest }),
  })
  return {
    alexis,
    nmbrs,
    story: population.story,
    company,
    accounts,
    configYaml: (stateDir) => writeSoapConfig({ stateDir, alexis, nmbrs, company }),
    restConfigYaml: (stateDir) => writeRestConfig({ stateDir, alexis, nmbrs, company }),
    bothConfigYaml: (stateDir, over) => writeBothConfig({ stateDir, alexis, nmbrs, company }, over),
    env: {
      ALEXIS_TOKEN: alexis.token,
      NMBRS_USERNAME: nmbrs.account.username,
      NMBRS_TOKEN: nmbrs.account.token,
      NMBRS_DOMAIN: nmbrs.account.domain,
      NMBRS_CLIENT_ID: nmbrs.app.clientId,
      NMBRS_CLIENT_SECRET: nmbrs.app.clientSecret,
      NMBRS_SUBSCRIPTION_KEY: nmbrs.app.subscriptionKeys[0] ?? '',
    },
    close: async () => {
      await Promise.all([nmbrs.close(), alexis.close()])
    },
  }
}

/** The second one; when it cannot start, the first does not stay behind. */
const startBeside = async (alexis: AlexisSandbox, options: NmbrsSandboxOptions): Promise<NmbrsSandbox> => {
  try {
    return await startNmbrsSandbox(options)
  } catch (error) {
    await alexis.close()
    throw error
  }
}
