import type { Problem } from '../../domain/errors.js'
import { readEnvironment, type Environment } from './read-environment.js'

/**
 * Read from the environment of the process, in part by Node itself when it starts: in `.env` they come too
 * late.
 */
const ofProcess = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS']

/**
 * Variables in the `.env` of the installation that have no effect there, unless they are in the environment
 * as well. `shown`: that file's name.
 */
export const findTooLate = async (base: string, env: Environment, shown: string): Promise<Problem[]> => {
  const held = await readEnvironment(base, {}).catch((): Environment => ({}))
  return Object.keys(held)
    .filter((name) => ofProcess.includes(name.toUpperCase()) && env[name] === undefined)
    .map((key) => ({
      ...{ severity: 'warning', file: shown, line: 0, key },
      expected: 'this variable in the environment of the program',
      found: `it in ${shown}, where it has no effect`,
    }))
}
