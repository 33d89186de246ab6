import { startNmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSandbox, NmbrsSandboxOptions } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { aWorld } from './small-world.js'

/** Starts a fake for one test and closes it whatever happens. */
export const withSandbox = async <Result>(
  options: Partial<NmbrsSandboxOptions>,
  test: (sandbox: NmbrsSandbox) => Promise<Result>,
): Promise<Result> => {
  const sandbox = await startNmbrsSandbox({ data: aWorld(), ...options })
  try {
    return await test(sandbox)
  } finally {
    await sandbox.close()
  }
}
