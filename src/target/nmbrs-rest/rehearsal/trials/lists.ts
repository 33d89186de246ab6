import { RemoteError } from '../../../../domain/errors.js'
import { toCall, type RestOperation } from '../../operations.js'
import { readHistories, type HistoryList } from '../../reads/read-histories.js'
import { readList } from '../../reads/read-list.js'
import { idIn, textIn } from '../../wire/json.js'
import type { Ground } from '../ground.js'
import { found, notTried, partly, type Outcome } from '../outcome.js'
import { addAddress } from './addresses.js'
import { notShown, type Trial } from './trial.js'

/** The ids that a list holds; `refused` when Nmbrs takes the query for wrong. */
const idsIn = async (
  { client, companyId }: Ground,
  operation: RestOperation,
  query: Readonly<Record<string, string>>,
): Promise<ReadonlySet<string> | 'refused'> => {
  try {
    return await readList(client, toCall(operation, companyId, { query }), () => {
      const ids = new Set<string>()
      let row = 0
      return {
        take: (each) => {
          row += 1
          ids.add(idIn(each, 'employeeId'))
          return { key: String(row) }
        },
        result: () => ids,
      }
    })
  } catch (error) {
    if (error instanceof RemoteError && error.facts.code === 'refused') return 'refused'
    throw error
  }
}

const filtered = ['listAddresses', 'listBankAccounts', 'listPersonalInfo'] as const

/** Row 14: whether the lists hear that they are asked for one employee. */
export const tryEmployeeFilter: Trial = {
  rows: [14],
  run: async (ground) => {
    const lists = new Map<string, string>()
    for (const list of filtered) lists.set(list, await tryFilter(ground, list))
    const values = new Set([...lists.values()].filter((value) => value !== 'unclear'))
    const [only] = values
    const note = [...lists].map(([list, value]) => `${list}: ${value}`).join(', ')
    if (only === undefined) return { 14: notTried(`fewer than two people are in the lists (${note})`) }
    if (values.size > 1) return { 14: partly('mixed', note) }
    return {
      14: [...lists.values()].includes('unclear') ? partly(only, note) : found(only, note),
    }
  },
}

const tryFilter = async (ground: Ground, list: HistoryList): Promise<string> => {
  const all = await idsIn(ground, list, {})
  if (all === 'refused' || all.size < 2) return 'unclear'
  const [one = ''] = all
  const some = await idsIn(ground, list, { employeeId: one })
  if (some === 'refused') return 'refused'
  if (some.size > 1) return 'ignored'
  return some.has(one) ? 'works' : 'unclear'
}

const dayAfter = (moment: string): string =>
  new Date(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) + 2 * 86_400_000).toISOString().slice(0, 10)

/** Row 12: createdFrom on the list of addresses, by when an address of an invented person was entered. */
export const tryCreatedFrom: Trial = {
  rows: [12],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const entries = await addAddress(ground, id)
    const createdAt = textIn(entries?.[0] ?? {}, 'createdAt') ?? ''
    if (createdAt.length < 10) return { 12: notTried('the entry does not show when it was made') }
    const later = dayAfter(createdAt)
    const shows = async (createdFrom: string): Promise<boolean | 'refused'> => {
      const ids = await idsIn(ground, 'listAddresses', { createdFrom })
      return ids === 'refused' ? ids : ids.has(id)
    }
    const byDay = await shows(later)
    if (byDay === true) return { 12: found('ignored') }
    if (byDay === false) return { 12: toBound('date', await shows(createdAt.slice(0, 10))) }
    const byTime = await shows(`${later}T00:00:00Z`)
    if (byTime === 'refused') return { 12: partly('refused', 'neither a date nor a date-time is taken') }
    if (byTime) return { 12: found('ignored') }
    return { 12: toBound('dateTime', await shows(`${createdAt.slice(0, 19)}Z`)) }
  },
}

const toBound = (form: string, shows: boolean | 'refused'): Outcome =>
  shows === 'refused'
    ? partly(form, 'whether the day itself counts is open')
    : found(`${form}${shows ? 'Inclusive' : 'Exclusive'}`)

/** Row 13: changedFrom on the list of employments, with a day on which nothing was changed yet. */
export const tryChangedFrom: Trial = {
  rows: [13],
  run: async (ground) => {
    const { id } = await ground.ensurePerson()
    const employments = () => ground.entriesOf('listEmployments', id)
    const { shows, ms } = await ground.until(employments, (entries) => (entries ?? []).length > 0)
    if (!shows) return { 13: notTried(notShown(ms)) }
    for (const changedFrom of ['2999-01-01', '2999-01-01T00:00:00Z']) {
      const ids = await idsIn(ground, 'listEmployments', { changedFrom })
      if (ids !== 'refused') return { 13: found(ids.has(id) ? 'ignored' : 'works') }
    }
    return { 13: found('refuse') }
  },
}

const payrollTypes: ReadonlySet<string> = new Set(['payroll', 'newHire'])

/** Row 36: whom the list of employees holds that is read without a type. */
export const tryListWithoutType: Trial = {
  rows: [36],
  run: async (ground) => {
    let everybody = await ground.listPeople()
    if (everybody.every(({ type }) => payrollTypes.has(type))) {
      const { end } = await ground.createPerson({
        basicInfo: { employeeType: 'applicant' },
        inServiceDate: undefined,
      })
      if (end.end === 'refused')
        return { 36: notTried(`no one is of another type than payroll, and an applicant was refused`) }
      everybody = (
        await ground.until(ground.listPeople, (list) => list.some(({ type }) => !payrollTypes.has(type)))
      ).read
    }
    const others = everybody.filter(({ type }) => !payrollTypes.has(type))
    if (others.length === 0) return { 36: notTried('no one is of another type than payroll') }
    const ids = await idsIn(ground, 'listEmployees', {})
    if (ids === 'refused') return { 36: partly('refused', 'the list is not given without a type') }
    return { 36: found(others.every(({ id }) => ids.has(id)) ? 'everybody' : 'payrollTypes') }
  },
}

/** Row 37: how many of those on the payroll the list of personal info leaves out. Looks only. */
export const tryOmissions: Trial = {
  rows: [37],
  run: async (ground) => {
    const { client, companyId } = ground
    const { read: listed } = await ground.until(
      async () => {
        const everybody = await ground.listPeople()
        const list = { list: 'listPersonalInfo', companyId } as const
        const shown = await readHistories<true>(client, list, () => true)
        const onPayroll = everybody.filter(({ type }) => payrollTypes.has(type))
        return { total: onPayroll.length, missing: onPayroll.filter(({ id }) => !shown.has(id)).length }
      },
      ({ missing }) => missing === 0,
    )
    return {
      37: found(String(listed.missing), `${listed.missing} of ${listed.total} people are left out`),
    }
  },
}
