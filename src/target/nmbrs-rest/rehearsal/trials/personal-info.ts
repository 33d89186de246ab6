import { objectIn, textIn, type Json } from '../../wire/json.js'
import { toBody, withPeriod } from '../../wire/personal-info-body.js'
import type { Ground, OwnPerson } from '../ground.js'
import { found, notTried, type Outcome } from '../outcome.js'
import { notShown, type Trial } from './trial.js'

/**
 * How many people are created to find one whom the list of personal info shows (Nmbrs REST contract, section
 * 15, row 37).
 */
const mostTries = 3

/**
 * Rows 4, 5 and 31: what a PUT of personal info does to what is not sent, and how a country of birth is
 * shown.
 */
export const tryPersonalInfo: Trial = {
  rows: [4, 5, 31],
  run: async (ground) => {
    const person = await findShown(ground)
    if (person === undefined) {
      const outcome = notTried('the list of personal info leaves the invented people out')
      return { 4: outcome, 5: outcome, 31: outcome }
    }
    // The whole is sent first: afterwards something is missing.
    const withoutType = await putWithoutType(ground, person)
    const part = await putPart(ground, person)
    // A refusal says something only where a PUT with the type is taken.
    const isTaken = part.result !== 'not-tried' || withoutType.result === 'not-tried'
    return {
      31: toCountryForm(objectIn(person.entry, 'birthInfo')),
      5:
        isTaken || withoutType.value === 'optional'
          ? withoutType
          : notTried('a PUT with the type did not succeed'),
      4: part,
    }
  },
}

type Shown = OwnPerson & { entry: Json }

const findShown = async (ground: Ground): Promise<Shown | undefined> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const person = await ground.ensurePerson()
    const { read } = await ground.until(
      () => ground.entriesOf('listPersonalInfo', person.id),
      (entries) => (entries ?? []).length > 0,
    )
    const entry = read?.[0]
    if (entry !== undefined) return { ...person, entry }
  }
  return undefined
}

const toCountryForm = (birth: Json): Outcome => {
  const { birthCountry } = birth
  if (birthCountry === null || birthCountry === undefined) return found('null')
  return found(typeof birthCountry === 'string' ? 'text' : 'object')
}

const emailOf = (entry: Json): string => textIn(objectIn(entry, 'contactInfo'), 'privateEmail') ?? ''

const putWithoutType = async (ground: Ground, { id, lastName, entry }: Shown): Promise<Outcome> => {
  const { basicInfo, ...groups } = toBody(entry)
  const { employeeType, ...basic } = basicInfo
  if (employeeType === undefined) return notTried('the employee showed without their type')
  const email = `${lastName.toLowerCase()}-a@rehearsal.example`
  const body = { ...groups, basicInfo: basic, contactInfo: { ...groups.contactInfo, privateEmail: email } }
  const end = await ground.write('updatePersonalInfo', id, withPeriod(body, ground.period.stamp))
  if (end.end === 'refused') return found('required')
  const { shows, ms } = await ground.until(
    () => ground.entriesOf('listPersonalInfo', id),
    (entries) => (entries ?? []).some((one) => emailOf(one) === email),
  )
  return shows ? found('optional') : notTried(notShown(ms))
}

/**
 * Sends names and one e-mail address: a birth date is in another group, and a telephone number in the same.
 */
const putPart = async (ground: Ground, { id, lastName }: Shown): Promise<Outcome> => {
  const email = `${lastName.toLowerCase()}-b@rehearsal.example`
  const end = await ground.write('updatePersonalInfo', id, {
    basicInfo: { firstName: 'Invented', lastName, employeeType: 'payroll' },
    contactInfo: { privateEmail: email },
    period: ground.period.stamp,
  })
  if (end.end === 'refused') return notTried(`a PUT of some groups was refused (${end.status})`)
  const { read, shows, ms } = await ground.until(
    () => ground.entriesOf('listPersonalInfo', id),
    (entries) => (entries ?? []).some((one) => emailOf(one) === email),
  )
  const after = (read ?? []).find((one) => emailOf(one) === email)
  if (!shows || after === undefined) return notTried(notShown(ms))
  if ((textIn(objectIn(after, 'birthInfo'), 'birthDate') ?? '') === '') return found('replace')
  const keeps = (textIn(objectIn(after, 'contactInfo'), 'privatePhone') ?? '') !== ''
  return found(keeps ? 'merge' : 'replaceInGroup')
}
