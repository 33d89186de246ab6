import type { ConnectionConfig } from '../../config/config.js'
import { formatKeyPath, type KeyPath } from '../../yaml/key-path.js'
import { countOf } from '../../report/kit/count-words.js'
import type { Source } from '../../source/port.js'
import { compareLoginRules } from './find-unknown.js'
import { fail, ok, runCheck, warn, type Found } from './run-check.js'

const check = 'login rules'

/**
 * Whether AlexisHR has the departments and offices that login rules name. Says nothing where there are no
 * such rules.
 */
export const checkLoginRules = (
  connection: ConnectionConfig,
  source: Source,
  at: KeyPath,
): Promise<readonly Found[]> =>
  runCheck(check, async () => {
    const rules = connection.access?.portals.flatMap(({ policy }) => policy.rules) ?? []
    const names = rules.flatMap(({ when }) => [...(when.departments ?? []), ...(when.offices ?? [])])
    if (names.length === 0) return []
    const { unknown, forbidden } = await compareLoginRules(connection, source, at)
    const found = [
      ...unknown.map(({ path, found, known, suggestion }) =>
        fail(
          check,
          `${formatKeyPath(path)} is ${found}, which AlexisHR does not have; there is: ${known.join(', ')}`,
          suggestion === undefined
            ? 'correct it in the configuration; until then the logins of the people it may be meant for are held'
            : `correct it in the configuration; perhaps ${suggestion}`,
        ),
      ),
      ...forbidden.map((list) =>
        warn(
          check,
          `the token may not read the ${list} of AlexisHR`,
          `compare the ${list} in the rules by hand`,
        ),
      ),
    ]
    return found.length > 0
      ? found
      : [
          ok(
            check,
            `AlexisHR has ${countOf(names.length, 'department or office', 'departments and offices')}`,
          ),
        ]
  })
