import type { AlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import { addDays } from '../../../src/sandbox/people/invent/calendar.js'
import { editPeople } from '../../../src/sandbox/people/edit-people.js'
import type { Story as PeopleStory } from '../../../src/sandbox/people/write-down.js'

/** Two people long known, and one who is hired. */
export const fewPeople = { people: 3, mix: { newHire: 1 }, seed: 7 } as const

/** A changed bank account goes without a word: how writes are mended is what the matrix is about. */
export const unasked = { bankAccountChange: 'never' } as const

/** What the stories need of a world, whether its runs are in this process or in one of their own. */
export interface StoryWorld {
  alexis: AlexisSandbox
  people: PeopleStory
  today: string
}

/** HR before the story begins, and what happens then. Gives whom it happens to. */
export interface Story {
  prepare: (world: StoryWorld) => void
  happen: (world: StoryWorld) => string
}

const first = (ids: readonly string[]): string => {
  const [id] = ids
  if (id === undefined) throw new Error('the population lacks the person of the story')
  return id
}

/** Somebody is hired; everybody else stays as he is. */
export const createHireStory = (): Story => {
  let hidden: AlexisSandbox['data']['employees'] = []
  return {
    prepare: ({ alexis, people }) => {
      const id = first(people.cases.newHire)
      hidden = alexis.data.employees.filter((employee) => employee.id === id)
      alexis.data.employees = alexis.data.employees.filter((employee) => employee.id !== id)
    },
    happen: ({ alexis, people }) => {
      alexis.data.employees = [...alexis.data.employees, ...hidden]
      return first(people.cases.newHire)
    },
  }
}

/**
 * Everything that can change of somebody long known does, the start date included where the transport can
 * carry it.
 */
export const createChangeStory = ({ movesStart = true } = {}): Story => ({
  prepare: ({ alexis, people }) => {
    const id = first(people.cases.newHire)
    alexis.data.employees = alexis.data.employees.filter((employee) => employee.id !== id)
  },
  happen: ({ alexis, people, today }) => {
    const id = first(people.linkedEqual)
    const { data } = editPeople(alexis.data, 3, { count: 6, today, among: new Set([id]) })
    Object.assign(alexis.data, data)
    for (const employee of alexis.data.employees) {
      if (movesStart && employee.id === id) employee.hireDate = nextDay(employee.hireDate ?? '')
    }
    return id
  },
})

const nextDay = (midnight: string): string => `${addDays(midnight.slice(0, 10), 1)}${midnight.slice(10)}`
