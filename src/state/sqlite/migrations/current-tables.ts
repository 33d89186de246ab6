/**
 * The tables of a new state file, as all migrations together leave them. Made from these by
 * `npm run generate`; to change a table, add a migration.
 */
export const currentTables = `CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE connection (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
, purged_syncs INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE phrase (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE link (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('connected', 'disconnected', 'ignored', 'create-wanted')),
  target_id TEXT,
  origin TEXT,
  reason TEXT,
  until TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL, seen TEXT,
  PRIMARY KEY (connection_id, company_id, source_id),
  CHECK ((target_id IS NOT NULL) = (status IN ('connected', 'disconnected'))),
  CHECK ((origin IS NOT NULL) = (status = 'connected')),
  CHECK ((reason IS NOT NULL) = (status = 'ignored')),
  CHECK (until IS NULL OR status = 'ignored')
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX link_target ON link (connection_id, company_id, target_id) WHERE status = 'connected';
CREATE TABLE link_history (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('connected', 'disconnected', 'ignored', 'create-wanted', 'deleted')),
  target_id TEXT,
  origin TEXT,
  reason TEXT,
  until TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE baseline (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  section TEXT NOT NULL,
  seal TEXT,
  fields INTEGER NOT NULL REFERENCES phrase,
  digests TEXT NOT NULL, known_rows TEXT,
  PRIMARY KEY (connection_id, company_id, subject, section)
) STRICT, WITHOUT ROWID;
CREATE TABLE bank_look (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, subject)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER link_turned AFTER UPDATE OF target_id ON link WHEN old.target_id IS NOT new.target_id
BEGIN
  DELETE FROM baseline
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
  DELETE FROM bank_look
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;
CREATE TRIGGER link_forgotten AFTER DELETE ON link
BEGIN
  DELETE FROM baseline
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
  DELETE FROM bank_look
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;
CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  connection_id INTEGER NOT NULL REFERENCES connection,
  mode TEXT NOT NULL CHECK (mode IN ('plan', 'sync')),
  trigger TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  result TEXT CHECK (result IN ('ok', 'held', 'failed', 'aborted')),
  people TEXT,
  calls TEXT,
  error TEXT, failure_code TEXT, whole INTEGER NOT NULL DEFAULT 1 CHECK (whole IN (0, 1)),
  CHECK ((finished_at IS NULL) = (result IS NULL))
) STRICT;
CREATE INDEX run_connection ON run (connection_id, mode);
CREATE TABLE intent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_number INTEGER NOT NULL REFERENCES run,
  subject TEXT NOT NULL,
  company_id TEXT NOT NULL,
  target_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'end')),
  section TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  replaces TEXT,
  opened_at TEXT NOT NULL,
  settled TEXT CHECK (settled IN ('answered', 'found-applied', 'found-not-applied', 'superseded')),
  settled_at TEXT, hold_id TEXT REFERENCES hold, sent TEXT,
  CHECK ((settled IS NULL) = (settled_at IS NULL))
) STRICT;
CREATE INDEX intent_run ON intent (run_number);
CREATE INDEX intent_open ON intent (id) WHERE settled IS NULL;
CREATE TABLE outcome (
  id INTEGER PRIMARY KEY,
  run_number INTEGER NOT NULL REFERENCES run,
  intent_id INTEGER UNIQUE REFERENCES intent,
  subject TEXT NOT NULL,
  target_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'end')),
  section TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  outcome TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX outcome_run ON outcome (run_number);
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  run_number INTEGER NOT NULL REFERENCES run,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  subject TEXT NOT NULL,
  section TEXT,
  field TEXT,
  message INTEGER NOT NULL REFERENCES phrase,
  remedy INTEGER NOT NULL REFERENCES phrase
) STRICT;
CREATE INDEX finding_run ON finding (run_number);
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  connection TEXT,
  run_id TEXT,
  kind TEXT NOT NULL,
  company_id TEXT,
  subject TEXT,
  target_id TEXT,
  section TEXT,
  operation TEXT,
  fields INTEGER REFERENCES phrase,
  code TEXT,
  detail TEXT,
  reason TEXT,
  reference TEXT,
  hash TEXT NOT NULL
, salt TEXT, seal TEXT) STRICT;
CREATE TRIGGER audit_next BEFORE INSERT ON audit
WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'an audit entry can only be added at the end');
END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry cannot be removed');
END;
CREATE TABLE setting (
  connection_id INTEGER NOT NULL REFERENCES connection,
  path TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (connection_id, path)
) STRICT, WITHOUT ROWID;
CREATE TABLE notice (
  connection TEXT NOT NULL,
  topic TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  signs TEXT NOT NULL,
  since TEXT NOT NULL,
  told_at TEXT,
  PRIMARY KEY (connection, topic, channel)
) STRICT, WITHOUT ROWID;
CREATE TABLE hold (
  id TEXT PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  target_id TEXT,
  section TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  reason TEXT NOT NULL,
  digest TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  sending_at TEXT,
  closed_how TEXT CHECK (closed_how IN ('used', 'superseded')),
  closed_at TEXT, sending_seal TEXT,
  CHECK ((closed_how IS NULL) = (closed_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX hold_open ON hold (connection_id, company_id, subject, section, digest) WHERE closed_at IS NULL;
CREATE INDEX hold_digest ON hold (connection_id, digest);
CREATE TABLE hold_word (
  id INTEGER PRIMARY KEY,
  hold_id TEXT NOT NULL REFERENCES hold,
  word TEXT NOT NULL CHECK (word IN ('release', 'reject')),
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
, entry INTEGER, seal TEXT) STRICT;
CREATE INDEX hold_word_hold ON hold_word (hold_id);
CREATE TABLE access_portal (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection,
  portal TEXT NOT NULL,
  listed_at TEXT,
  UNIQUE (connection_id, portal)
) STRICT;
CREATE TABLE access_login (
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  subject TEXT NOT NULL,
  template TEXT,
  permissions TEXT,
  email_kind TEXT,
  email TEXT,
  user_name TEXT,
  language TEXT,
  level TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  origin TEXT NOT NULL CHECK (origin IN ('confirmed', 'imported')),
  since TEXT NOT NULL,
  PRIMARY KEY (portal_id, subject),
  CHECK ((email_kind IS NULL) = (email IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE access_hand_over (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  key TEXT NOT NULL UNIQUE,
  begun_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX access_hand_over_open ON access_hand_over (portal_id) WHERE ended_at IS NULL;
CREATE TABLE access_delivery (
  hand_over_id INTEGER NOT NULL REFERENCES access_hand_over,
  channel TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'arrived', 'not-arrived', 'unknown')),
  at TEXT NOT NULL,
  PRIMARY KEY (hand_over_id, channel)
) STRICT, WITHOUT ROWID;
CREATE TABLE access_order (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'replace', 'change', 'remove', 'deactivate', 'resend')),
  state TEXT NOT NULL CHECK (state IN ('wanted', 'handed-over', 'confirmed', 'refused', 'expired')),
  work TEXT NOT NULL,
  ends_login INTEGER NOT NULL CHECK (ends_login IN (0, 1)),
  template TEXT,
  permissions TEXT,
  email_kind TEXT,
  email TEXT,
  user_name TEXT,
  language TEXT,
  level TEXT,
  hand_over_id INTEGER REFERENCES access_hand_over,
  batch TEXT,
  deletion TEXT,
  wanted_at TEXT NOT NULL,
  handed_over_at TEXT,
  answered_at TEXT,
  told_at TEXT,
  CHECK ((email_kind IS NULL) = (email IS NULL)),
  CHECK ((hand_over_id IS NULL) = (batch IS NULL)),
  CHECK (state = 'wanted' OR handed_over_at IS NOT NULL),
  CHECK ((answered_at IS NOT NULL) = (state IN ('confirmed', 'refused', 'expired')))
) STRICT;
CREATE UNIQUE INDEX access_order_open ON access_order (portal_id, subject) WHERE state IN ('wanted', 'handed-over');
CREATE INDEX access_order_subject ON access_order (portal_id, subject, id);
CREATE INDEX access_order_hand_over ON access_order (hand_over_id);
CREATE TABLE onboarding_check (
  connection TEXT NOT NULL,
  company_id TEXT NOT NULL,
  profiles TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  calls TEXT NOT NULL,
  PRIMARY KEY (connection, company_id, profiles)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_seal (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  seal TEXT NOT NULL,
  has_account INTEGER NOT NULL CHECK (has_account IN (0, 1)),
  PRIMARY KEY (connection_id, company_id, subject)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER baseline_added AFTER INSERT ON baseline
BEGIN
  DELETE FROM person_seal
    WHERE connection_id = new.connection_id AND company_id = new.company_id AND subject = new.subject;
END;
CREATE TRIGGER baseline_changed AFTER UPDATE ON baseline
BEGIN
  DELETE FROM person_seal
    WHERE connection_id = new.connection_id AND company_id = new.company_id AND subject = new.subject;
END;
CREATE TRIGGER baseline_forgotten AFTER DELETE ON baseline
BEGIN
  DELETE FROM person_seal
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.subject;
END;
CREATE INDEX audit_hold ON audit (reference)
  WHERE kind IN ('hold-released', 'hold-rejected', 'hold-used', 'hold-expired');
CREATE TABLE account (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, target_id, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE link_review (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  target_id TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  written_at TEXT NOT NULL,
  told_at TEXT,
  PRIMARY KEY (connection_id, company_id, subject)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER link_reviewed AFTER UPDATE OF status, target_id, origin ON link
WHEN old.status IS NOT new.status OR old.target_id IS NOT new.target_id OR old.origin IS NOT new.origin
BEGIN
  DELETE FROM link_review
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;
CREATE TRIGGER link_review_forgotten AFTER DELETE ON link
BEGIN
  DELETE FROM link_review
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;
CREATE TABLE refusal (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  section TEXT NOT NULL,
  digest TEXT NOT NULL,
  code TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, subject, digest)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER refusal_turned AFTER UPDATE OF target_id ON link
WHEN old.target_id IS NOT NULL AND old.target_id IS NOT new.target_id
BEGIN
  DELETE FROM refusal
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;
CREATE TABLE payroll_task (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  target_id TEXT NOT NULL,
  code TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  done_at TEXT,
  PRIMARY KEY (connection_id, company_id, subject, target_id, code)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER link_created AFTER INSERT ON link
WHEN new.status = 'connected' AND new.origin IN ('created', 'recovered')
BEGIN
  INSERT INTO payroll_task (connection_id, company_id, subject, target_id, code, opened_at)
    SELECT new.connection_id, new.company_id, new.source_id, new.target_id, 'employee-to-complete', new.changed_at
    WHERE NOT EXISTS (
      SELECT 1 FROM payroll_task AS task
      WHERE task.connection_id = new.connection_id AND task.company_id = new.company_id
        AND task.subject = new.source_id AND task.target_id = new.target_id AND task.code = 'employee-to-complete');
END;
CREATE TRIGGER link_created_again AFTER UPDATE OF status, target_id, origin ON link
WHEN new.status = 'connected' AND new.origin IN ('created', 'recovered')
  AND (old.status IS NOT new.status OR old.target_id IS NOT new.target_id OR old.origin IS NOT new.origin)
BEGIN
  INSERT INTO payroll_task (connection_id, company_id, subject, target_id, code, opened_at)
    SELECT new.connection_id, new.company_id, new.source_id, new.target_id, 'employee-to-complete', new.changed_at
    WHERE NOT EXISTS (
      SELECT 1 FROM payroll_task AS task
      WHERE task.connection_id = new.connection_id AND task.company_id = new.company_id
        AND task.subject = new.source_id AND task.target_id = new.target_id AND task.code = 'employee-to-complete');
END;
CREATE TABLE employee_kind (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('applicant', 'new-hire', 'former', 'external')),
  PRIMARY KEY (connection_id, company_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE kind_read (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "access_request" (
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  subject TEXT NOT NULL,
  ask TEXT NOT NULL CHECK (ask IN ('individually', 'resend', 'remove', 'user-name', 'again', 'acceptance')),
  work TEXT,
  how TEXT CHECK (how IN ('none-open', 'loss-accepted')),
  at TEXT NOT NULL,
  PRIMARY KEY (portal_id, subject, ask),
  CHECK ((work IS NOT NULL) = (ask = 'acceptance')),
  CHECK ((how IS NOT NULL) = (ask = 'acceptance'))
) STRICT, WITHOUT ROWID;
CREATE TABLE access_letter (
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  subject TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('paper', 'email')),
  at TEXT NOT NULL,
  PRIMARY KEY (portal_id, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE onboarding_progress (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  profile TEXT NOT NULL,
  sent_on TEXT,
  confirmed_on TEXT,
  exchange_on TEXT,
  checked_on TEXT,
  PRIMARY KEY (connection_id, company_id, profile)
) STRICT, WITHOUT ROWID;
CREATE TABLE consent (
  connection TEXT PRIMARY KEY,
  app TEXT NOT NULL,
  scopes TEXT NOT NULL,
  sealed BLOB,
  consented_at INTEGER NOT NULL,
  access_since INTEGER NOT NULL,
  access_ends_at INTEGER NOT NULL,
  refresh_ends_at INTEGER,
  generation INTEGER NOT NULL,
  refresher TEXT,
  refresher_until INTEGER,
  CHECK ((refresher IS NULL) = (refresher_until IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE address (
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  kind TEXT NOT NULL CHECK (kind IN ('company', 'employee')),
  id_key TEXT NOT NULL,
  soap_id TEXT NOT NULL,
  rest_id TEXT NOT NULL,
  verified_at TEXT NOT NULL,
  PRIMARY KEY (connection_id, kind, id_key),
  UNIQUE (connection_id, kind, soap_id),
  UNIQUE (connection_id, kind, rest_id),
  CHECK (id_key IN (soap_id, rest_id) AND soap_id <> rest_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE lease (
  key TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  run_id TEXT NOT NULL,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  process_space TEXT NOT NULL,
  process_start TEXT NOT NULL,
  since TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  clock TEXT NOT NULL,
  expires_tick INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE shadow_read (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  run_id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  problem TEXT,
  people INTEGER NOT NULL,
  differences INTEGER NOT NULL,
  not_compared INTEGER NOT NULL,
  UNIQUE (connection_id, run_id)
) STRICT;
CREATE TABLE shadow_difference (
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  source_id TEXT NOT NULL,
  section TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (connection_id, source_id, section, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE canary_proof (
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  kind TEXT NOT NULL,
  circumstances TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE canary_flaw (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  circumstances TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  section TEXT NOT NULL,
  field TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE audit_reason (
  entry INTEGER PRIMARY KEY REFERENCES audit (number),
  text TEXT,
  salt TEXT,
  gone TEXT,
  CHECK ((text IS NULL) = (gone IS NOT NULL))
) STRICT;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
WHEN new.seal IS NULL OR new.seal IS old.seal
  OR (new.number, new.at, new.actor, new.connection, new.run_id, new.kind, new.company_id, new.section, new.operation,
      new.fields, new.code, new.reference, new.hash)
  IS NOT (old.number, old.at, old.actor, old.connection, old.run_id, old.kind, old.company_id, old.section, old.operation,
      old.fields, old.code, old.reference, old.hash)
BEGIN
  SELECT RAISE(ABORT, 'an audit entry cannot be changed');
END;
CREATE TRIGGER audit_reason_unchanged BEFORE UPDATE ON audit_reason WHEN new.gone IS NULL OR new.entry <> old.entry
BEGIN
  SELECT RAISE(ABORT, 'a typed reason cannot be changed');
END;`
