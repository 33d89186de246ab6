import { silentLog } from '../../src/domain/log.js'
import type { Source } from '../../src/source/port.js'
import { createAlexisSource } from '../../src/source/alexis/alexis-source.js'
import { noFence } from '../support/no-fence.js'
import { createNmbrsSoapTarget } from '../../src/target/nmbrs-soap/target.js'
import type { Target } from '../../src/target/port.js'
import { withSandboxWorld, type SandboxWorld, type SandboxWorldOptions } from '../e2e/sandbox-world.js'

/** Repeats cost time and prove nothing here. */
const retry = { retries: 0, sleep: () => Promise.resolve() }

/** The fakes, and the product's two sides on them, kept open while thousands of answers go through. */
export interface MalformedWorld extends SandboxWorld {
  source: Source
  target: Target
  /** One that has not asked anything yet. */
  withFreshTarget: <Result>(use: (target: Target) => Promise<Result>) => Promise<Result>
}

export const withMalformedWorld = (
  options: SandboxWorldOptions,
  test: (world: MalformedWorld) => Promise<void>,
): Promise<void> =>
  withSandboxWorld({ people: 3, mix: 'all-linked', ...options }, async (world) => {
    const { alexis, nmbrs } = world
    const source = createAlexisSource({
      baseUrl: alexis.baseUrl,
      token: alexis.token,
      timeZone: 'Europe/Amsterdam',
      log: silentLog,
      retry,
    })
    const openTarget = (): Promise<Target> =>
      createNmbrsSoapTarget({
        host: nmbrs.host,
        ...nmbrs.account,
        maxCallsPerSecond: 100_000,
        fence: noFence,
        log: silentLog,
        retry,
      })
    const target = await openTarget()
    const withFreshTarget: MalformedWorld['withFreshTarget'] = async (use) => {
      const fresh = await openTarget()
      try {
        return await use(fresh)
      } finally {
        await fresh.close()
      }
    }
    try {
      await test({ ...world, source, target, withFreshTarget })
    } finally {
      source.close()
      await target.close()
    }
  })
