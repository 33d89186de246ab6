import type { Section } from '../../../domain/sections.js'
import { editPeople, type EditKind } from '../../../sandbox/people/edit-people.js'
import type { Sandbox } from '../../../sandbox/start-sandbox.js'

/** Something that HR enters between two syncs. */
export interface HrEdit {
  subject: string
  /** The section of payroll that it ends up in. */
  section: Section
  told: string
}

const kinds: readonly { kind: EditKind; section: Section; tell: (name: string) => string }[] = [
  { kind: 'street', section: 'address', tell: (name) => `${name} moved house` },
  { kind: 'phone', section: 'personalInfo', tell: (name) => `${name} has a new phone number` },
  { kind: 'email', section: 'personalInfo', tell: (name) => `${name} has a new private e-mail address` },
  { kind: 'salary', section: 'salary', tell: (name) => `${name} gets a raise from this month on` },
]

const accountEdit: (typeof kinds)[number] = {
  kind: 'iban',
  section: 'bankAccount',
  tell: (name) => `${name} has a new bank account`,
}

/**
 * Changes one person in each way in the fake AlexisHR: people who were equal on both sides, so that nothing
 * else plays a part.
 */
export const makeHrEdits = (sandbox: Sandbox, today: string): HrEdit[] =>
  kinds.flatMap((edit, index) => makeEdit(sandbox, today, edit, index))

/** Changes the bank account of someone else who was equal on both sides. */
export const changeBankAccount = (sandbox: Sandbox, today: string): HrEdit | undefined =>
  makeEdit(sandbox, today, accountEdit, kinds.length)[0]

/** A record of AlexisHR that HR uses for someone else, and the way back. */
export interface ReusedRecord {
  subject: string
  told: string
  undo: () => void
}

/**
 * Gives the record of someone who was equal on both sides, and of whom no other step tells, another name and
 * birth date.
 */
export const reuseRecord = (sandbox: Sandbox): ReusedRecord | undefined => {
  const subject = sandbox.story.linkedEqual[kinds.length + 1]
  const record = sandbox.alexis.data.employees.find(({ id }) => id === subject)
  if (subject === undefined || record === undefined) return undefined
  const { firstName, lastName, birthDate } = record
  const told = `the record of ${nameOf(sandbox, subject)} is used for a new colleague, Pietje Proefman`
  Object.assign(record, {
    firstName: 'Pietje',
    lastName: 'Proefman',
    birthDate: '1999-02-03T00:00:00.000Z',
  })
  return { subject, told, undo: () => Object.assign(record, { firstName, lastName, birthDate }) }
}

const makeEdit = (
  sandbox: Sandbox,
  today: string,
  { kind, section, tell }: (typeof kinds)[number],
  index: number,
): HrEdit[] => {
  const subject = sandbox.story.linkedEqual[index]
  if (subject === undefined) return []
  const options = { count: 1, today, kinds: [kind], among: new Set([subject]) }
  // The fake reads the object it was started with, so the edited lists are put into that one.
  Object.assign(sandbox.alexis.data, editPeople(sandbox.alexis.data, index, options).data)
  return [{ subject, section, told: tell(nameOf(sandbox, subject)) }]
}

const nameOf = ({ alexis }: Sandbox, subject: string): string => {
  const person = alexis.data.employees.find(({ id }) => id === subject)
  return `${person?.firstName ?? ''} ${person?.lastName ?? ''}`.trim()
}
