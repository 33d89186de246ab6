import type { Migration } from '../migrate.js'

/**
 * People can be asked for by name: the end of a login, and the user name that their name gives now. And it is
 * kept to whom login data was sent, how and when; what was in the letter is kept nowhere.
 */
export const loginLetters: Migration = {
  number: 20,
  name: 'login-letters',
  sql: `
CREATE TABLE access_request_wider (
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
INSERT INTO access_request_wider (portal_id, subject, ask, work, how, at)
  SELECT portal_id, subject, ask, work, how, at FROM access_request;
DROP TABLE access_request;
ALTER TABLE access_request_wider RENAME TO access_request;

-- The latest letter with login data to each person.
CREATE TABLE access_letter (
  portal_id INTEGER NOT NULL REFERENCES access_portal,
  subject TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('paper', 'email')),
  at TEXT NOT NULL,
  PRIMARY KEY (portal_id, subject)
) STRICT, WITHOUT ROWID;
`,
}
