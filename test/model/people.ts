import { addDays, toCalendar } from '../../src/sandbox/people/invent/calendar.js'
import {
  inventBsn,
  inventIban,
  inventMobile,
  inventWorkPhone,
} from '../../src/sandbox/people/invent/invent-numbers.js'
import type { Person } from '../../src/sandbox/people/person.js'
import type { Random } from '../../src/sandbox/people/invent/random.js'

/** The day on which every history begins. */
export const firstDay = '2026-11-22'

/** Few enough that people share a last name, and some that are easily written in two ways. */
const lastNames = ['Jansen', 'de Vries', 'van den Berg', 'Bakker', 'Smit', 'Öztürk', "van 't Hof"] as const
const firstNames = [
  ...['Anna', 'Bram', 'Carla', 'Daan', 'Emma', 'Fleur', 'Gijs', 'Hanna', 'Iris', 'Jeroen', 'Karin', 'Lars'],
  ...['Mieke', 'Niels', 'Olga', 'Pieter', 'Quinten', 'Roos', 'Sanne', 'Teun', 'Uma', 'Vera', 'Wim', 'Xandra'],
] as const

/** Invents real people, each with numbers and a first day of their own. */
export interface Registry {
  /** Someone who has worked here for years. */
  invent(random: Random): Person
  /** The same person on a new first day, which nobody else has. */
  engage(person: Person): Person
  /** Time goes by: whoever is engaged from now on begins in the month of this day. */
  moveTo(day: string): void
  /** A number for one more record. */
  nextIndex(): number
}

/** Nobody has the last name and the birth date of someone else, but twins, who are made on purpose. */
export const createRegistry = (): Registry => {
  let lastIndex = 0
  let engagements = 0
  let { monthStart, year } = toCalendar(firstDay)
  const nextIndex = (): number => (lastIndex += 1)
  return {
    nextIndex,
    moveTo: (day) => {
      const calendar = toCalendar(day)
      if (calendar.monthStart === monthStart) return
      ;({ monthStart, year } = calendar)
      engagements = 0
    },
    // From the first of the month on: payroll takes nobody in before its current period.
    engage: (person) => {
      const hireDate = addDays(monthStart, engagements)
      engagements += 1
      return { ...person, hireDate, pay: { ...person.pay, from: hireDate } }
    },
    invent: (random) => {
      const index = nextIndex()
      const firstName = firstNames[index % firstNames.length] ?? 'Anna'
      const login = `p${index}`
      return {
        index,
        gender: index % 2 === 0 ? 'female' : 'male',
        firstName,
        lastName: random.pick(lastNames),
        birthDate: addDays('1964-03-05', index * 163 + random.int(100)),
        employeeNumber: String(1000 + index),
        workEmail: `${login}@tulp.example`,
        privateEmail: `${login}@privepost.example`,
        mobile: inventMobile(index),
        workPhone: inventWorkPhone(index),
        street: `Proefweg ${index}`,
        postalCode: `${1000 + index} AB`,
        city: 'Utrecht',
        iban: inventIban(index),
        bsn: inventBsn(index),
        hireDate: addDays(monthStart, -400 - index),
        pay: { cents: 250000 + index * 1000, per: 'MONTHLY', from: `${year}-01-01` },
      }
    },
  }
}

/** Slips of a hand that types a birth date: day and month swapped, or one year or one day off. */
export const slipOfDate = (day: string, random: Random): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const slips = [`${Number(year) + 1}-${month}-${date}`, addDays(day, 1)]
  if (Number(date) <= 12 && date !== month) slips.push(`${year}-${date}-${month}`)
  return random.pick(slips)
}

/** The same name with a slip: one letter twice. */
export const slipOfName = (name: string): string => `${name.slice(0, -1)}${name.slice(-1).repeat(2)}`
