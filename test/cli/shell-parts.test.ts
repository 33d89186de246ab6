import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { exitCode, toCommonExitCode, toExitCode, toRunExitCode } from '../../src/cli/exit-codes.js'
import type { LogLevel } from '../../src/log/log-levels.js'
import { createLogger } from '../../src/log/logger.js'
import { lookOf } from '../../src/cli/terminal/output-look.js'
import { createProgress, toProgressText } from '../../src/cli/terminal/progress.js'
import { withReleases } from '../../src/app/compose/releases.js'
import { newRunId } from '../../src/cli/run-id.js'
import { shortenPath } from '../../src/config/shorten-path.js'
import { createStatusLine } from '../../src/cli/terminal/status-line.js'
import { writeFileAtomically } from '../../src/app/files/write-file-atomically.js'
import { AbortError, ConfigError, InternalError } from '../../src/domain/errors.js'
import { silentLog } from '../../src/domain/log.js'
import { toRunId } from '../../src/domain/ids.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aChange, aDocument } from '../report/run-builders.js'

const anOutput = (isTerminal = true) => {
  const parts: string[] = []
  return {
    isTerminal,
    columns: 40,
    write: (text: string) => {
      parts.push(text)
    },
    parts,
  }
}

const anEnd = (differs: Partial<RunEnd> = {}): RunEnd => ({
  document: aDocument(),
  people: [],
  savedPlan: undefined,
  periods: [],
  error: undefined,
  ...differs,
})

describe('the exit code', () => {
  it.each([
    [new ConfigError('wrong'), 2],
    [new AbortError('busy', 'lease-held', ''), 75],
    [new AbortError('stale', 'plan-stale', ''), 1],
    [new InternalError('odd'), 1],
    ['thrown text', 1],
  ])('of an error %s is %i', (error, code) => {
    expect(toExitCode(error)).toBe(code)
  })

  it.each([
    ['ok', 0],
    ['held', 3],
    ['failed', 1],
    ['aborted', 1],
  ] as const)('of a run that is %s is %i', (result, code) => {
    expect(toRunExitCode(anEnd({ document: aDocument({ run: { result } }) }), false)).toBe(code)
  })

  it('of a partly failed run is never 0', () => {
    expect(toRunExitCode(anEnd({ error: new Error('the state file is full') }), false)).toBe(1)
  })

  it('of a plan says that changes wait only when it is asked to', () => {
    const document = aDocument({
      run: { result: 'held' },
      changes: [aChange(), aChange({ outcome: 'held' })],
    })

    expect([toRunExitCode(anEnd({ document }), true), toRunExitCode(anEnd({ document }), false)]).toEqual([
      4, 3,
    ])
  })

  it('of several ends is that of the worst', () => {
    const { done, failed, held, busy, changesWaiting } = exitCode

    expect(toCommonExitCode([done, held, failed])).toBe(1)
    expect(toCommonExitCode([held, busy])).toBe(75)
    expect(toCommonExitCode([changesWaiting, done])).toBe(4)
    expect(toCommonExitCode([])).toBe(0)
  })
})

describe('what was opened', () => {
  it('is given back in reverse order, once', async () => {
    const given: string[] = []

    const result = await withReleases((releases) => {
      releases.add(() => void given.push('first'))
      releases.add(async () => {
        await Promise.resolve()
        given.push('second')
      })
      return Promise.resolve('done')
    })

    expect(result).toBe('done')
    expect(given).toEqual(['second', 'first'])
  })

  it('is given back after a failure, all of it, and the first failure is the one that counts', async () => {
    const given: string[] = []
    const work = withReleases((releases) => {
      releases.add(() => void given.push('first'))
      releases.add(() => {
        throw new Error('second cannot be closed')
      })
      throw new Error('the work failed')
    })

    await expect(work).rejects.toThrow('the work failed')
    expect(given).toEqual(['first'])
  })

  it('fails when giving back fails', async () => {
    const work = withReleases((releases) => {
      releases.add(() => {
        throw new Error('cannot be closed')
      })
      return Promise.resolve()
    })

    await expect(work).rejects.toThrow('cannot be closed')
  })
})

describe('the status line', () => {
  it('is written over, and taken away before anything else', () => {
    const stream = anOutput()
    let now = 0
    const line = createStatusLine(stream, () => now)

    line.show('one')
    now = 1000
    line.show('two')
    line.over(stream).write('result\n')
    line.clear()

    expect(stream.parts).toEqual(['\r\u001b[2Kone', '\r\u001b[2Ktwo', '\r\u001b[2K', 'result\n'])
  })

  it('leaves out what comes too quickly, but not after the clock was set back', () => {
    const stream = anOutput()
    let now = 5000
    const line = createStatusLine(stream, () => now)

    line.show('one')
    now = 5010
    line.show('left out')
    now = 10
    line.show('after the clock was set back')

    expect(stream.parts.map((part) => part.slice(5))).toEqual(['one', 'after the clock was set back'])
  })

  it('is cut to the width of the terminal, and absent elsewhere', () => {
    const [terminal, file] = [anOutput(), anOutput(false)]

    createStatusLine(terminal, () => 0).show('x'.repeat(100))
    createStatusLine(file, () => 0).show('one')

    expect(terminal.parts.join('')).toHaveLength(5 + 39)
    expect(file.parts).toEqual([])
  })
})

describe('progress', () => {
  it.each([
    [
      { type: 'run-started', runId: toRunId('r'), connection: 'acme', mode: 'sync' } as const,
      'acme: starting',
    ],
    [{ type: 'source-read', read: 5, total: 9 } as const, 'reading AlexisHR: 5 of 9'],
    [{ type: 'target-read', what: 'address', read: 5 } as const, 'reading Nmbrs, address: 5'],
    [
      { type: 'target-read', what: 'bank accounts', read: 5, total: 9 } as const,
      'reading Nmbrs, bank accounts: 5 of 9',
    ],
    [{ type: 'planned', changes: 3, held: 1 } as const, 'planned: 3 changes, 1 held'],
    [{ type: 'change-finished', change: aChange(), done: 2, total: 3 } as const, 'writing to Nmbrs: 2 of 3'],
  ])('is told in a few words', (event, text) => {
    expect(toProgressText(event)).toBe(text)
  })

  it('logs a change that was not carried out as something to look at, by ids and codes', () => {
    const warned: unknown[] = []
    const log = { ...silentLog, warn: (message: string, fields: unknown) => warned.push([message, fields]) }
    const onProgress = createProgress(
      createStatusLine(anOutput(false), () => 0),
      log,
    )

    onProgress({
      type: 'change-finished',
      change: aChange({ outcome: 'failed', reason: 'write-refused' }),
      done: 1,
      total: 2,
    })
    onProgress({ type: 'change-finished', change: aChange({ outcome: 'applied' }), done: 2, total: 2 })

    expect(warned).toEqual([
      [
        'change not carried out',
        {
          employee: 'a1',
          targetId: '10023',
          kind: 'update',
          section: 'address',
          outcome: 'failed',
          code: 'write-refused',
        },
      ],
    ])
  })
})

describe('the log', () => {
  const logTo = async (isTerminal: boolean, level: LogLevel, file?: string): Promise<string> => {
    const output = anOutput(isTerminal)
    const { log, close } = createLogger({
      output,
      level,
      file: file === undefined ? undefined : { path: file, level: 'info', maxBytes: 1_000_000, keepFiles: 3 },
      colour: false,
      now: () => Date.UTC(2026, 10, 22, 9),
    })
    log.warn('change held for noor@tulp.example', {
      employee: '123456789',
      code: 'drift',
      iban: 'NL02TEST0123456789',
      n: 1,
      none: undefined,
    })
    log.info('run finished')
    log.debug('details')
    await close()
    return output.parts.join('')
  }

  it('is one JSON object a line where no terminal is, without personal data', async () => {
    expect(await logTo(false, 'info')).toBe(
      '{"time":"2026-11-22T09:00:00Z","level":"warn","message":"change held for [e-mail]","employee":"123456789","code":"drift","iban":"[IBAN]","n":1}\n' +
        '{"time":"2026-11-22T09:00:00Z","level":"info","message":"run finished"}\n',
    )
  })

  it('is text for people on a terminal', async () => {
    expect(await logTo(true, 'warn')).toBe(
      '09:00:00 warn  change held for [e-mail]  employee=123456789 code=drift iban=[IBAN] n=1\n',
    )
  })

  it('goes to a file as well, for its owner only, with a level of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-log-'))
    const file = join(folder, 'logs', 'sync.log')

    const printed = await logTo(false, 'error', file)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    const { mode } = statSync(file)
    rmSync(folder, { recursive: true })

    expect(printed).toBe('')
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain('tulp.example')
    expect(mode & 0o777).toBe(0o600)
  })
})

describe('the look of a stream', () => {
  it('has colour and names on a terminal only', () => {
    const terminal = lookOf(anOutput(), {})
    const file = lookOf(anOutput(false), {})

    expect([terminal.showNames, terminal.width, terminal.paint.isColorSupported]).toEqual([true, 40, true])
    expect([file.showNames, file.width, file.paint.isColorSupported]).toEqual([false, 110, false])
  })

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('has no colour for a user who wants none: %o', (env) => {
    expect(lookOf(anOutput(), env).paint.isColorSupported).toBe(false)
  })
})

describe('a file written at once', () => {
  it('is whole or as it was, for its owner only, and leaves no draft', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-file-'))
    const file = join(folder, 'deep', 'a.txt')
    await writeFileAtomically(file, 'one')
    await writeFileAtomically(file, 'two')
    const failing = writeFileAtomically(folder, 'over a folder')

    await expect(failing).rejects.toThrow()
    const seen = [readFileSync(file, 'utf8'), statSync(file).mode & 0o777, readdirSync(join(folder, 'deep'))]
    writeFileSync(file, '')
    rmSync(folder, { recursive: true })

    expect(seen).toEqual(['two', 0o600, ['a.txt']])
  })
})

describe('small texts', () => {
  it('a run id sorts by time and holds no more than time and chance', () => {
    expect(newRunId(Date.UTC(2026, 10, 22, 2, 58, 20))).toMatch(/^20261122-025820-[0-9a-f]{6}$/)
    expect(newRunId(0)).not.toBe(newRunId(0))
  })

  it.each([
    ['/a/b/c', 'c'],
    ['/a/b', '/a/b'],
    ['/a/x', '/a/x'],
    ['/a/..b', '/a/..b'],
  ])('the path %s is shown as %s', (path, shown) => {
    expect(shortenPath('/a/b', path)).toBe(shown)
  })
})
