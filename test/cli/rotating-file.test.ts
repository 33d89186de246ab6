import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { createLogger } from '../../src/log/logger.js'
import { createRotatingFile, type RotatingFileOptions } from '../../src/log/rotating-file.js'

let folder: string
let path: string
let errors: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-log-'))
  path = join(folder, 'logs', 'sync.log')
  errors = []
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const open = (differs: Partial<RotatingFileOptions> = {}): Writable =>
  createRotatingFile({
    path,
    maxBytes: 100,
    keepFiles: 3,
    onError: ({ message }) => errors.push(message),
    ...differs,
  })

const write = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve) =>
    stream.write(text, () => {
      resolve()
    }),
  )

const end = (stream: Writable): Promise<void> => new Promise((resolve) => stream.end(resolve))

/** Lines of ten bytes each. */
const lineOf = (index: number): string => `line ${String(index).padStart(4, '0')}\n`

const filesIn = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'logs'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, 'logs', name), 'utf8')]),
  )

describe('a log file', () => {
  it.each([true, false])(
    'is followed by a new one when it is full, and the oldest goes; at once: %s',
    async (atOnce) => {
      const stream = open()

      for (let i = 0; i < 35; i += 1) {
        const written = write(stream, lineOf(i))
        if (!atOnce) await written
      }
      await end(stream)

      const lines = (from: number, to: number): string =>
        Array.from({ length: to - from }, (_, i) => lineOf(from + i)).join('')
      expect(filesIn()).toEqual({
        'sync.log': lines(30, 35),
        'sync.log.1': lines(20, 30),
        'sync.log.2': lines(10, 20),
      })
      expect(errors).toEqual([])
    },
  )

  it('is gone on with after a restart', async () => {
    const first = open()
    await write(first, lineOf(0).repeat(8))
    await end(first)

    const second = open()
    await write(second, lineOf(1).repeat(5))
    await end(second)

    expect(filesIn()).toEqual({ 'sync.log': lineOf(1).repeat(5), 'sync.log.1': lineOf(0).repeat(8) })
  })

  it('begins anew without keeping the former one when only one is to be kept', async () => {
    const stream = open({ keepFiles: 1 })

    await write(stream, lineOf(0).repeat(8))
    await write(stream, lineOf(1).repeat(5))
    await end(stream)

    expect(filesIn()).toEqual({ 'sync.log': lineOf(1).repeat(5) })
  })

  it('takes a line that is longer than a file', async () => {
    const stream = open()

    await write(stream, `${'x'.repeat(500)}\n`)
    await write(stream, lineOf(1))
    await end(stream)

    expect(filesIn()).toEqual({ 'sync.log': lineOf(1), 'sync.log.1': `${'x'.repeat(500)}\n` })
  })

  it('is for its owner only, each of them', async () => {
    const stream = open()

    for (let i = 0; i < 35; i += 1) stream.write(lineOf(i))
    await end(stream)

    const modes = readdirSync(join(folder, 'logs')).map(
      (name) => statSync(join(folder, 'logs', name)).mode & 0o777,
    )
    expect(modes).toEqual([0o600, 0o600, 0o600])
  })

  it('that somebody else moved is not moved once more', async () => {
    const stream = open()
    await write(stream, lineOf(0).repeat(8))
    renameSync(path, `${path}.1`)
    writeFileSync(path, lineOf(7))

    await write(stream, lineOf(1).repeat(5))
    await end(stream)

    expect(filesIn()).toEqual({
      'sync.log': lineOf(7) + lineOf(1).repeat(5),
      'sync.log.1': lineOf(0).repeat(8),
    })
  })

  it('that cannot be written is said once, and written again when it can be', async () => {
    mkdirSync(path, { recursive: true })
    const stream = open()

    await write(stream, lineOf(0))
    await write(stream, lineOf(1))
    rmSync(path, { recursive: true })
    await write(stream, lineOf(2))
    await end(stream)

    expect(errors).toEqual([expect.stringContaining('EISDIR')])
    expect(filesIn()).toEqual({ 'sync.log': lineOf(2) })
  })

  it('has every line of a log that was closed', async () => {
    const logger = createLogger({
      output: { write: () => undefined, isTerminal: false },
      level: 'error',
      file: { path, level: 'info', maxBytes: 2_000, keepFiles: 1000 },
      colour: false,
      now: () => 0,
    })

    for (let n = 0; n < 500; n += 1) logger.log.info('line', { n })
    await logger.close()

    const seen = Object.values(filesIn()).flatMap((text) =>
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { n: number }).n),
    )
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, n) => n))
  })
})

describe('a log file', () => {
  const write = async (to: string): Promise<void> => {
    const stream = open({ path: to })
    await new Promise<void>((resolve) => {
      stream.write('a line\n', () => {
        stream.end(resolve)
      })
    })
  }

  it('is never written through a link in its last step', async () => {
    const victim = join(folder, 'victim')
    writeFileSync(victim, 'theirs')
    symlinkSync(victim, join(folder, 'sync.log'))

    await write(join(folder, 'sync.log'))

    expect(readFileSync(victim, 'utf8')).toBe('theirs')
    expect(errors.join()).toContain('ELOOP')
  })

  it('is not made where a link leads to nothing', async () => {
    symlinkSync(join(folder, 'made-by-a-link'), join(folder, 'sync.log'))

    await write(join(folder, 'sync.log'))

    expect(readdirSync(folder)).toEqual(['sync.log'])
  })

  it('may be in a folder that is a link', async () => {
    mkdirSync(join(folder, 'real'))
    symlinkSync(join(folder, 'real'), join(folder, 'linked'))

    await write(join(folder, 'linked', 'sync.log'))

    expect(readFileSync(join(folder, 'real', 'sync.log'), 'utf8')).toBe('a line\n')
    expect(statSync(join(folder, 'real', 'sync.log')).mode & 0o777).toBe(0o600)
  })

  it('that is a pipe nobody reads does not hold anything up', async () => {
    execFileSync('mkfifo', [join(folder, 'sync.log')])

    await write(join(folder, 'sync.log'))

    expect(errors.join()).toContain('ENXIO')
  })

  it('may be the standard error, which is a link', async () => {
    await write('/dev/stderr')

    expect(errors.join()).not.toContain('ELOOP')
  })
})

describe('a log file that several programs write', () => {
  const numbers = (text: string): string[] => text.match(/line \d{4}\n/g) ?? []

  it.each([
    { what: 'each line as it comes', atOnce: false },
    { what: 'many lines at once', atOnce: true },
  ])('loses no line, cuts none and doubles none when new files are started: $what', async ({ atOnce }) => {
    const streams = [open({ keepFiles: 200 }), open({ keepFiles: 200 }), open({ keepFiles: 200 })]

    await Promise.all(
      streams.map(async (stream, program) => {
        for (let index = 0; index < 60; index += 1) {
          const written = write(stream, lineOf(program * 1000 + index))
          if (!atOnce) await written
        }
        await end(stream)
      }),
    )

    const all = Object.values(filesIn())
    const expected = streams.flatMap((_, program) =>
      Array.from({ length: 60 }, (__, index) => lineOf(program * 1000 + index)),
    )
    expect(all.flatMap(numbers).sort()).toEqual(expected.sort())
    expect(all.join('').length).toBe(expected.join('').length)
    expect(errors).toEqual([])
  })

  it('follows the file when another program has started a new one', async () => {
    const [first, second] = [open(), open()]
    await write(first, lineOf(0))
    await write(second, lineOf(1))
    for (let index = 2; index < 11; index += 1) await write(second, lineOf(index))

    await write(first, lineOf(11))
    await Promise.all([end(first), end(second)])

    expect(filesIn()['sync.log']).toBe(lineOf(10) + lineOf(11))
  })

  it('starts a new one although a program died over starting one', async () => {
    mkdirSync(join(folder, 'logs'))
    writeFileSync(`${path}.turning`, '')
    utimesSync(`${path}.turning`, 0, 0)
    const stream = open()

    for (let index = 0; index < 11; index += 1) await write(stream, lineOf(index))
    await end(stream)

    expect(Object.keys(filesIn())).toEqual(['sync.log', 'sync.log.1'])
  })
})
