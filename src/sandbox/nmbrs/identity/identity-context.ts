import type { NmbrsStore } from '../world/store.js'
import type { NmbrsSwitches } from '../switches.js'
import type { Report, RestRequest } from '../rest/rest-request.js'
import type { RestApp } from './app.js'
import type { Consents } from './consents.js'

/** What the identity service works with. */
export interface IdentityContext {
  request: RestRequest
  app: RestApp
  consents: Consents
  store: NmbrsStore
  switches: NmbrsSwitches
  report: Report
  /** The scheme and host the caller used. */
  origin: string
}
