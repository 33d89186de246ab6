import * as z from 'zod'
import type { NmbrsStore } from '../world/store.js'
import type { NmbrsSwitches } from '../switches.js'
import type { Consent } from '../identity/consents.js'
import type { Report, RestRequest } from './rest-request.js'
import type { Page } from './paging.js'
import type { Past } from './past.js'

/** What an operation works with: the payroll, its undocumented sides, and what was consented to. */
export interface RestContext {
  store: NmbrsStore
  switches: NmbrsSwitches
  consent: Consent
  request: RestRequest
  /** What the path names, by the names of the pattern. */
  path: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  report: Report
  past: Past
  /** The scheme and host the caller used. */
  origin: string
}

/** What an operation answers with: a list or object as it stands, or what a write made. */
export type RestAnswer =
  | { kind: 'page'; page: Page }
  | { kind: 'object'; body: unknown }
  | { kind: 'written'; ids: Readonly<Record<string, string>> }
  | { kind: 'deleted' }

/** One call of the API, by the name it has in our description of it. */
export interface RestOperation {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/api/companies/{companyId}/period` */
  pattern: string
  /** One of them is needed; which ones, the switches say. */
  scope: (switches: NmbrsSwitches) => string
  query: Readonly<Record<string, z.ZodType>>
  /** Throws `RestRefusal`. */
  answer: (context: RestContext) => RestAnswer
}

const whole = z.string().regex(/^[1-9]\d{0,8}$/)

/** The query of every list. */
export const paged = { pageNumber: whole, pageSize: whole }
export const guidQuery = z.guid()
