import type { Migration } from '../migrate.js'

/**
 * Self-service logins: what is known of them, the work about them, and what became of it. Digests stand for
 * addresses and user names.
 */
export const access: Migration = {
  number: 7,
  name: 'access',
  sql: `
-- listed_at: when a whole list of the portal was imported last.
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

-- One delivery of work, told apart by its key wherever it is sent.
CREATE TABLE access_hand_over (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  key TEXT NOT NULL UNIQUE,
  begun_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

CREATE INDEX access_hand_over_open ON access_hand_over (portal_id) WHERE ended_at IS NULL;

-- What became of it by each channel. begun without an end: the program was stopped in between.
CREATE TABLE access_delivery (
  hand_over_id INTEGER NOT NULL REFERENCES access_hand_over,
  channel TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'arrived', 'not-arrived', 'unknown')),
  at TEXT NOT NULL,
  PRIMARY KEY (hand_over_id, channel)
) STRICT, WITHOUT ROWID;

-- Work about one login. The facts are those of the login once it is done; ends_login: it is gone then. hand_over_id of wanted work: it is
-- being handed over.
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

-- Nothing is asked for twice while one piece of work about a login is under way.
CREATE UNIQUE INDEX access_order_open ON access_order (portal_id, subject) WHERE state IN ('wanted', 'handed-over');
CREATE INDEX access_order_subject ON access_order (portal_id, subject, id);
CREATE INDEX access_order_hand_over ON access_order (hand_over_id);

-- What people asked for by hand and nobody was told of yet. An acceptance is bound to the exact work.
CREATE TABLE access_request (
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  subject TEXT NOT NULL,
  ask TEXT NOT NULL CHECK (ask IN ('individually', 'resend', 'again', 'acceptance')),
  work TEXT,
  how TEXT CHECK (how IN ('none-open', 'loss-accepted')),
  at TEXT NOT NULL,
  PRIMARY KEY (portal_id, subject, ask),
  CHECK ((work IS NOT NULL) = (ask = 'acceptance')),
  CHECK ((how IS NOT NULL) = (ask = 'acceptance'))
) STRICT, WITHOUT ROWID;
`,
}
