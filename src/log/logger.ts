import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Writable } from 'node:stream'

import pc from 'picocolors'
import { Temporal } from 'temporal-polyfill'
import type * as Winston from 'winston'

import type { Log, LogFields } from '../domain/log.js'
import { redactKnownShapes, redactText } from '../report/kit/redact-text.js'
import { logLevels, type LogLevel } from './log-levels.js'
import { createRotatingFile, type RotatingFileOptions } from './rotating-file.js'

// A hundred and more files, which a command that logs nothing need not load.
const require = createRequire(import.meta.url)
const loadWinston = (): typeof Winston => require('winston') as typeof Winston

export type LogFile = Omit<RotatingFileOptions, 'onError'> & { level: LogLevel }

export interface LoggerOptions {
  output: LogOutput
  level: LogLevel
  /** Also written to, as JSON lines. */
  file?: LogFile | undefined
  colour: boolean
  /** Epoch milliseconds. */
  now: () => number
}

export interface Logger {
  log: Log
  /** Waits until every line is where it belongs. */
  close: () => Promise<void>
}

/** Where lines are read. */
export interface LogOutput {
  write(text: string): void
  isTerminal: boolean
}

/** One line on its way to the streams. */
interface Line extends Winston.Logform.TransformableInfo {
  time: string
  fields: LogFields
}

/** Fields that hold our own or a remote's ids, which may look like a citizen service number and are none. */
const idFields = new Set([
  'runId',
  'employee',
  'targetId',
  'subject',
  'companyId',
  'connection',
  'pid',
  'time',
])

/**
 * A log that is read by people on a terminal and by programs elsewhere. Personal data and secrets do not come
 * through.
 */
export const createLogger = (options: LoggerOptions): Logger => {
  const { file, now, level } = options
  const loudest = file === undefined ? level : mostTalkative(level, file.level)
  let lines: Lines | undefined
  const say =
    (each: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (mostTalkative(each, loudest) !== loudest) return
      lines ??= openLines(options, loudest)
      lines.logger.log({
        level: each,
        message: redactText(message),
        fields: redactFields(fields),
        time: toTime(now()),
      })
    }
  return {
    log: { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug') },
    close: async () => {
      if (lines !== undefined) await endLines(lines)
    },
  }
}

/** Where lines go, made for the first of them. */
interface Lines {
  logger: Winston.Logger
  fileStream: Writable | undefined
}

const openLines = ({ output, file, level, colour }: LoggerOptions, loudest: LogLevel): Lines => {
  const winston = loadWinston()
  const stream = new Writable({
    decodeStrings: false,
    write: (line: string, _encoding, done) => {
      output.write(line)
      done()
    },
  })
  const fileStream = file === undefined ? undefined : openLogFile(file, output)
  const toTransport = (to: Writable, upTo: LogLevel, print: (line: Line) => string) =>
    new winston.transports.Stream({
      stream: to,
      level: upTo,
      // Every line is made by `createLogger`.
      format: winston.format.printf((info) => print(info as Line)),
      eol: '\n',
    })
  const transports = [toTransport(stream, level, output.isTerminal ? toHumanLine(colour) : toJsonLine)]
  if (file !== undefined && fileStream !== undefined)
    transports.push(toTransport(fileStream, file.level, toJsonLine))
  // winston types its transports as interfaces that look like the class; at run time they are made by it.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return { logger: winston.createLogger({ level: loudest, transports }), fileStream }
}

const endLines = async ({ logger, fileStream }: Lines): Promise<void> => {
  const ends = logger.transports.map((transport) => once(transport, 'finish'))
  logger.end()
  await Promise.all(ends)
  if (fileStream !== undefined) await endOf(fileStream)
}

/** A stream into the log file, which says once on the terminal when it cannot write. */
const openLogFile = (file: LogFile, output: LogOutput): Writable =>
  createRotatingFile({
    ...file,
    onError: (error) => {
      output.write(`warn  the log file cannot be written: ${redactText(error.message)}\n`)
    },
  })

const endOf = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    stream.end(resolve)
  })

const mostTalkative = (a: LogLevel, b: LogLevel): LogLevel =>
  logLevels.indexOf(a) > logLevels.indexOf(b) ? a : b

const toTime = (epochMs: number): string => Temporal.Instant.fromEpochMilliseconds(epochMs).toString()

const redactFields = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, LogFields[string]] => {
      if (typeof value !== 'string') return [name, value]
      return [name, idFields.has(name) ? redactKnownShapes(value) : redactText(value)]
    }),
  )

const toJsonLine = ({ time, level, message, fields }: Line): string =>
  JSON.stringify({ time, level, message: String(message), ...fields })

const toHumanLine = (colour: boolean): ((line: Line) => string) => {
  const paint = pc.createColors(colour)
  const colours = { error: paint.red, warn: paint.yellow, info: paint.green, debug: paint.dim }
  return ({ time, level, message, fields }) => {
    const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
    const shown = known.map(([name, value]) => `${name}=${String(value)}`).join(' ')
    const word = (colours[level as LogLevel] as (text: string) => string)(level.padEnd(5))
    return `${paint.dim(time.slice(11, 19))} ${word} ${String(message)}${shown === '' ? '' : `  ${paint.dim(shown)}`}`
  }
}
