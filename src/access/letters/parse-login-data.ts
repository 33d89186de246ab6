import { ConfigError, type Problem } from '../../domain/errors.js'
import { toAccessSubject, type AccessSubject } from '../../domain/ids.js'
import { parseList } from '../import/parse-list.js'

/** What one person logs in with. In memory only, for as long as a letter is made. */
export interface LoginData {
  line: number
  subject: AccessSubject
  userName: string
  password: string
}

/** The columns of the file that `access worklist --passwords` writes. */
const columns = {
  portal: { headers: ['Portal'], required: true },
  subject: { headers: ['Id', 'AlexisHR id'], required: true },
  userName: { headers: ['User name'], required: true },
  password: { headers: ['Password'], required: true },
} as const

/**
 * Reads the login data of one portal from a file that `access worklist --passwords` wrote, as anyone who made
 * the logins may have corrected it. Lines of other portals are passed over. Throws `ConfigError` with every
 * line that lacks something or names someone twice; no problem quotes a cell.
 */
export const parseLoginData = (name: string, bytes: Uint8Array, portal: string): readonly LoginData[] => {
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  const { rows } = parseList(name, bytes, columns)
  const data = rows
    .filter(({ cells }) => cells.portal === portal)
    .map(({ line, cells }): LoginData => {
      const { subject = '', userName = '', password = '' } = cells
      const note = (key: string, expected: string): void => {
        problems.push({ severity: 'error', file: name, line, key, expected, found: 'nothing' })
      }
      if (subject === '') note('Id', 'an id')
      if (userName === '') note('User name', 'the user name of the login')
      if (password === '') note('Password', 'the password of the login')
      const first = seen.get(subject)
      if (first !== undefined)
        problems.push({
          severity: 'error',
          file: name,
          line,
          key: 'Id',
          expected: 'each person once',
          found: `also in line ${first}`,
        })
      seen.set(subject, first ?? line)
      return { line, subject: toAccessSubject(subject), userName, password }
    })
  if (problems.length > 0)
    throw new ConfigError(`${name} cannot be used for letters`, problems, {
      remedy: 'nmbrs-sync access letters FILE',
    })
  if (data.length === 0) throw new ConfigError(`${name} has no login of the portal ${portal}`)
  return data
}
