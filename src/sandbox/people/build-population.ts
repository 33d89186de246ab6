import { addDays, toCalendar } from './invent/calendar.js'
import type { Calendar } from './invent/calendar.js'
import { caseNames, populationCases } from './cases.js'
import type { CaseName, CaseTools, PopulationCase } from './cases.js'
import { createNamePools } from './invent/name-pools.js'
import { hiredOn, inventPerson } from './person.js'
import type { Inventing, Person } from './person.js'
import { linked, sourceOnly } from './placement.js'
import { createRandom } from './invent/random.js'
import type { Random } from './invent/random.js'
import { formerEmployeeTypeId, writeDown } from './write-down.js'
import type { LabelledPlacement, Population } from './write-down.js'

/**
 * Who is invented: `everything` has every case and otherwise people who are equal on both sides; `all-linked`
 * has only the latter; `all-new` only people hired in the current period whom the target does not know.
 * Numbers per case switch cases off and on; the rest is linked.
 */
export type Mix = 'everything' | 'all-linked' | 'all-new' | Readonly<Partial<Record<CaseName, number>>>

export interface PopulationOptions {
  /** The same seed gives the same people. */
  seed: number
  /** How many people the source holds. */
  people: number
  /** `YYYY-MM-DD`; its month is the current payroll period. */
  today: string
  alexisCompanyId: string
  nmbrsCompanyId: number
  companyName: string
  mix?: Mix
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\s*b\.?v\.?$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'bedrijf'

/**
 * Invents people and what both systems say about them. Throws when there are too few people for the cases.
 */
export const buildPopulation = (options: PopulationOptions): Population => {
  const calendar = toCalendar(options.today)
  const random = createRandom(options.seed)
  const tools = createTools(options, calendar, random)
  const placements = random.shuffle(placeEverybody(options, tools))
  return writeDown(placements, { ...options, calendar })
}

const createTools = (options: PopulationOptions, calendar: Calendar, random: Random): CaseTools => {
  const inventing: Inventing = {
    random,
    pools: createNamePools(options.seed),
    calendar,
    emailDomain: `${slugOf(options.companyName)}.example`,
    taken: new Set(),
  }
  let index = 0
  const draw = (): Person => {
    index += 1
    return inventPerson(index, inventing)
  }
  return { draw, random, calendar, formerEmployeeTypeId }
}

const placeEverybody = (
  { people, mix = 'everything' }: PopulationOptions,
  tools: CaseTools,
): LabelledPlacement[] => {
  if (mix === 'all-new') {
    const lastDay = Number(tools.calendar.monthEnd.slice(8))
    return repeat(people, (index) => ({
      ...sourceOnly(hiredOn(tools.draw(), addDays(tools.calendar.monthStart, index % lastDay))),
      label: 'newHire',
    }))
  }
  const special = mix === 'all-linked' ? [] : placeCases(people, mix, tools)
  const rest = people - special.filter(({ source }) => source !== undefined).length
  if (rest < 0)
    throw new Error(`${people} people are too few for the cases wanted; ${people - rest} are needed`)
  const equal = repeat(rest, () => ({ ...linked(tools.draw()), label: 'linkedEqual' }) as const)
  return [...special, ...equal, ...(mix === 'everything' ? placeOnlyInTarget(people, tools) : [])]
}

const repeat = <Item>(times: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: times }, (_nothing, index) => make(index))

const placeCases = (
  people: number,
  mix: Exclude<Mix, 'all-linked' | 'all-new'>,
  tools: CaseTools,
): LabelledPlacement[] =>
  caseNames.flatMap((label) => {
    const populationCase: PopulationCase = populationCases[label]
    const usual = Math.max(1, Math.round((populationCase.per200 * people) / 200))
    const times = mix === 'everything' ? usual : (mix[label] ?? 0)
    return repeat(times, () => populationCase.make(tools))
      .flat()
      .map((placement) => ({ ...placement, label }))
  })

/** People payroll knows and the source does not: most still here, some gone. */
const placeOnlyInTarget = (people: number, { draw }: CaseTools): LabelledPlacement[] =>
  repeat(Math.max(4, Math.round(people / 25)), (index) => ({
    targets: [{ person: draw(), ...(index % 2 === 0 ? {} : { typeId: formerEmployeeTypeId }) }],
    label: 'onlyInNmbrs',
  }))
