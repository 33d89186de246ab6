import { describe, expect, it } from '@jest/globals'

import { AbortError, AuthError, ConfigError, InternalError, RemoteError } from '../../src/domain/errors.js'
import { toRunFailure } from '../../src/domain/run/run-failure.js'

const lost = new RemoteError('Nmbrs Employee_Insert: no answer in time', {
  remote: 'nmbrs',
  operation: 'Employee_Insert',
  code: 'timeout',
  retryable: true,
  carried: 'unknown',
  remedy: 'Run again later',
})

describe('the failure of a run', () => {
  it.each([
    [new AuthError('no', 'alexis', 'unauthorised', 'Make a new token'), 'alexis-unauthorised'],
    [lost, 'nmbrs-timeout'],
    [new AbortError('empty', 'source-empty', 'Look at AlexisHR'), 'source-empty'],
    [
      new ConfigError('The mapping has 1 error', [], { remedy: 'nmbrs-sync mappings check' }),
      'configuration',
    ],
    [new InternalError('impossible'), 'internal'],
  ])('has a code, the message and what to do: %s', (error, code) => {
    const failure = toRunFailure(error)

    expect(failure.code).toBe(code)
    expect(failure.message).toBe(error.message)
    expect(failure.remedy).toMatch(/\w/)
  })

  it('tells two remotes that fail alike apart', () => {
    const other = new RemoteError('AlexisHR: no answer in time', { ...lost.facts, remote: 'alexis' })

    expect(toRunFailure(other).code).not.toBe(toRunFailure(lost).code)
  })

  it('takes what the operating system refuses for no bug, and keeps no path', () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write '/home/noor/a'"), {
      code: 'ENOSPC',
      syscall: 'write',
    })

    expect(toRunFailure(full)).toEqual({
      code: 'system',
      message: 'The operating system refused write (ENOSPC)',
      remedy: 'Check that the file, folder or port can be used',
    })
  })

  it('leaves out the text of an unforeseen error, which may quote data', () => {
    const failure = toRunFailure(new TypeError('cannot read NL00 INVENTED'))

    expect(failure).toMatchObject({ code: 'unforeseen', message: 'This is a bug in nmbrs-sync: TypeError' })
  })
})
