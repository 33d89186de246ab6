import type { LoginData } from '../../../access/letters/parse-login-data.js'
import { isLetterSent, type SentLetter } from '../../../access/letters/letter-due.js'
import type { Letter } from '../../../access/letters/letter.js'
import { foldUserName } from '../../../access/logins/fold-identity.js'
import type { AccessPerson } from '../../../access/person.js'
import type { KnownAccess } from '../../../access/work/order.js'
import { ConfigError } from '../../../domain/errors.js'
import type { AccessSubject } from '../../../domain/ids.js'
import type { PlannedPortal } from '../plan-logins.js'

/** A letter and whom it goes to. */
export interface AddressedLetter extends Letter {
  subject: AccessSubject
  /** The work address, else the private one; `undefined`: none is known. */
  address: string | undefined
}

export interface ChosenLetters {
  letters: readonly AddressedLetter[]
  /** Who was sent the data of this login before. */
  passed: readonly AccessSubject[]
}

/**
 * The letters that login data makes, each for someone whose login is there or is being made. Throws
 * `ConfigError` for data that does not fit what is known: a letter must never say what does not work, or
 * reach another person.
 */
export const chooseLetters = (
  { people, known }: Pick<PlannedPortal, 'people' | 'known'>,
  data: readonly LoginData[],
  options: {
    sent: ReadonlyMap<AccessSubject, SentLetter>
    again: boolean
    byMail: boolean
    digest: (userName: string) => string
  },
): ChosenLetters => {
  const letters: AddressedLetter[] = []
  const passed: AccessSubject[] = []
  for (const one of data) {
    const person = people.get(one.subject)
    const own = known.get(one.subject)
    refuseUnfit(one, person, own, options)
    if (person === undefined || own === undefined) continue
    if (!options.again && isLetterSent(own, options.sent.get(one.subject))) passed.push(one.subject)
    else letters.push(toLetter(one, person))
  }
  return { letters, passed }
}

const toLetter = ({ subject, userName, password }: LoginData, person: AccessPerson): AddressedLetter => ({
  ...{ subject, userName, password },
  displayName: person.displayName,
  address: person.workEmail ?? person.privateEmail,
})

const refuseUnfit = (
  { line, subject, userName }: LoginData,
  person: AccessPerson | undefined,
  own: KnownAccess | undefined,
  { byMail, digest }: { byMail: boolean; digest: (userName: string) => string },
): void => {
  const refuse = (why: string): never => {
    throw new ConfigError(`No letter was written. Line ${line}, ${subject}: ${why}`)
  }
  if (person === undefined || own === undefined)
    return refuse('there is no login, existing or planned, under this id')
  const inHand = own.order?.state === 'handed-over' && own.order.kind === 'create' ? own.order.result : null
  const login = own.login?.active === true ? own.login : null
  if (login === null && inHand === null)
    return refuse(`no login is there or being made. See: nmbrs-sync access explain ${subject}`)
  if (byMail && login === null)
    return refuse(`the login is not confirmed yet. When it is there: nmbrs-sync access confirm ${subject}`)
  const expected = (login ?? inHand)?.userName ?? null
  if (expected !== null && expected !== digest(foldUserName(userName)))
    return refuse(
      'the login has another user name than this line. Correct the line, or import the list of the portal: nmbrs-sync access import FILE',
    )
  if (byMail && (person.workEmail ?? person.privateEmail) === undefined)
    return refuse(
      'there is no e-mail address. Print the letter: nmbrs-sync access letters FILE --print LETTERS.html',
    )
}
