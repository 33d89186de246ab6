import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { KnownPerson, Waiting } from '../../domain/people/leaver.js'
import type { Link, LinkOrigin } from '../../domain/link.js'
import type { ConnectionContext } from '../sqlite/context.js'

interface LinkRow {
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  status: Link['status']
  origin: LinkOrigin | null
}

interface PlaceRow {
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  targetId: TargetEmployeeId
}

interface WaitRow {
  subject: SourceEmployeeId
  code: Waiting
}

const selectLinks = `
  SELECT source_id AS subject, company_id AS companyId, status, origin FROM link WHERE connection_id = @connection`

/** An employee who is connected to someone else now was connected to this person by mistake. */
const selectPlaces = `
  SELECT subject, company_id AS companyId, target_id AS targetId FROM (
    SELECT source_id AS subject, company_id, target_id FROM link WHERE connection_id = @connection
    UNION SELECT source_id, company_id, target_id FROM link_history WHERE connection_id = @connection
    UNION SELECT subject, company_id, target_id FROM hold WHERE connection_id = @connection
    UNION SELECT subject, company_id, target_id FROM intent JOIN run ON run.number = run_number WHERE connection_id = @connection
  ) AS place
  WHERE target_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM link AS other WHERE other.connection_id = @connection AND other.company_id = place.company_id
      AND other.target_id = place.target_id AND other.status = 'connected' AND other.source_id <> place.subject)`

/** Requesters and contacts are no employees: their subject has a colon. */
const ofEmployee = (table: string, subject = `${table}.subject`): string =>
  `FROM ${table} JOIN access_portal AS portal ON portal.id = ${table}.portal_id
    WHERE portal.connection_id = @connection AND instr(${subject}, ':') = 0`

const selectOthers = `
  SELECT subject FROM refusal WHERE connection_id = @connection
  UNION SELECT subject FROM payroll_task WHERE connection_id = @connection
  ${['access_login', 'access_order', 'access_request', 'access_letter']
    .map((table) => `UNION SELECT ${table}.subject ${ofEmployee(table)}`)
    .join('\n')}`

/** Work that expired may have been done: no one knows. */
const selectWaits = `
  SELECT subject, 'hold-open' AS code FROM hold WHERE connection_id = @connection AND closed_at IS NULL
    AND coalesce((SELECT word FROM hold_word WHERE hold_id = hold.id ORDER BY id DESC LIMIT 1), '') <> 'reject'
  UNION SELECT subject, 'write-open' FROM intent JOIN run ON run.number = run_number
    WHERE connection_id = @connection AND settled IS NULL
  UNION SELECT access_login.subject, 'login-active' ${ofEmployee('access_login')} AND active = 1
  UNION SELECT access_order.subject, 'login-work-open' ${ofEmployee('access_order')}
    AND (state IN ('wanted', 'handed-over') OR (state = 'expired' AND access_order.id IN (
      SELECT max(id) FROM access_order GROUP BY portal_id, subject, kind = 'resend')))
  UNION SELECT access_request.subject, 'login-work-open' ${ofEmployee('access_request')}`

/** The moment of what was noted about someone last, wherever that is. */
const selectLastNoted = `
  SELECT max(at) FROM (
    SELECT max(at) AS at FROM audit WHERE subject = @subject AND connection = @name
    UNION ALL SELECT max(changed_at) FROM link WHERE source_id = @subject AND connection_id = @connection
    UNION ALL SELECT max(at) FROM link_history WHERE source_id = @subject AND connection_id = @connection
    UNION ALL SELECT max(opened_at) FROM hold WHERE subject = @subject AND connection_id = @connection
    UNION ALL SELECT max(opened_at) FROM payroll_task WHERE subject = @subject AND connection_id = @connection
    UNION ALL SELECT max(at) FROM refusal WHERE subject = @subject AND connection_id = @connection
    UNION ALL SELECT max(at) FROM bank_look WHERE subject = @subject AND connection_id = @connection
    UNION ALL SELECT max(since) ${ofEmployee('access_login')} AND access_login.subject = @subject
    UNION ALL SELECT max(max(wanted_at, coalesce(answered_at, ''))) ${ofEmployee('access_order')} AND access_order.subject = @subject
  )`

/** Everyone of whom something is kept that outlives the runs. */
export const readKnown = ({ sqlite, connectionId: connection }: ConnectionContext): KnownPerson[] => {
  const bound = { connection }
  const known = new Map<SourceEmployeeId, { [Key in keyof KnownPerson]: KnownPerson[Key] }>()
  const ensure = (subject: SourceEmployeeId) => {
    const found = known.get(subject) ?? { subject, links: [], places: [], waits: [] }
    known.set(subject, found)
    return found
  }
  for (const { subject, companyId, status, origin } of sqlite.prepare(selectLinks).all(bound) as LinkRow[]) {
    const person = ensure(subject)
    person.links = [...person.links, { companyId, status, byHand: origin === 'manual' }]
  }
  for (const { subject, ...place } of sqlite.prepare(selectPlaces).all(bound) as PlaceRow[]) {
    const person = ensure(subject)
    person.places = [...person.places, place]
  }
  for (const { subject } of sqlite.prepare(selectOthers).all(bound) as Pick<WaitRow, 'subject'>[])
    ensure(subject)
  for (const { subject, code } of sqlite.prepare(selectWaits).all(bound) as WaitRow[]) {
    const person = ensure(subject)
    person.waits = [...person.waits, code]
  }
  return [...known.values()].sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

/** Whether something of someone waits now. */
export const waitsNow = (
  { sqlite, connectionId: connection }: ConnectionContext,
  subject: SourceEmployeeId,
): boolean =>
  sqlite.prepare(`SELECT 1 FROM (${selectWaits}) WHERE subject = @subject`).get({ connection, subject }) !==
  undefined

export const findLastNoted = (
  { sqlite, connection: name, connectionId: connection }: ConnectionContext,
  subject: SourceEmployeeId,
): string | undefined => {
  const at = sqlite.prepare(selectLastNoted).pluck().get({ connection, name, subject }) as string | null
  return at === null || at === '' ? undefined : at
}
