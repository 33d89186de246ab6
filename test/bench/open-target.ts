import { silentLog } from '../../src/domain/log.js'
import { createPacedQueue } from '../../src/http/paced-queue.js'
import type { Target, WriteFence } from '../../src/target/port.js'
import { today, type Api, type RemoteAddresses } from './company.js'

export interface TargetOptions {
  api: Api
  through: 'product' | 'plain'
  remotes: RemoteAddresses
  callsPerSecond: number
  /** Calls under way at once, over REST. */
  maxConcurrent?: number
  fence: WriteFence
}

/**
 * Opens the side that is written to. Only what is used is loaded, so that it weighs on nobody else's memory.
 */
export const openTarget = (options: TargetOptions): Promise<Target> => {
  if (options.through === 'plain') return openPlainTarget(options)
  return options.api === 'soap' ? openSoapTarget(options) : openRestTarget(options)
}

const openPlainTarget = async ({ api, remotes, callsPerSecond }: TargetOptions): Promise<Target> => {
  if (api === 'rest') {
    const { createPlainRestTarget } = await import('./rest/plain-rest-target.js')
    return createPlainRestTarget(remotes.rest, callsPerSecond, today)
  }
  const [{ openPlainClient }, { createPlainTarget }] = await Promise.all([
    import('./plain-client.js'),
    import('./plain-target.js'),
  ])
  return createPlainTarget(await openPlainClient(remotes.nmbrs), callsPerSecond)
}

const openSoapTarget = async ({ remotes, callsPerSecond, fence }: TargetOptions): Promise<Target> => {
  const { createNmbrsSoapTarget } = await import('../../src/target/nmbrs-soap/target.js')
  return createNmbrsSoapTarget({
    ...remotes.nmbrs,
    maxCallsPerSecond: callsPerSecond,
    fence,
    log: silentLog,
  })
}

/** The default of the configuration. */
const usualConcurrency = 4

/** With a token that lasts, as a consent that was renewed some minutes ago gives it. */
const openRestTarget = async ({
  remotes: { rest },
  callsPerSecond,
  maxConcurrent = usualConcurrency,
  fence,
}: TargetOptions): Promise<Target> => {
  const [{ createRestClient }, { createNmbrsRestTarget }] = await Promise.all([
    import('../../src/target/nmbrs-rest/client/rest-client.js'),
    import('../../src/target/nmbrs-rest/target.js'),
  ])
  const { host, token, subscriptionKey } = rest
  const client = createRestClient({
    host,
    subscriptionKey,
    tokens: {
      current: () => Promise.resolve(token),
      peek: () => token,
      renew: () => Promise.reject(new Error('the token of the benchmark was refused')),
    },
    fence,
    queue: createPacedQueue({ callsPerSecond, maxConcurrency: maxConcurrent }),
    log: silentLog,
  })
  return createNmbrsRestTarget({ client, periodTypes: new Map(), today: () => today })
}
