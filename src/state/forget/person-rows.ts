/**
 * Every row that is about one person of a connection, in the order in which it can go. `@connection` is its
 * number, `@name` its name, `@subject` the id in AlexisHR; `target` is a temporary table of the ids in Nmbrs
 * that the person ever had.
 */
export const removals: readonly string[] = [
  `DELETE FROM finding WHERE subject = @subject AND run_number IN (SELECT number FROM run WHERE connection_id = @connection)`,
  `DELETE FROM outcome WHERE subject = @subject AND run_number IN (SELECT number FROM run WHERE connection_id = @connection)`,
  `DELETE FROM intent WHERE subject = @subject AND run_number IN (SELECT number FROM run WHERE connection_id = @connection)`,
  `DELETE FROM hold_word WHERE hold_id IN (SELECT id FROM hold WHERE subject = @subject AND connection_id = @connection)`,
  `DELETE FROM hold WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM refusal WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM payroll_task WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM link_review WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM person_seal WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM bank_look WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM baseline WHERE subject = @subject AND connection_id = @connection`,
  `DELETE FROM link WHERE source_id = @subject AND connection_id = @connection`,
  `DELETE FROM link_history WHERE source_id = @subject AND connection_id = @connection`,
  `DELETE FROM account WHERE connection_id = @connection AND (company_id, target_id) IN (SELECT company_id, target_id FROM target)`,
  `DELETE FROM employee_kind WHERE connection_id = @connection AND (company_id, target_id) IN (SELECT company_id, target_id FROM target)`,
  `DELETE FROM address WHERE connection_id = @connection AND kind = 'employee' AND id_key IN (SELECT target_id FROM target)`,
  `DELETE FROM shadow_difference WHERE source_id = @subject AND connection_id = @connection`,
  `DELETE FROM canary_flaw WHERE subject = @subject AND connection_id = @connection`,
  ...['access_login', 'access_order', 'access_request', 'access_letter'].map(
    (table) =>
      `DELETE FROM ${table} WHERE subject = @subject AND portal_id IN (SELECT id FROM access_portal WHERE connection_id = @connection)`,
  ),
]

/** The ids in Nmbrs that a person ever had, with their companies. */
export const selectTargets = `
  SELECT company_id, target_id FROM link WHERE source_id = @subject AND connection_id = @connection AND target_id IS NOT NULL
  UNION SELECT company_id, target_id FROM link_history WHERE source_id = @subject AND connection_id = @connection AND target_id IS NOT NULL
  UNION SELECT company_id, target_id FROM hold WHERE subject = @subject AND connection_id = @connection AND target_id IS NOT NULL
  UNION SELECT intent.company_id, intent.target_id FROM intent JOIN run ON run.number = intent.run_number
    WHERE intent.subject = @subject AND run.connection_id = @connection AND intent.target_id IS NOT NULL`

/** What there is about a person, in numbers. */
export const countKept = `
  SELECT
    (SELECT count(*) FROM link WHERE source_id = @subject AND connection_id = @connection) AS links,
    (SELECT count(*) FROM baseline WHERE subject = @subject AND connection_id = @connection) AS baselines,
    (SELECT count(*) FROM intent JOIN run ON run.number = run_number
      WHERE subject = @subject AND connection_id = @connection) AS writes,
    (SELECT count(*) FROM outcome JOIN run ON run.number = run_number
      WHERE subject = @subject AND connection_id = @connection) AS outcomes,
    (SELECT count(*) FROM hold WHERE subject = @subject AND connection_id = @connection) AS holds,
    (SELECT count(*) FROM finding JOIN run ON run.number = run_number
      WHERE subject = @subject AND connection_id = @connection) AS findings,
    (SELECT count(*) FROM access_order JOIN access_portal AS portal ON portal.id = portal_id
      WHERE subject = @subject AND connection_id = @connection)
    + (SELECT count(*) FROM access_login JOIN access_portal AS portal ON portal.id = portal_id
      WHERE subject = @subject AND connection_id = @connection) AS logins,
    (SELECT count(*) FROM audit WHERE subject = @subject AND connection = @name) AS entries,
    (SELECT count(*) FROM access_login JOIN access_portal AS portal ON portal.id = portal_id
      WHERE subject = @subject AND connection_id = @connection AND active = 1) AS activeLogins,
    (SELECT count(*) FROM intent JOIN run ON run.number = run_number
      WHERE subject = @subject AND connection_id = @connection AND kind = 'create' AND settled IS NULL) AS openCreations`

/** Whether an entry tells of a word about a hold that is still open. */
export const isOfOpenHold = `
  SELECT EXISTS (SELECT 1 FROM hold_word JOIN hold ON hold.id = hold_id WHERE entry = @number AND closed_at IS NULL)`

/** The same reason beside the record: of a word about a hold, and of someone who was left out. */
export const reasonRemovals: readonly string[] = [
  `UPDATE hold_word SET reason = '' WHERE entry = @number`,
  `UPDATE link SET reason = '' WHERE connection_id = @connectionId AND source_id = @subject AND reason = @reason`,
  `UPDATE link_history SET reason = '' WHERE connection_id = @connectionId AND source_id = @subject AND reason = @reason`,
]

/**
 * The last sync of everyone counted a connected person of whom the source gave nothing as out of scope. The
 * next one compares with that number, and does not see them any more.
 */
export const leaveOutOfScope = `
  UPDATE run SET people = json_set(people, '$.outOfScope', json_extract(people, '$.outOfScope') - 1)
  WHERE json_extract(people, '$.outOfScope') > 0
    AND EXISTS (SELECT 1 FROM link WHERE source_id = @subject AND connection_id = @connection AND status = 'connected')
    AND number = (SELECT max(number) FROM run WHERE connection_id = @connection AND mode = 'sync' AND whole = 1
      AND result IN ('ok', 'held', 'failed') AND json_extract(people, '$.read') > 0)`
