import { operationNames, shapeOf } from '../../../src/target/nmbrs-soap/wire/operations.js'
import { usualBankSlices } from '../connection.js'
import { showNumber, type Figure } from '../figure.js'
import type { Seen } from '../remotes-process.js'
import type { GoalContext, GoalGroup } from './goal.js'
import { withLinkedPeople } from './linked-people.js'

/** What one no-op sync asked of Nmbrs, as the fake counted it. */
export interface CallsOfNoOp {
  people: number
  /** Calls that read bank accounts, one person each. */
  bankLooks: number
  /** All other calls. */
  others: number
  writes: number
}

const writing: ReadonlySet<string> = new Set(
  operationNames.filter((operation) => shapeOf(operation).effect === 'write'),
)

/** Sorts the calls that arrived. Throws when one of them was not as the WSDL has it. */
export const sortCalls = (people: number, { arrivals, violations }: Seen): CallsOfNoOp => {
  if (violations > 0) throw new Error(`${violations} requests were not as the WSDL has them`)
  const bankLooks = arrivals.filter(({ operation }) => operation === 'BankAccount_GetListCurrent').length
  const writes = arrivals.filter(({ operation }) => writing.has(operation)).length
  return { people, bankLooks, others: arrivals.length - bankLooks, writes }
}

/** The figures of goal 1. */
export const toFigures = (counted: readonly CallsOfNoOp[]): Figure[] => {
  const others = counted.map((calls) => calls.others)
  const sizes = counted.map(({ people }) => showNumber(people)).join(', ')
  const common = { goal: 1, judged: true, bound: 'at most' } as const
  return [
    {
      ...common,
      what: 'calls to Nmbrs in a no-op sync, bank accounts apart',
      value: Math.max(...others),
      unit: ' calls',
      limit: 6,
      details: counted.map(({ people, others: calls }) => `${showNumber(people)} people: ${calls} calls`),
    },
    {
      ...common,
      what: `difference in calls between ${sizes} people`,
      value: Math.max(...others) - Math.min(...others),
      unit: ' calls',
      limit: 0,
      details: [],
    },
    {
      ...common,
      what: 'bank accounts looked at beyond one in thirty, rounded up',
      value: Math.max(
        ...counted.map(({ people, bankLooks }) => bankLooks - Math.ceil(people / usualBankSlices)),
      ),
      unit: ' calls',
      limit: 0,
      details: counted.map(({ people, bankLooks }) => `${showNumber(people)} people: ${bankLooks} looks`),
    },
    {
      ...common,
      what: 'writes in a no-op sync',
      value: Math.max(...counted.map(({ writes }) => writes)),
      unit: ' calls',
      limit: 0,
      details: [],
    },
  ]
}

const measure = async ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const counted: CallsOfNoOp[] = []
  for (const people of sizes.calls) {
    tell(`counting the calls of a no-op sync of ${showNumber(people)} people`)
    const seen = await withLinkedPeople({ compiled, people }, async ({ laboratory, runNoOp }) => {
      await runNoOp()
      return laboratory.readSeen()
    })
    counted.push(sortCalls(people, seen))
  }
  return toFigures(counted)
}

export const numberOfCalls: GoalGroup = { goals: [1], measure }
