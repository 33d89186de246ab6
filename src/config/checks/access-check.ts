import type { Portal } from '../../access/portal/portal.js'
import type { Remark } from '../../yaml/describe-issues.js'
import type { KeyPath } from '../../yaml/key-path.js'
import type { AccessPortalFile } from '../schema/access-schema.js'

type Note = (path: KeyPath, remark: Remark) => void

/** What a portal is configured with, and what it is to be checked against. */
export interface AccessCheck {
  file: AccessPortalFile
  portal: Portal
  /** The Nmbrs companies of the connection. */
  companies: readonly string[]
  /** Notes what is wrong at a place below that of the portal. */
  note: Note
}
