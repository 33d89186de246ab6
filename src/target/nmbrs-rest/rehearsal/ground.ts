import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

import { AbortError } from '../../../domain/errors.js'
import { toTargetCompanyId, type TargetCompanyId } from '../../../domain/ids.js'
import { toFirstDay } from '../../../domain/pay/payroll-period.js'
import type { CurrentPeriod } from '../../../domain/pay/current-period.js'
import { createRestError } from '../client/rest-error.js'
import { createCompanyFacts, type PeriodStamp } from '../company-facts.js'
import { toCall, type Calls, type RestOperation } from '../operations.js'
import { readEmployeeList, type TypedEntry } from '../reads/read-companies.js'
import { createEntriesReader } from '../reads/read-entries.js'
import type { HistoryList } from '../reads/read-histories.js'
import type { Json } from '../wire/json.js'
import { findEmployeeId } from '../writes/create-employee.js'
import type { Looks } from '../writes/see-written.js'
import type { AnswersSeen } from './answers-seen.js'
import { guardWrites } from './guard-writes.js'
import { tryWrite, type WriteEnd } from './try-write.js'

/** An invented employee of this rehearsal. */
export interface OwnPerson {
  id: string
  lastName: string
}

/** How a creation ended; the person is there unless it was refused, or did not show. */
export interface Creation {
  end: WriteEnd
  person: OwnPerson | undefined
}

export interface NewPerson {
  basicInfo?: object
  inServiceDate?: string | undefined
  /** The top keys of the body in camelCase (Nmbrs REST contract, section 15, row 29). */
  camelCase?: boolean
}

/** The days and the period that trials write with. */
export interface TrialPeriod {
  stamp: PeriodStamp
  /** A day in the current period, no matter what the company pays by. */
  day: string
  /** A day in a closed period. */
  closedDay: string
}

/** What every trial works with. */
export interface Ground {
  client: Calls
  companyId: TargetCompanyId
  period: TrialPeriod
  answers: AnswersSeen
  /** Scopes of the consent. */
  granted: readonly string[]
  /** Who was there before. */
  before: readonly TypedEntry[]
  createPerson: (person?: NewPerson) => Promise<Creation>
  /** A person to try something on. Throws `RemoteError` when none can be had. */
  ensurePerson: () => Promise<OwnPerson>
  write: (operation: RestOperation, personId: string, body: object) => Promise<WriteEnd>
  /** All entries of a person in a list. */
  entriesOf: (list: HistoryList, personId: string) => Promise<readonly Json[] | undefined>
  listPeople: () => Promise<readonly TypedEntry[]>
  /** Reads until something shows, as long as it is usual; gives what came last. */
  until: <Read>(read: () => Promise<Read>, shows: (read: Read) => boolean) => Promise<Shown<Read>>
  created: () => readonly OwnPerson[]
}

export interface Shown<Read> {
  read: Read
  shows: boolean
  /** How often it was read. */
  looks: number
  /** How long it took. */
  ms: number
}

export interface GroundOptions {
  client: Calls
  companyId: string
  answers: AnswersSeen
  granted: readonly string[]
  /** `YYYY-MM-DD`. */
  today: string
  /** Tells the people of this rehearsal from those of others. */
  tag: string
  looks: Looks
  /** Told as soon as someone is about to be created. */
  onPerson?: ((lastName: string) => void) | undefined
  isStopped: () => boolean
}

const firstName = 'Invented'
const lastNamePattern = /^Rehearsal-\d{14}-\d{2}$/

/** Whether someone was invented by a rehearsal, by their name. */
export const isInvented = ({ known }: Pick<TypedEntry, 'known'>): boolean =>
  known?.FirstName === firstName && lastNamePattern.test(known.LastName ?? '')

/** Looks at the company, and makes what the trials need. Reads only. Throws `RemoteError`. */
export const openGround = async (options: GroundOptions): Promise<Ground> => {
  const { answers, granted, tag, looks, isStopped } = options
  const companyId = toTargetCompanyId(options.companyId)
  const own = new Set<string>()
  const people: OwnPerson[] = []
  const client = stoppable(guardWrites(options.client, companyId, own), isStopped)
  const { readEntries } = createEntriesReader(client)
  const period = await readTrialPeriod(options, companyId)
  const before = await readEmployeeList(client, companyId)
  const strangers: ReadonlySet<string> = new Set(before.map(({ id }) => id))
  let count = 0

  const until = createUntil(looks)
  const listPeople = (): Promise<readonly TypedEntry[]> => readEmployeeList(client, companyId)
  const findByName = async (lastName: string): Promise<string | undefined> => {
    const { read } = await until(listPeople, (list) => list.some((one) => one.known?.LastName === lastName))
    return read.find((one) => one.known?.LastName === lastName)?.id
  }
  const createPerson = async (person: NewPerson = {}): Promise<Creation> => {
    count += 1
    const lastName = `Rehearsal-${tag}-${String(count).padStart(2, '0')}`
    options.onPerson?.(lastName)
    const end = await tryWrite(() =>
      client.write(toCall('createEmployee', companyId, { body: toBody(lastName, person, period) })),
    )
    if (end.end === 'refused') return { end, person: undefined }
    const said = end.end === 'accepted' ? findEmployeeId(end.answer) : ''
    const id = said === '' ? await findByName(lastName) : said
    // An id of someone who was there before is not that of a new employee, no matter what the answer says.
    if (id === undefined || strangers.has(id)) return { end, person: undefined }
    own.add(id)
    const created = { id, lastName }
    people.push(created)
    return { end, person: created }
  }
  return {
    client,
    companyId,
    period,
    answers,
    granted,
    before,
    createPerson,
    ensurePerson: async () => {
      const { person } = await createPerson()
      if (person === undefined) throw createRestError('not-read-back', 'createEmployee')
      return person
    },
    write: (operation, personId, body) => tryWrite(() => client.write(toCall(operation, personId, { body }))),
    entriesOf: (list, personId) => readEntries(list, companyId, personId),
    listPeople,
    until,
    created: () => people,
  }
}

const createUntil =
  (looks: Looks): Ground['until'] =>
  async (read, shows) => {
    const since = performance.now()
    let last = await read()
    let times = 1
    for (const ms of looks.filter((each) => each > 0)) {
      if (shows(last)) break
      await wait(ms)
      last = await read()
      times += 1
    }
    return { read: last, shows: shows(last), looks: times, ms: Math.round(performance.now() - since) }
  }

/** Nothing is sent after a stop. */
const stoppable = (client: Calls, isStopped: () => boolean): Calls => {
  const check = (): void => {
    if (isStopped())
      throw new AbortError(
        'The rehearsal was stopped',
        'stopped',
        'Its people stay in the company; start nmbrs-sync cutover rehearse again',
      )
  }
  return {
    quiet: client.quiet,
    read: async (call) => {
      check()
      return client.read(call)
    },
    write: async (call) => {
      check()
      return client.write(call)
    },
  }
}

const toBody = (
  lastName: string,
  { basicInfo = {}, camelCase = false, ...person }: NewPerson,
  { stamp, day }: TrialPeriod,
): object => {
  const info = {
    basicInfo: { firstName, lastName, employeeType: 'payroll', ...basicInfo },
    birthInfo: { birthDate: '1980-01-01', birthCountryCodeISO: 'NL', gender: 'unspecified' },
    contactInfo: { privateEmail: `${lastName.toLowerCase()}@rehearsal.example`, privatePhone: '0200000000' },
    period: stamp,
  }
  const start = 'inServiceDate' in person ? person.inServiceDate : day
  const more = start === undefined ? undefined : { inServiceDate: start }
  const [first, second] = camelCase
    ? ['personalInfo', 'additionalEmployeeInfo']
    : ['PersonalInfo', 'AdditionalEmployeeInfo']
  return { [first]: info, ...(more === undefined ? {} : { [second]: more }) }
}

const readTrialPeriod = async (
  { client, today }: Pick<GroundOptions, 'client' | 'today'>,
  companyId: TargetCompanyId,
): Promise<TrialPeriod> => {
  const facts = createCompanyFacts({ client, periodTypes: new Map(), today: () => today })
  const current = await facts.readPeriod(companyId)
  const stamp = await facts.ensureStamp(companyId)
  return { stamp, ...toDays(current, stamp) }
}

/** Where it is not known what the company pays by, days that are right for all that it may be. */
const toDays = (current: CurrentPeriod, { year }: PeriodStamp): Pick<TrialPeriod, 'day' | 'closedDay'> => {
  const closedDay = `${year - 1}-01-01`
  if (current.period === undefined) return { day: `${year + 1}-01-01`, closedDay }
  const days = [current.period, ...(current.others ?? [])].map(toFirstDay)
  return { day: days.toSorted().at(-1) ?? closedDay, closedDay }
}
