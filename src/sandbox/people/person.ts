import { addDays } from './invent/calendar.js'
import type { Calendar } from './invent/calendar.js'
import { inventBsn, inventIban, inventMobile, inventWorkPhone } from './invent/invent-numbers.js'
import type { NamePools } from './invent/name-pools.js'
import type { Random } from './invent/random.js'

/** What a person is paid; the amount in whole cents. */
export interface Pay {
  cents: number
  per: 'MONTHLY' | 'HOURLY'
  from: string
}

/** An invented person as they are, no matter what a system says about them. Days are `YYYY-MM-DD`. */
export interface Person {
  index: number
  gender: 'female' | 'male'
  firstName: string
  lastName: string
  birthDate: string
  /** Empty when there is none. */
  employeeNumber: string
  workEmail: string
  privateEmail: string
  mobile: string
  workPhone: string
  street: string
  postalCode: string
  city: string
  iban: string
  bsn: string
  hireDate: string
  pay: Pay
}

export interface Inventing {
  random: Random
  pools: NamePools
  calendar: Calendar
  emailDomain: string
  /** Names and birth dates in use, so that no one resembles someone else by accident. */
  taken: Set<string>
}

const lettersOnly = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

const oldestBirth = '1962-01-01'

const inventBirthDate = ({ random, taken }: Inventing, lastName: string): string => {
  let age = random.int(15000)
  while (taken.has(`${lastName}|${addDays(oldestBirth, age)}`)) age += 1
  const birthDate = addDays(oldestBirth, age)
  taken.add(`${lastName}|${birthDate}`)
  return birthDate
}

const inventPay = ({ random, calendar }: Inventing, hireDate: string): Pay => {
  const isHourly = random.chance(15)
  const cents = isHourly
    ? 1450 + random.int(1600)
    : 230000 + random.int(4000) * 100 + random.pick([0, 50, 25])
  const yearStart = `${calendar.year}-01-01`
  return { cents, per: isHourly ? 'HOURLY' : 'MONTHLY', from: hireDate > yearStart ? hireDate : yearStart }
}

/** Invents someone who has worked here for a while: hired before the current period. */
export const inventPerson = (index: number, inventing: Inventing): Person => {
  const { random, pools, calendar, emailDomain } = inventing
  const gender = random.pick(['female', 'male'] as const)
  const firstName = random.pick(gender === 'female' ? pools.femaleNames : pools.maleNames)
  const lastName = random.pick(pools.lastNames)
  const hireDate = addDays(calendar.monthStart, -40 - random.int(6000))
  const login = `${lettersOnly(firstName)}.${lettersOnly(lastName)}${index}`
  return {
    index,
    gender,
    firstName,
    lastName,
    birthDate: inventBirthDate(inventing, lastName),
    employeeNumber: String(1001 + index),
    workEmail: `${login}@${emailDomain}`,
    privateEmail: `${login}@privepost.example`,
    mobile: inventMobile(index),
    workPhone: inventWorkPhone(index),
    street: `${random.pick(pools.streets)} ${1 + random.int(240)}`,
    postalCode: `${1000 + random.int(8999)} ${random.pick(postalLetters)}`,
    city: random.pick(pools.cities),
    iban: inventIban(100000000 + index),
    bsn: inventBsn(index),
    hireDate,
    pay: inventPay(inventing, hireDate),
  }
}

const postalLetters = ['AB', 'CD', 'EH', 'GL', 'KM', 'PN', 'RT', 'VW', 'XZ'] as const

/** The same person, hired on another day and paid from then on. */
export const hiredOn = (person: Person, hireDate: string): Person => ({
  ...person,
  hireDate,
  pay: { ...person.pay, from: hireDate },
})

/**
 * What some people were paid from their first day until the pay they have now; `undefined` for the others.
 */
export const earlierPay = ({ index, pay, hireDate }: Person): Pay | undefined =>
  index % 7 === 0 && hireDate < pay.from ? { ...pay, cents: pay.cents - 200, from: hireDate } : undefined
