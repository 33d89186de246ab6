import { once } from 'node:events'
import { Writable } from 'node:stream'

import pc from 'picocolors'
import { Temporal } from 'temporal-polyfill'
import winston from 'winston'

import type { Log, LogFields } from '../domain/log.js'
import { redactKnownShapes, redactText } from '../report/kit/redact-text.js'
import type { Output } from './io.js'
import { logLevels, type LogLevel } from './log-levels.js'
import { createRotatingFile, type RotatingFileOptions } from './rotating-file.js'

export type LogFile = Omit<RotatingFileOptions, 'onError'> & { level: LogLevel }

export interface LoggerOptions {
  output: Output
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

/** One line on its way to the streams. */
interface Line extends winston.Logform.TransformableInfo {
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

/** A log that is read by people on a terminal and by programs elsewhere. Personal data and secrets do not come through. */
export const createLogger = (options: LoggerOptions): Logger => {
  const { output, file, now, level } = options
  const stream = new Writable({
    decodeStrings: false,
    write: (line: string, _encoding, done) => {
      output.write(line)
      done()
    },
  })
  const fileStream = file === undefined ? undefined : openLogFile(file, output)
  const print = output.isTerminal ? toHumanLine(options.colour) : toJsonLine
  const logger = winston.createLogger({
    level: file === undefined ? level : mostTalkative(level, file.level),
    transports: [
      // winston types its transports as interfaces that look like the class; at run time they are made by it.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      toTransport(stream, level, print),
      ...(file === undefined || fileStream === undefined
        ? []
        : [toTransport(fileStream, file.level, toJsonLine)]),
    ],
  })
  const say =
    (each: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      logger.log({
        level: each,
        message: redactText(message),
        fields: redactFields(fields),
        time: toTime(now()),
      })
    }
  return {
    log: { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug') },
    close: async () => {
      const ends = logger.transports.map((transport) => once(transport, 'finish'))
      logger.end()
      await Promise.all(ends)
      if (fileStream !== undefined) await endOf(fileStream)
    },
  }
}

const toTransport = (stream: Writable, level: LogLevel, format: winston.Logform.Format) =>
  new winston.transports.Stream({ stream, level, format, eol: '\n' })

/** A stream into the log file, which says once on the terminal when it cannot write. */
const openLogFile = (file: LogFile, output: Output): Writable =>
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

const toJsonLine = winston.format.printf((info) => {
  const { time, level, message, fields } = info as Line // made by `say` and by nobody else
  return JSON.stringify({ time, level, message: String(message), ...fields })
})

const toHumanLine = (colour: boolean): winston.Logform.Format => {
  const paint = pc.createColors(colour)
  const colours = { error: paint.red, warn: paint.yellow, info: paint.green, debug: paint.dim }
  return winston.format.printf((info) => {
    const { time, level, message, fields } = info as Line // made by `say` and by nobody else
    const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
    const shown = known.map(([name, value]) => `${name}=${String(value)}`).join(' ')
    const word = (colours[level as LogLevel] as (text: string) => string)(level.padEnd(5))
    return `${paint.dim(time.slice(11, 19))} ${word} ${String(message)}${shown === '' ? '' : `  ${paint.dim(shown)}`}`
  })
}
