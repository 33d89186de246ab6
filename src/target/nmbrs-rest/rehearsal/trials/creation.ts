import { findEmployeeId } from '../../writes/create-employee.js'
import { isObject } from '../../wire/json.js'
import type { Creation, Ground } from '../ground.js'
import { found, notTried, partly, type Outcome } from '../outcome.js'
import type { Trial } from './trial.js'

/** Rows 2, 3 and 33: how a write is answered, and when it shows. */
export const tryAnswers: Trial = {
  rows: [2, 3, 33],
  run: async (ground) => {
    const creation = await ground.createPerson()
    const { person } = creation
    return {
      2: toStatus(ground, creation),
      3: toAnswerForm(ground, creation),
      ...(person === undefined ? {} : { 33: await measureLag(ground, person.id) }),
    }
  },
}

const toStatus = ({ answers }: Ground, { end }: Creation): Outcome => {
  const seen = answers.last('createEmployee')
  if (end.end === 'accepted' && seen !== undefined) return found(String(seen.status))
  return notTried(end.end === 'lost' ? 'the answer was lost' : 'an employee could not be created')
}

const toAnswerForm = ({ answers }: Ground, { end }: Creation): Outcome => {
  if (end.end !== 'accepted') return notTried('no employee was created with an answer')
  if (answers.last('createEmployee')?.isEmpty === true)
    return notTried('the answer has no body, so it has no form')
  const { answer } = end
  if (isObject(answer) && findEmployeeId({ ...answer, data: undefined }) !== '') return found('id')
  return found(findEmployeeId(answer) === '' ? 'empty' : 'wrapped')
}

const measureLag = async (ground: Ground, id: string): Promise<Outcome> => {
  const { shows, looks, ms } = await ground.until(
    () => ground.entriesOf('listEmployments', id),
    (entries) => (entries ?? []).length > 0,
  )
  if (!shows) return partly(`more than ${ms} ms`, 'a new employee did not show for as long as it was read')
  return found(looks === 1 ? '0' : `${ms} ms`)
}

/** A refusal says something only where creations are taken otherwise. */
const refusedBeside = (ground: Ground, value: string): Outcome =>
  ground.created().length > 0 ? found(value) : notTried('every creation was refused')

/** Row 9: someone who starts in a closed period. */
export const tryClosedStart: Trial = {
  rows: [9],
  run: async (ground) => {
    const { end, person } = await ground.createPerson({ inServiceDate: ground.period.closedDay })
    if (end.end === 'refused') return { 9: refusedBeside(ground, 'refuse') }
    return { 9: person === undefined ? notTried('the answer was lost') : found('accept') }
  },
}

/** Row 29: the top keys in camelCase. */
export const tryCasing: Trial = {
  rows: [29],
  run: async (ground) => {
    const { end, person } = await ground.createPerson({ camelCase: true })
    if (end.end === 'refused') return { 29: refusedBeside(ground, 'vendor') }
    if (person === undefined) return { 29: notTried('the employee did not show') }
    const { read } = await ground.until(ground.listPeople, (list) => list.some(({ id }) => id === person.id))
    const entry = read.find(({ id }) => id === person.id)
    return {
      29:
        entry?.known?.LastName === person.lastName
          ? found('both')
          : notTried('the employee showed without their name'),
    }
  },
}

/** Row 30: the employee number of someone else, who is invented too. */
export const tryDuplicateNumber: Trial = {
  rows: [30],
  run: async (ground) => {
    const first = await ground.ensurePerson()
    const number = await numberOf(ground, first.id)
    if (number === '') return { 30: notTried('the employee number did not show') }
    const { end, person } = await ground.createPerson({ basicInfo: { employeeNumber: Number(number) } })
    if (end.end === 'refused') return { 30: found('refuse') }
    if (person === undefined) return { 30: notTried('the employee did not show') }
    const second = await numberOf(ground, person.id)
    if (second === '') return { 30: notTried('the employee number did not show') }
    return { 30: found(second === number ? 'accept' : 'renumber') }
  },
}

const numberOf = async (ground: Ground, id: string): Promise<string> => {
  const numberIn = (list: Awaited<ReturnType<Ground['listPeople']>>): string =>
    list.find((one) => one.id === id)?.known?.EmployeeNumber ?? ''
  const { read } = await ground.until(ground.listPeople, (list) => numberIn(list) !== '')
  return numberIn(read)
}
