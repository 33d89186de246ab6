import { inventIban } from '../../src/sandbox/people/invent/invent-numbers.js'
import { addDays } from '../../src/sandbox/people/invent/calendar.js'
import type { Random } from '../../src/sandbox/people/invent/random.js'
import type { DesiredEmployee, TargetEmployee } from '../../src/domain/employee.js'
import type { Values } from '../../src/domain/values.js'
import { aPerson, aTarget } from './builders.js'
import { drawFirstName, drawLastName } from './dutch-names.js'

/** One real person: what payroll says of them, and by which first name AlexisHR knows them. */
export interface DutchPerson {
  number: number
  firstName: string
  callName: string
  lastName: string
  birthDate: string
  home: { street: string; postalCode: string; city: string }
  phone: string
  privateEmail: string
  iban: string
}

const invent = (number: number, random: Random): DutchPerson => {
  const { official, callNames } = drawFirstName(random)
  return {
    number,
    firstName: official,
    // A third is known to HR by the name that colleagues use.
    callName: number % 3 === 0 ? random.pick(callNames) : official,
    lastName: drawLastName(random),
    birthDate: addDays('1959-02-03', random.int(45 * 365)),
    home: {
      street: `Proefstraat ${number}`,
      postalCode: `${1000 + (number % 8999)} ${random.pick(['AB', 'CD', 'EH'])}`,
      city: 'Utrecht',
    },
    phone: `+316${String(20000000 + number)}`,
    privateEmail: `p${number}@privepost.example`,
    iban: inventIban(number),
  }
}

/**
 * Someone of the same household: a partner with a joint account, or a brother or sister of the same last
 * name.
 */
const withHousehold = (own: DutchPerson, other: DutchPerson, isPartner: boolean): DutchPerson => ({
  ...own,
  home: other.home,
  phone: other.phone,
  privateEmail: other.privateEmail,
  ...(isPartner ? { iban: other.iban } : { lastName: other.lastName }),
})

/**
 * Different people with the names of a Dutch register; a tenth live in couples or families at one address,
 * with one phone, one mailbox and, couples, one account.
 */
export const inventDutchPeople = (count: number, random: Random): readonly DutchPerson[] => {
  const people: DutchPerson[] = []
  const taken = new Set<string>()
  while (people.length < count) {
    const own = invent(people.length + 1, random)
    const neighbour = people.at(-1)
    // Every twentieth joins the one before, so that a tenth shares.
    const person =
      neighbour !== undefined && own.number % 20 === 0
        ? withHousehold(own, neighbour, own.number % 40 === 0)
        : own
    // Nobody could tell two people of one last name and birth date apart but their family.
    const key = `${person.lastName}|${person.birthDate}`
    if (!taken.has(key)) people.push(person)
    taken.add(key)
  }
  return people
}

const numberOf = ({ number }: DutchPerson): string => String(10_000 + number)

/**
 * Known by names and birth date alone: HR has no number, payroll no work e-mail. Nobody of those goes by a
 * call name.
 */
const isKnownByName = ({ number, firstName, callName }: DutchPerson): boolean =>
  number % 4 === 1 && firstName === callName

const workEmailOf = ({ number }: DutchPerson): string => `w${number}@tulp.example`

const addressOf = ({ home }: DutchPerson): Values => ({
  Street: home.street,
  PostalCode: home.postalCode,
  City: home.city,
  CountryISOCode: 'NL',
})

/**
 * The person as the mapped source has them. Every third last name is written in another way than payroll
 * writes it.
 */
export const toDesired = (person: DutchPerson): DesiredEmployee =>
  aPerson({
    id: `a${person.number}`,
    personalInfo: {
      FirstName: person.callName,
      LastName: person.lastName,
      Birthday: person.birthDate,
      EmployeeNumber: isKnownByName(person) ? '' : numberOf(person),
      EmailWork: workEmailOf(person),
      EmailPrivate: person.privateEmail,
      TelephonePrivate: person.phone,
    },
    sections: { address: addressOf(person), bankAccount: { IBAN: person.iban, Type: 'Standaard' } },
  })

/**
 * The person as payroll has them: the name of the passport, and for some the prefix in a field of its own.
 */
export const toTarget = (person: DutchPerson): TargetEmployee =>
  aTarget({
    id: String(person.number),
    personalInfo: {
      FirstName: person.firstName,
      ...toPayrollName(person),
      Birthday: person.birthDate,
      EmployeeNumber: numberOf(person),
      EmailWork: isKnownByName(person) ? '' : workEmailOf(person),
      EmailPrivate: person.privateEmail,
      TelephonePrivate: person.phone,
    },
    address: addressOf(person),
  })

const toPayrollName = ({ number, lastName }: DutchPerson): Values => {
  const [, prefix = '', rest = lastName] = /^((?:[a-z']+ )+)(.+)$/.exec(lastName) ?? []
  switch (number % 5) {
    case 0:
      return { LastName: rest, Prefix: prefix.trim() }
    case 1:
      return { LastName: lastName.toUpperCase(), Prefix: '' }
    case 2:
      return { LastName: prefix === '' ? lastName : `${rest}, ${prefix.trim()}`, Prefix: '' }
    default:
      return { LastName: lastName, Prefix: '' }
  }
}
