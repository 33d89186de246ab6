import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { ExitCode } from '../../src/cli/exit-codes.js'
import type { Io } from '../../src/cli/io.js'
import type { Prompts } from '../../src/cli/terminal/prompts.js'
import { run } from '../../src/cli/run.js'
import type { Clock } from '../../src/http/turns.js'
import type { Mix } from '../../src/sandbox/people/build-population.js'
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'

export interface CommandEnd {
  code: ExitCode
  stdout: string
  stderr: string
}

export interface CommandOptions {
  isTerminal?: boolean
  /** Columns of the screen; usually 120. */
  columns?: number
  prompts?: Prompts
  env?: Record<string, string>
  interruption?: AbortSignal
  /** How much later than usual it is. */
  laterMs?: number
  cwd?: string
  /** What standard input brings; asked for when it is wanted. */
  readLine?: () => Promise<string | undefined>
  /** Told every piece of output as it is written. */
  onOutput?: (text: string) => void
}

/** An order about nobody, which makes the state file and notes nothing in it. */
export const makeState = 'ignore 65f1c0ffee0000000000dead --undo'

/** Ten in the morning in Amsterdam. */
const start = Date.UTC(2026, 10, 22, 9)
export const today = '2026-11-22'

/** Runs a command line in this process, with a clock that stands still between its ticks. */
export const runCommand = async (
  argv: readonly string[],
  options: CommandOptions = {},
): Promise<CommandEnd> => {
  let ticks = 0
  const [stdout, stderr] = [collect(options), collect(options)]
  const io: Io = {
    stdout,
    stderr,
    prompts: options.prompts,
    ...(options.readLine && { readLine: options.readLine }),
    env: options.env ?? {},
    cwd: options.cwd ?? tmpdir(),
    now: () => start + (options.laterMs ?? 0) + (ticks += 10),
    newRunId: () => `run-${(runs += 1)}`,
    paceClock: createImpatientClock(),
    // A busy machine shows the names later, not ids instead.
    namesWaitMs: 600_000,
    interruption: options.interruption ?? new AbortController().signal,
    onSignal: () => () => undefined,
  }
  const code = await run(argv, io)
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

/** The pace is kept on a clock that jumps over each wait: nobody has to wait for it. */
const createImpatientClock = (): Clock => {
  let skippedMs = 0
  return {
    now: () => performance.now() + skippedMs,
    sleep: (ms) => {
      skippedMs += ms
      return nextTurn()
    },
  }
}

/** Run ids stay unique over the commands of one state file. */
let runs = 0

const collect = ({ isTerminal = false, columns = 120, onOutput }: CommandOptions) => {
  const parts: string[] = []
  const write = (text: string): void => {
    parts.push(text)
    onOutput?.(text)
  }
  return { write, isTerminal, columns, text: () => parts.join('') }
}

/** A folder with a configuration that points at a sandbox. */
export interface CliWorld {
  sandbox: Sandbox
  folder: string
  run: (commandLine: string, options?: CommandOptions) => Promise<CommandEnd>
  close: () => Promise<void>
}

/** One of each kind that a run treats in its own way. */
const oneOfEach: Mix = {
  newHire: 1,
  contactDiffers: 1,
  bankDiffers: 1,
  missingBirthDate: 1,
  ambiguous: 1,
}

export const openCliWorld = async (mix: Mix = oneOfEach, people = 8): Promise<CliWorld> => {
  const sandbox = await startSandbox({ people, seed: 7, today, mix })
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-cli-test-'))
  mkdirSync(join(folder, 'config'))
  writeFileSync(join(folder, 'config', 'nmbrs-sync.yaml'), sandbox.configYaml(join(folder, 'data')))
  return {
    sandbox,
    folder,
    run: (commandLine, options = {}) =>
      runCommand(
        commandLine.split(' ').filter((word) => word !== ''),
        {
          cwd: folder,
          ...options,
          env: { ...sandbox.env, ...options.env },
        },
      ),
    close: async () => {
      await sandbox.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Calls that change something in the fake Nmbrs. */
export const writesOf = ({ nmbrs }: Sandbox): string[] =>
  nmbrs.calls.records.map(({ operation }) => operation).filter((name) => /Insert|Update|Delete/.test(name))

/** Answers questions in order; a question more or a question of another kind fails the test. */
export const scriptPrompts = (
  answers: readonly (
    | string
    | boolean
    | ((labels: readonly string[]) => number)
    | { ticks: (labels: readonly string[]) => readonly string[] }
  )[],
): Prompts & { asked: string[] } => {
  const waiting = [...answers]
  const asked: string[] = []
  const next = (message: string): (typeof answers)[number] => {
    asked.push(message)
    const answer = waiting.shift()
    if (answer === undefined) throw new Error(`nobody answers: ${message}`)
    return answer
  }
  const nextText = (
    message: string,
    check?: (answer: string) => string | undefined,
    initial?: string,
  ): Promise<string> => {
    const given = next(message)
    if (typeof given !== 'string') throw new Error(`a text was asked for: ${message}`)
    const answer = given === '' ? (initial ?? '') : given
    const flaw = check?.(answer)
    return flaw === undefined ? Promise.resolve(answer) : nextText(`${message} (${flaw})`, check, initial)
  }
  return {
    asked,
    confirm: (message) => {
      const answer = next(message)
      if (typeof answer !== 'boolean') throw new Error(`yes or no was asked for: ${message}`)
      return Promise.resolve(answer)
    },
    ask: ({ message, check, initial }) => nextText(message, check, initial),
    askSecret: ({ message, check }) => nextText(message, check),
    choose: (message, choices) => {
      const pick = next(message)
      if (typeof pick !== 'function') throw new Error(`a choice was asked for: ${message}`)
      const chosen = choices[pick(choices.map(({ label }) => label))]
      if (chosen === undefined) throw new Error(`there is no such choice: ${message}`)
      return Promise.resolve(chosen.value)
    },
    tick: (message, choices) => {
      const pick = next(message)
      if (typeof pick !== 'object') throw new Error(`ticks were asked for: ${message}`)
      const labels = choices.map(({ label }) => label)
      const ticked = new Set(pick.ticks(labels))
      return Promise.resolve(choices.filter(({ label }) => ticked.has(label)).map(({ value }) => value))
    },
  }
}

/** A terminal on which every question gets the same yes or no; any other question fails the test. */
export const answerAll = (answer: boolean): CommandOptions & { asked: string[] } => {
  const asked: string[] = []
  const never = () => Promise.reject(new Error('only a yes or no is asked'))
  const prompts: Prompts = {
    confirm: (message) => {
      asked.push(message)
      return Promise.resolve(answer)
    },
    ask: never,
    askSecret: never,
    choose: never,
    tick: never,
  }
  return { asked, prompts, isTerminal: true }
}
