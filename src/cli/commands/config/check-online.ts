import type { Problem } from '../../../domain/errors.js'
import { openSource } from '../../../app/compose/compose.js'
import { toConnectionPath, type Workspace } from '../../../app/compose/workspace.js'
import { openWorkspace } from '../../open-workspace.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { withReleases } from '../../../app/compose/releases.js'
import { compareCompanies, compareLoginRules, type Comparison } from '../../../app/doctor/find-unknown.js'

/**
 * What the configuration names and AlexisHR does not have, of every connection, as problems of the file. A
 * list that the token may not read is a warning. Throws `AuthError` and `RemoteError` where AlexisHR does not
 * answer.
 */
export const checkOnline = (io: Io, flags: ConnectionFlags): Promise<readonly Problem[]> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const problems: Problem[] = []
    for (const connection of workspace.config.connections) {
      const source = await openSource(connection, workspace, releases)
      const at = toConnectionPath(connection, workspace.config)
      const compared = [
        { at: [...at, 'companies'], ...(await compareCompanies(connection, source, at)) },
        { at: [...at, 'access'], ...(await compareLoginRules(connection, source, at)) },
      ]
      problems.push(...compared.flatMap((one) => toProblems(one, workspace)))
    }
    return problems
  })

const toProblems = (
  { at, unknown, forbidden }: Comparison & { at: Parameters<Workspace['placeOf']>[0] },
  { placeOf }: Workspace,
): Problem[] => [
  ...unknown.map(({ path, found, known, suggestion }): Problem => ({
    ...placeOf(path),
    severity: 'error',
    expected: `what AlexisHR has: ${known.join(', ')}`,
    found,
    ...(suggestion === undefined ? {} : { suggestion }),
  })),
  ...forbidden.map((list): Problem => ({
    ...placeOf(at),
    severity: 'warning',
    expected: `a token that may read the ${list} of AlexisHR`,
    found: 'one that may not; they are not compared',
  })),
]
