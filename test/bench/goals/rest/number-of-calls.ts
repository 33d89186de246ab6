import { restOperations, type RestOperation } from '../../../../src/target/nmbrs-rest/operations.js'
import { showNumber, type Figure } from '../../figure.js'
import type { Seen } from '../../remotes-process.js'
import type { GoalContext, GoalGroup } from '../goal.js'
import { withLinkedPeople } from '../linked-people.js'

/** What one no-op sync asked of Nmbrs over REST, as the fake counted it. */
export interface PagesOfNoOp {
  people: number
  /** Pages of the five lists that are read whole. */
  pages: number
  /** All other reads. */
  others: number
  writes: number
}

/** The lists that every run reads of a company (DESIGN section 12, Reading). */
const lists: ReadonlySet<string> = new Set<RestOperation>([
  'listPersonalInfo',
  'listAddresses',
  'listBankAccounts',
  'listSalaries',
  'listEmployments',
])

const reading: ReadonlySet<string> = new Set(
  Object.entries(restOperations).flatMap(([name, { method }]) => (method === 'GET' ? [name] : [])),
)

/** Sorts the calls that arrived. Throws when one of them was not as the API is described. */
export const sortPages = (
  people: number,
  { arrivals, violations }: Pick<Seen, 'arrivals' | 'violations'>,
): PagesOfNoOp => {
  if (violations > 0) throw new Error(`${violations} requests were not as the API has them`)
  const pages = arrivals.filter(({ operation }) => lists.has(operation)).length
  const writes = arrivals.filter(({ operation }) => !reading.has(operation)).length
  return { people, pages, others: arrivals.length - pages - writes, writes }
}

const pageSize = 100

/** Five lists in pages of a hundred. */
export const pagesOf = (people: number): number => 5 * Math.ceil(people / pageSize)

export const toFigures = (counted: readonly PagesOfNoOp[]): Figure[] => {
  const common = { goal: 14, judged: true, bound: 'at most' } as const
  return [
    {
      ...common,
      what: 'pages that a no-op sync over REST reads beyond five lists of a hundred people each',
      value: Math.max(...counted.map(({ people, pages }) => pages - pagesOf(people))),
      unit: ' calls',
      limit: 0,
      details: counted.map(({ people, pages }) => `${showNumber(people)} people: ${pages} pages`),
    },
    {
      ...common,
      what: 'other reads of a no-op sync over REST',
      value: Math.max(...counted.map(({ others }) => others)),
      unit: ' calls',
      limit: 4,
      details: [],
    },
    {
      ...common,
      what: 'writes in a no-op sync over REST',
      value: Math.max(...counted.map(({ writes }) => writes)),
      unit: ' calls',
      limit: 0,
      details: [],
    },
  ]
}

const measure = async ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const counted: PagesOfNoOp[] = []
  for (const people of sizes.calls) {
    tell(`counting the calls of a no-op sync of ${showNumber(people)} people over REST`)
    const seen = await withLinkedPeople(
      { compiled, api: 'rest', people, oneRowEach: true },
      async ({ laboratory, runNoOp }) => {
        await runNoOp()
        return laboratory.readSeen()
      },
    )
    counted.push(sortPages(people, seen))
  }
  return toFigures(counted)
}

export const numberOfCallsOverRest: GoalGroup = { goals: [14], measure }
