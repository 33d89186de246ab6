import { addDays, addYears } from './invent/calendar.js'
import type { Calendar } from './invent/calendar.js'
import { inventIban, inventMobile, inventWorkPhone, spoilIban } from './invent/invent-numbers.js'
import { hiredOn } from './person.js'
import type { Person } from './person.js'
import { linked, sourceOnly } from './placement.js'
import type { Placement } from './placement.js'
import type { Random } from './invent/random.js'

export interface CaseTools {
  /** Someone new. */
  draw: () => Person
  random: Random
  calendar: Calendar
  formerEmployeeTypeId: number
}

/** One way in which two systems can stand to each other over a person. */
export interface PopulationCase {
  /** How many people of the source one making gives. */
  size: number
  /** How many makings in two hundred people; at least one what their number. */
  per200: number
  make: (tools: CaseTools) => readonly Placement[]
}

/** Numbers far from those of `index`, so that they differ from anyone's. */
const otherIndex = (person: Person): number => person.index + 500000

const newHire = ({ draw, random, calendar }: CaseTools): Person => {
  const lastDay = Number(calendar.monthEnd.slice(8))
  return hiredOn(draw(), addDays(calendar.monthStart, random.int(lastDay)))
}

const withoutNumberOrMail = { employeeNumber: '', workEmail: null } as const

/** The target says something else about the same person. */
const differing = (person: Person, change: Partial<Person>): Placement => ({
  source: { person },
  targets: [{ person: { ...person, ...change } }],
})

/** Known in the target, and the source says something of them that cannot be used. */
const linkedWith = (person: Person, source: Omit<NonNullable<Placement['source']>, 'person'>): Placement => ({
  source: { person, ...source },
  targets: [{ person }],
})

const awkwardNames: readonly (readonly [string, string])[] = [
  ['Renée', "D'Arcy & Zoon"],
  ['Søren', 'Ångström'],
  ['Jip 🌷', 'de Wit'],
  ['Zoë', 'Müller <junior>'],
  ['Łucja', "van 't Hoff"],
  ['Ana "Nina"', 'Ñuñez-Çelik'],
]

const withAwkwardName = (person: Person): Person => {
  const [firstName, lastName] = awkwardNames[person.index % awkwardNames.length] ?? ['Renée', "D'Arcy"]
  return { ...person, firstName, lastName }
}

const makeTwins = ({ draw }: CaseTools): Placement[] => {
  const elder = draw()
  const younger = { ...draw(), lastName: elder.lastName, birthDate: elder.birthDate }
  const names = elder.firstName === younger.firstName ? { firstName: `${younger.firstName}-Fleur` } : {}
  return [elder, { ...younger, ...names }].map((person) =>
    linkedWith(person, { record: withoutNumberOrMail }),
  )
}

/** Two records of one person in the target, and nothing in the source that says which. */
const makeAmbiguous = ({ draw }: CaseTools): Placement[] => {
  const person = draw()
  const double = {
    ...person,
    employeeNumber: String(900000 + person.index),
    iban: inventIban(otherIndex(person)),
  }
  return [
    {
      source: { person, record: withoutNumberOrMail },
      targets: [{ person: { ...person, workEmail: '' } }, { person: { ...double, workEmail: '' } }],
    },
  ]
}

/** Same last name and birth date, but another first name, number and e-mail: a nickname, or someone else. */
const makePossibleDuplicate = ({ draw }: CaseTools): Placement[] => {
  const person: Person = { ...draw(), firstName: 'Elisabeth', gender: 'female' }
  const known = {
    ...person,
    firstName: 'Liesbeth',
    employeeNumber: String(900000 + person.index),
    workEmail: `liesbeth${person.index}@privepost.example`,
    privateEmail: '',
  }
  return [{ source: { person }, targets: [{ person: known }] }]
}

/** One number on two people; the second has a number of their own in the target. */
const makeSharedNumber = ({ draw }: CaseTools): Placement[] => {
  const holder = draw()
  const other = draw()
  return [linked(holder), linkedWith(other, { record: { employeeNumber: holder.employeeNumber } })]
}

const makeSwede = ({ draw }: CaseTools): Placement[] => {
  const person = draw()
  return [
    linkedWith(person, {
      record: {
        homeAddress: {
          street: 'Östra Ågatan 9 lgh 1102',
          postalCode: '753 22',
          city: 'Uppsala',
          country: 'Sverige',
        },
        bankAccount: { bank: 'Påhittade Banken', clearing: '6000', number: '123 456 789', country: 'Sweden' },
        privatePhone: '+46 70 174 06 05',
        privatePhoneSanitized: '+46701740605',
      },
      compensation: { amount: 41000, currency: 'SEK', exchangeRate: 0.0911, baseAmount: 3735.1 },
    }),
  ]
}

/** Left, and back this month; the target still lists them among those who left. */
const makeRehire = (tools: CaseTools): Placement[] => {
  const person = tools.draw()
  const back = { ...newHire({ ...tools, draw: () => person }), employeeNumber: person.employeeNumber }
  return [{ source: { person: back }, targets: [{ person, typeId: tools.formerEmployeeTypeId }] }]
}

/** Every case. The names are what a story and its tests speak of. */
export const populationCases = {
  /** A phone number, an address or an e-mail differs: updated at first contact. */
  contactDiffers: {
    size: 1,
    per200: 8,
    make: ({ draw, random }) => {
      const person = draw()
      const changes: readonly Partial<Person>[] = [
        { mobile: inventMobile(otherIndex(person) + 1) },
        { workPhone: inventWorkPhone(person.index + 1) },
        { street: 'Oude Kade 1', postalCode: '9999 ZZ', city: 'Verderop' },
        { privateEmail: `vroeger${person.index}@privepost.example` },
      ]
      return [differing(person, random.pick(changes))]
    },
  },
  /** Another account in the target: held at first contact. */
  bankDiffers: {
    size: 1,
    per200: 3,
    make: ({ draw }) => {
      const person = draw()
      return [differing(person, { iban: inventIban(otherIndex(person)) })]
    },
  },
  /** A new salary from this month: held at first contact. */
  salaryDiffers: {
    size: 1,
    per200: 3,
    make: ({ draw, calendar }) => {
      const person = draw()
      const raised = { ...person.pay, cents: person.pay.cents + 10000, from: calendar.monthStart }
      return [{ source: { person: { ...person, pay: raised } }, targets: [{ person }] }]
    },
  },
  /** Starts in the current period: created. */
  newHire: { size: 1, per200: 8, make: (tools) => [sourceOnly(newHire(tools))] },
  /** Starts in a later period. */
  preHire: {
    size: 1,
    per200: 1,
    make: ({ draw, random, calendar }) => [
      sourceOnly(hiredOn(draw(), addDays(calendar.monthEnd, 1 + random.int(40)))),
    ],
  },
  /** Here for years and unknown to the target: creating them would be before the current period. */
  hiredLongAgo: {
    size: 1,
    per200: 2,
    make: ({ draw, calendar }) => [sourceOnly(hiredOn(draw(), addYears(calendar.monthStart, -3)))],
  },
  ambiguous: { size: 1, per200: 2, make: makeAmbiguous },
  twins: { size: 2, per200: 1, make: makeTwins },
  possibleDuplicate: { size: 1, per200: 2, make: makePossibleDuplicate },
  missingBirthDate: {
    size: 1,
    per200: 2,
    make: (tools) => [{ source: { person: newHire(tools), record: { birthDate: null } }, targets: [] }],
  },
  missingHireDate: {
    size: 1,
    per200: 2,
    make: ({ draw }) => [
      { source: { person: draw(), record: { hireDate: null }, hasNoEmployment: true }, targets: [] },
    ],
  },
  ibanWrong: {
    size: 1,
    per200: 2,
    make: ({ draw }) => {
      const person = draw()
      return [
        linkedWith(person, { record: { bankAccount: { iban: spoilIban(person.iban), country: 'NL' } } }),
      ]
    },
  },
  numberLettered: {
    size: 1,
    per200: 1,
    make: ({ draw }) => {
      const person = draw()
      return [linkedWith(person, { record: { employeeNumber: `NL-${person.employeeNumber}` } })]
    },
  },
  countryUnknown: {
    size: 1,
    per200: 1,
    make: ({ draw }) => {
      const person = draw()
      const { street, postalCode, city } = person
      const homeAddress = { street, postalCode, city, country: 'Verweggistan' }
      return [linkedWith(person, { record: { homeAddress } })]
    },
  },
  numberShared: { size: 2, per200: 1, make: makeSharedNumber },
  /** Paid in crowns, lives in Sweden, has no IBAN. */
  payNotEuro: { size: 1, per200: 1, make: makeSwede },
  phoneWrong: {
    size: 1,
    per200: 1,
    make: ({ draw }) => [
      linkedWith(draw(), { record: { privatePhone: 'bel de receptie', privatePhoneSanitized: null } }),
    ],
  },
  /** Paid by the year, which has no salary type. */
  payByYear: {
    size: 1,
    per200: 1,
    make: ({ draw }) => [linkedWith(draw(), { compensation: { payoutPeriod: 'ANNUAL', amount: 48000 } })],
  },
  nameAwkward: { size: 1, per200: 3, make: ({ draw }) => [linked(withAwkwardName(draw()))] },
  nameAwkwardNew: { size: 1, per200: 3, make: (tools) => [sourceOnly(withAwkwardName(newHire(tools)))] },
  rehired: { size: 1, per200: 1, make: makeRehire },
  /** Left; inactive in the source, among those who left in the target. */
  left: {
    size: 1,
    per200: 4,
    make: ({ draw, formerEmployeeTypeId }) => {
      const person = draw()
      return [{ source: { person, isInactive: true }, targets: [{ person, typeId: formerEmployeeTypeId }] }]
    },
  },
} as const satisfies Record<string, PopulationCase>

export type CaseName = keyof typeof populationCases
export const caseNames = Object.keys(populationCases) as readonly CaseName[]
