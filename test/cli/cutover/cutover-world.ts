import { afterEach } from '@jest/globals'

import type { RunJson } from '../../../src/report/sync/run-json.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import type { Mix } from '../../../src/sandbox/people/build-population.js'
import { openRestWorld, type RestWorld } from '../auth/rest-world.js'
import type { CommandEnd, CommandOptions } from '../cli-world.js'

const worlds: RestWorld[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

export interface PrepareJson {
  connection: string
  companies: {
    soapId: string | null
    restId: string | null
    links: {
      total: number
      converted: number
      verified: number
      unmatched: { subject: string; targetId: string; reason: string }[]
    }
  }[]
  ready: boolean
  waiting?: { subject: string; section: string; reason: string }[]
}

/** A connection with both transports, and consent for REST. Closed after the test. */
export const openCutoverWorld = async (
  people: { mix?: Mix; count?: number } = {},
  switches: Partial<NmbrsSwitches> = {},
) => {
  const world = await openRestWorld(undefined, people)
  worlds.push(world)
  const { nmbrs } = world.sandbox
  Object.assign(nmbrs.switches, { restPersonalInfoOmits: 0, ...switches })
  const sync = async (
    flags = '',
    options: CommandOptions = {},
  ): Promise<CommandEnd & { document: RunJson; writes: readonly string[] }> => {
    const before = nmbrs.calls.records.length
    const end = await world.run(`sync --yes --json ${flags}`, options)
    const operations = nmbrs.calls.records.slice(before).map(({ operation }) => operation)
    return {
      ...end,
      document: JSON.parse(end.stdout) as RunJson,
      writes: operations.filter((name) =>
        /_(?:Insert|Update|Delete)|^(?:create|update|delete)[A-Z]/.test(name),
      ),
    }
  }
  const prepare = async (flags = ''): Promise<{ code: number; document: PrepareJson }> => {
    const { code, stdout } = await world.run(`cutover prepare --json ${flags}`)
    return { code, document: JSON.parse(stdout) as PrepareJson }
  }
  const goOver = (api: 'soap' | 'rest'): void => {
    world.configure((connection) => {
      connection.nmbrs.api = api
    })
  }
  await world.logIn()
  return { ...world, nmbrs, sync, prepare, goOver }
}

export type CutoverWorld = Awaited<ReturnType<typeof openCutoverWorld>>
