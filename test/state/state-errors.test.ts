import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { AbortError, ConfigError, InternalError } from '../../src/domain/errors.js'
import { toStateError } from '../../src/state/sqlite/state-errors.js'

const withCode = (code: string): Error => Object.assign(new Error('original text'), { code })

describe('toStateError', () => {
  it.each([
    ['EACCES', 'cannot be opened for writing'],
    ['EROFS', 'cannot be opened for writing'],
    ['SQLITE_READONLY', 'cannot be opened for writing'],
    ['SQLITE_READONLY_DIRECTORY', 'cannot be opened for writing'],
    ['SQLITE_CANTOPEN', 'cannot be opened for writing'],
    ['ENOSPC', 'the disk is full'],
    ['SQLITE_FULL', 'the disk is full'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked by another program'],
    ['SQLITE_NOTADB', 'is not a database'],
    ['SQLITE_CORRUPT_VTAB', 'is damaged'],
    ['SQLITE_ERROR', 'does not have the tables that this program made'],
    ['SQLITE_IOERR_WRITE', 'the disk reports an error'],
    ['ENOENT', 'a link on the way to it leads nowhere'],
  ])('stops at %s: %s, with a remedy', (code, words) => {
    const error = toStateError(withCode(code), 'the state file /x')

    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({ code: 'state-unusable', remedy: expect.stringMatching(/\w/) })
    expect(error.message).toContain(`the state file /x`)
    expect(error.message).toContain(words)
  })

  it('knows a file in which the name of a column was damaged', () => {
    const sqlite = new Database(':memory:')
    sqlite.exec('CREATE TABLE run (nember INTEGER)')

    expect(() => {
      try {
        sqlite.prepare('SELECT number FROM run')
      } catch (error) {
        throw toStateError(error, 'the state file /x')
      }
    }).toThrow('the state file /x does not have the tables that this program made (SQLITE_ERROR)')
    sqlite.close()
  })

  it.each([
    ['made for another Node', withCode('ERR_DLOPEN_FAILED')],
    ['not there', new Error('Could not locate the bindings file. Tried:\n → /x/better_sqlite3.node')],
  ])('says how to install again when the compiled part of SQLite is %s', (_what, cause) => {
    const error = toStateError(cause, 'the state file /x')

    expect(error).toBeInstanceOf(AbortError)
    expect(error.message).toContain(`this is Node ${process.version}`)
    expect(error).toMatchObject({
      code: 'state-unusable',
      remedy: expect.stringContaining('npm install --global'),
      cause,
    })
  })

  it('takes a broken rule of the tables for a bug, and keeps the cause', () => {
    const cause = withCode('SQLITE_CONSTRAINT_CHECK')

    const error = toStateError(cause, 'the state file /x')

    expect(error).toBeInstanceOf(InternalError)
    expect(error.cause).toBe(cause)
    expect(error.message).not.toContain('original text')
  })

  it('leaves our own errors as they are', () => {
    const error = new ConfigError('one of ours')

    expect(toStateError(error, 'the state file /x')).toBe(error)
  })
})
