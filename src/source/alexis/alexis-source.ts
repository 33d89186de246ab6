import type { Source } from '../port.js'
import { type AlexisClientOptions, createAlexisClient } from './wire/client.js'
import { readCompanies, readNames } from './read-names.js'
import { readCompensations } from './read-compensations.js'
import { readSnapshot } from './read-snapshot.js'

export interface AlexisSourceOptions extends AlexisClientOptions {
  /** IANA name. Decides on which calendar day a date-time falls. */
  timeZone: string
}

/** AlexisHR as the side the truth is read from. It only ever sends GET requests. */
export const createAlexisSource = ({ timeZone, ...options }: AlexisSourceOptions): Source => {
  const client = createAlexisClient(options)
  const { log } = options
  return {
    readSnapshot: (query, keep) => readSnapshot({ client, log, timeZone }, query, keep),
    readCompensations: (people, query) => readCompensations({ client, log, timeZone }, people, query),
    readCompanies: () => readCompanies({ client, log }),
    readNames: (list) => readNames({ client, log }, list),
    callCount: () => client.callCount(),
    close: () => {
      client.close()
    },
  }
}
