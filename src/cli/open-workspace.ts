import type { Workspace } from '../app/compose/workspace.js'
import { createNmbrsPaces } from '../app/compose/nmbrs/nmbrs-paces.js'
import type { Releases } from '../app/compose/releases.js'
import type { LogConfig } from '../config/config.js'
import { loadConfig } from '../config/load-config.js'
import type { Log } from '../domain/log.js'
import type { LogLevel } from '../log/log-levels.js'
import { createLogger } from '../log/logger.js'
import { findActor } from './options/actor.js'
import type { GlobalFlags } from './options/global-options.js'
import type { Io } from './io.js'
import { findLanguage, speakOn } from './options/language.js'
import { useColour } from './terminal/output-look.js'
import { createProgress } from './terminal/progress.js'
import { createStatusLine, type StatusLine } from './terminal/status-line.js'

/** A workspace that someone looks at. */
export interface ShownWorkspace extends Workspace {
  /** The streams to print on: they take the progress line away first. */
  io: Io
}

/** Loads the configuration and starts the log. Throws `ConfigError`. */
export const openWorkspace = async (
  io: Io,
  flags: GlobalFlags,
  releases: Releases,
): Promise<ShownWorkspace> => {
  const actor = findActor(flags, io.env)
  const loaded = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  const language = findLanguage(flags, io.env, loaded.config.language)
  const { timezone: timeZone } = loaded.config
  // What is printed beside the workspace, an error above all, is for the same reader.
  io.speakIn?.(language, timeZone)
  const spoken = speakOn(io, { language, timeZone })
  const { log, line, io: shownOn } = openLog(spoken, flags, loaded.config.log, releases)
  return {
    ...loaded,
    actor,
    log,
    onProgress: createProgress(line, log),
    onFault: () => undefined,
    paces: createNmbrsPaces(log, io.paceClock),
    surroundings: io,
    io: shownOn,
    language,
  }
}

/**
 * A log on stderr, also in the configured file, and the streams to print on: they take the progress line away
 * first.
 */
export const openLog = (
  io: Io,
  flags: GlobalFlags,
  { level, file, maxBytes, keepFiles }: LogConfig,
  releases: Releases,
): { log: Log; line: StatusLine; io: Io } => {
  const line = createStatusLine(io.stderr, io.now)
  const logger = createLogger({
    output: line.over(io.stderr),
    level: toLogLevel(flags, io, level),
    file: file === undefined ? undefined : { path: file, level, maxBytes, keepFiles },
    colour: useColour(io.stderr, io.env),
    now: io.now,
  })
  releases.add(() => logger.close())
  releases.add(line.clear)
  return { log: logger.log, line, io: { ...io, stdout: line.over(io.stdout), stderr: line.over(io.stderr) } }
}

/**
 * On a terminal the progress line and the results say enough; a log that no one watches says what was done.
 */
const toLogLevel = ({ logLevel, debug }: GlobalFlags, io: Io, configured: LogLevel): LogLevel => {
  if (logLevel !== undefined) return logLevel
  if (debug === true) return 'debug'
  return io.stderr.isTerminal ? 'warn' : configured
}
