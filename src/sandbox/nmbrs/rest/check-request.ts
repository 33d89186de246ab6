import type { z } from 'zod'
import type { RestOperation } from './operation.js'
import { RestRefusal, refuseBody } from './rest-refusal.js'
import type { Report, RestRequest } from './rest-request.js'

/**
 * The query of a call, checked. Throws 400 for a name the call does not have, one given twice, or a value it
 * cannot take.
 */
export const checkQuery = (
  { query }: RestRequest,
  { query: known }: RestOperation,
  report: Report,
): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {}
  for (const [name, value] of query) {
    const schema = known[name]
    if (schema === undefined || Object.hasOwn(values, name) || !schema.safeParse(value).success) {
      report(`query/${name}`, 'wrong-query')
      throw refuseBody(`The query parameter ${name} is not valid.`)
    }
    values[name] = value
  }
  return values
}

/**
 * Throws 400 or 415 for headers that a well-made client sends otherwise (Nmbrs REST contract, section 3.1).
 */
export const checkHeaders = ({ headers, method, body }: RestRequest, report: Report): void => {
  const refuse = (name: string, status: number): RestRefusal => {
    report(`headers/${name}`, 'wrong-header')
    return new RestRefusal(status, 'The request is not valid.', `The header ${name} is not valid.`)
  }
  if (!/application\/json|\*\/\*/.test(headers.accept ?? '')) throw refuse('accept', 406)
  const isWrite = method === 'POST' || method === 'PUT'
  if (isWrite && !(headers['content-type'] ?? '').startsWith('application/json'))
    throw refuse('content-type', 415)
  if (!isWrite && body !== '') {
    report('body', 'wrong-body')
    throw refuseBody('This call has no body.')
  }
}

/** The body of a write. Throws 400 and names each wrong place, never a value. */
export const checkBody = <Body>(
  { body }: RestRequest,
  schema: z.ZodType<Body>,
  report: Report,
  rename: (value: unknown) => unknown = (value) => value,
): Body => {
  const parsed = schema.safeParse(rename(parseJson(body, report)))
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.flatMap(toPlaces)
  for (const place of places) report(`body/${place}`, 'wrong-body')
  // The vendor's own text misleads here (Nmbrs REST contract, section 4.4).
  if (places.some((place) => place.endsWith('personalInfoId'))) throw refuseBody('Invalid hour component.')
  throw refuseBody(`Not valid: ${places.join(', ')}.`)
}

const parseJson = (body: string, report: Report): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    report('body', 'wrong-body')
    throw refuseBody('The body is not JSON.')
  }
}

const toPlaces = (issue: z.core.$ZodIssue): string[] => {
  const place = issue.path.join('/')
  if (issue.code !== 'unrecognized_keys') return [place]
  return issue.keys.map((key) => (place === '' ? key : `${place}/${key}`))
}
