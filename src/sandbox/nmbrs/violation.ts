import type { RestViolationKind } from './rest/rest-request.js'
import type { ViolationKind } from './soap/request/decode-request.js'

/** One way in which a request differs from what the service describes. Names the place, never the value. */
export interface Violation {
  sequence: number
  operation: string
  /** `PersonalInfo_UpdateCurrent/PersonalInfo/Birthday`, `createAddress/body/street` */
  path: string
  kind: ViolationKind | RestViolationKind
}
