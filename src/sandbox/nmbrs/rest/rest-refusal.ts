import type { Reply } from '../answer-fault.js'
import type { NmbrsSwitches } from '../switches.js'

/** A call that is answered with an error. Nothing was carried out. */
export class RestRefusal extends Error {
  override readonly name = 'RestRefusal'
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** The API's own; invented, as none are published. */
    readonly code = status * 100,
    /** The gateway for subscription keys answers in a shape of its own (Nmbrs REST contract, section 4.4). */
    readonly isGateway = false,
  ) {
    super(`${status} ${title} ${detail}`)
  }
}

/** The error as the switch shapes it (Nmbrs REST contract, section 15, rows 25 and 26). */
export const toErrorReply = (refusal: RestRefusal, switches: NmbrsSwitches): Reply => {
  if (refusal.status === 429) return tooManyRequests(refusal, switches)
  const shape = refusal.isGateway ? 'gateway' : switches.restErrorBody
  return { status: refusal.status, ...bodies[shape](refusal) }
}

type Body = Pick<Reply, 'headers' | 'body'>

const json = (value: unknown, contentType = 'application/json; charset=utf-8'): Body => ({
  headers: { 'Content-Type': contentType },
  body: JSON.stringify(value),
})

const html = (title: string): Body => ({
  headers: { 'Content-Type': 'text/html' },
  body: `<html><body><h1>${title}</h1></body></html>`,
})

const bodies: Readonly<Record<NmbrsSwitches['restErrorBody'], (refusal: RestRefusal) => Body>> = {
  titleDetailCode: ({ title, detail, code }) => json({ title, detail, code }),
  problem: ({ status, title, detail }) =>
    json({ type: `https://example.com/errors/${status}`, title, status, detail }, 'application/problem+json'),
  gateway: ({ status, detail }) => json({ statusCode: status, message: detail }),
  html: ({ title }) => html(title),
  empty: () => ({ headers: {}, body: '' }),
}

const waitSeconds = 1

const tooManyRequests = (refusal: RestRefusal, { restTooManyRequests }: NmbrsSwitches): Reply => {
  const { status } = refusal
  if (restTooManyRequests === 'html') return { status, ...html(refusal.title) }
  if (restTooManyRequests === 'none') return { status, headers: {}, body: '' }
  const { headers, body } = bodies.gateway(refusal)
  if (restTooManyRequests === 'json') return { status, headers, body }
  const seconds = restTooManyRequests === 'seconds'
  // A date names a whole second, so one that lies close says little.
  const after = seconds ? String(waitSeconds) : new Date(Date.now() + 1000 + waitSeconds * 1000).toUTCString()
  return { status, headers: { ...headers, 'Retry-After': after }, body }
}

export const refuseBody = (detail: string): RestRefusal =>
  new RestRefusal(400, 'The request is not valid.', detail)
export const refusePeriod = (detail: string): RestRefusal =>
  new RestRefusal(400, 'InvalidPeriod.', detail, 2011)
export const refuseConflict = (status: 400 | 409, detail: string): RestRefusal =>
  new RestRefusal(status, 'AlreadyExists.', detail, 2031)
export const refuseUnknown = (detail: string): RestRefusal => new RestRefusal(404, 'NotFound.', detail)
export const refuseScope = (): RestRefusal =>
  new RestRefusal(403, 'Forbidden.', 'The token does not allow this call.')
