import * as z from 'zod'

import type { FactType, Profile } from '../profile/profile.js'

/** What is read of a person is read as text, so that no leading nought of a number is lost. */
const person = z
  .strictObject({
    name: z.string().describe('the name of the director'),
    employeeNumber: z.string().describe('the employee number of the director in Nmbrs'),
  })
  .meta({ id: 'person', description: 'a name and an employee number: { name: ..., employeeNumber: ... }' })

const text = z.string().nullable().describe('a text')

const dga = z
  .union([z.string(), person, z.array(person).max(20)])
  .nullable()
  .describe('no, or { name: ..., employeeNumber: ... }, or a list of these')

const token = z
  .null()
  .describe('nothing: the token is never written in this file; it comes with the connection')

const schemaOf = (type: FactType) => {
  if (type === 'dga') return dga
  return type === 'api-token' ? token : text
}

/** The file of answers to the facts of these profiles. An empty answer is an answer not given. */
export const buildAnswersSchema = (profiles: readonly Profile[]) => {
  const facts = profiles.flatMap((profile) => profile.facts)
  const answers = z
    .strictObject(Object.fromEntries(facts.map(({ id, type }) => [id, schemaOf(type).optional()])))
    .describe('the answers by the id of the fact')
  return z.strictObject({
    version: z.literal(1).describe('1'),
    facts: answers.optional(),
    companies: z
      .record(
        z
          .string()
          .regex(/^[1-9]\d{0,9}$/)
          .describe('the id of a company in Nmbrs'),
        answers,
      )
      .describe('answers of one company each, by its id in Nmbrs; they go before those of facts')
      .optional(),
  })
}

export type RawAnswer = z.infer<typeof dga>
