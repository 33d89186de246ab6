import { describe, expect, it } from '@jest/globals'

import {
  AbortError,
  AuthError,
  ConfigError,
  InternalError,
  RemoteError,
  type Problem,
} from '../../src/domain/errors.js'
import {
  buildDoctorText,
  buildDoctorView,
  type DoctorCheck,
} from '../../src/report/operations/doctor-report.js'
import { buildErrorText } from '../../src/report/operations/error-text.js'
import { buildProblemList } from '../../src/report/kit/problem-list.js'
import { plainLook } from './run-builders.js'

const aCheck = (differs: Partial<DoctorCheck> = {}): DoctorCheck => ({
  connection: 'acme',
  check: 'Nmbrs login',
  status: 'ok',
  detail: 'answers',
  remedy: null,
  ...differs,
})

describe('the report of doctor', () => {
  it('groups checks by connection and puts a remedy under each that needs one', () => {
    const checks = [
      aCheck({ connection: null, check: 'clock' }),
      aCheck(),
      aCheck({
        status: 'fail',
        check: 'Nmbrs rights',
        detail: 'Salary_Update is off',
        remedy: 'switch it on',
      }),
    ]

    expect(buildDoctorText(buildDoctorView(checks), plainLook)).toBe(
      'This installation\n  ok  clock  answers\n\n' +
        'Connection acme\n' +
        '  ok    Nmbrs login   answers\n' +
        '  fail  Nmbrs rights  Salary_Update is off\n' +
        '                      Next: switch it on\n\n' +
        '1 of 3 checks failed.\n',
    )
    expect(buildDoctorView(checks).ok).toBe(false)
  })

  it('takes a warning for healthy and says that there is one', () => {
    const checks = [aCheck({ status: 'warn', remedy: 'look' })]

    expect(buildDoctorView(checks).ok).toBe(true)
    expect(buildDoctorText(buildDoctorView(checks), plainLook)).toContain(
      'All 1 checks passed, 1 worth a look. Next: nmbrs-sync plan',
    )
  })
})

describe('the problems of a file', () => {
  it('are listed errors first, each with its place, what was expected and what was found', () => {
    const problem: Problem = {
      severity: 'warning',
      file: 'a.yaml',
      line: 1,
      key: 'x',
      expected: 'text',
      found: '1',
    }
    const problems: Problem[] = [
      problem,
      { ...problem, severity: 'error', line: 9, suggestion: 'y' },
      { ...problem, severity: 'error', line: 0, key: '' },
    ]

    expect(buildProblemList(problems, plainLook)).toEqual([
      'error    a.yaml  expected text, found 1',
      'error    a.yaml:9  x: expected text, found 1. Did you mean y?',
      'warning  a.yaml:1  x: expected text, found 1',
    ])
  })
})

describe('what is said about an error', () => {
  const say = (error: unknown, debug = false): string => buildErrorText(error, { debug, look: plainLook })
  const remote = new RemoteError('Nmbrs is away', {
    remote: 'nmbrs',
    operation: 'List_GetAll',
    code: 'timeout',
    retryable: true,
    carried: 'no',
    remedy: 'Try again',
  })

  it.each([
    ['a remote that failed', remote, 'error  Nmbrs is away\nNext: Try again\n'],
    [
      'a refused login',
      new AuthError('Refused', 'nmbrs', '1001', 'Check the token'),
      'error  Refused\nNext: Check the token\n',
    ],
    [
      'a run that must not go on',
      new AbortError('Stale', 'plan-stale', 'Plan again'),
      'error  Stale\nNext: Plan again\n',
    ],
    [
      'a wrong configuration',
      new ConfigError('Not usable', [
        { severity: 'error', file: 'a.yaml', line: 2, key: 'x', expected: 'text', found: '1' },
      ]),
      'error  Not usable\nerror    a.yaml:2  x: expected text, found 1\n',
    ],
    [
      'the operating system',
      Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'open' }),
      'error  EACCES: permission denied\nNext: check that the file, folder or port can be used\n',
    ],
    [
      'a bug we foresaw',
      new InternalError('a link was judged too early'),
      'error  This is a bug in nmbrs-sync: a link was judged too early\nNext: run it again with --debug and report what it prints\n',
    ],
  ])('names the next step after %s, without a stack', (_what, error, text) => {
    expect(say(error)).toBe(text)
  })

  it('does not quote an unforeseen error, which can hold data', () => {
    const text = say(new SyntaxError('Unexpected token in {"name":"Noor Testveld"}'))

    expect(text).toContain('This is a bug in nmbrs-sync: SyntaxError')
    expect(text).not.toContain('Noor')
    expect(say('thrown text')).toContain('string')
  })

  it('shows where it happened, and its causes, when debug asks for it', () => {
    const text = say(new InternalError('odd', { cause: new Error('because of noor@tulp.example') }), true)

    expect(text).toContain('checks-text.test')
    expect(text).toContain('caused by')
    expect(text).toContain('because of [e-mail]')
  })
})
