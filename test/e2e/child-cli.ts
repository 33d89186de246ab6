import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { parse, stringify } from 'yaml'

import { run as runCommand } from '../../src/cli/run.js'
import { silentLog } from '../../src/domain/log.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { newRunId } from '../../src/cli/run-id.js'
import type { Sandbox } from '../../src/sandbox/start-sandbox.js'

const program = resolve('bin/nmbrs-sync.js')

export interface CliEnd {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  onStart?: (child: ChildProcess) => void
  env?: Record<string, string>
  /** No file may grow over so many kilobytes, as on a disk that is full. */
  fileLimitKb?: number
  /** The account to run under, for a superuser who wants to see what others may not. */
  uid?: number
  /** The working folder; the one of the configuration when left out. */
  cwd?: string
}

/** The shell counts blocks of 512 bytes (POSIX, ulimit -f). */
const toCommand = (args: readonly string[], fileLimitKb: number | undefined): [string, string[]] =>
  fileLimitKb === undefined
    ? [process.execPath, [program, ...args]]
    : ['sh', ['-c', `ulimit -f ${fileLimitKb * 2}; exec "$@"`, 'sh', process.execPath, program, ...args]]

/** A folder with a configuration for a sandbox, in which the real command is run as a process of its own. */
export interface Cli {
  folder: string
  /** Waits for the end. `onStart` gets the process, to end it at a moment of the test's choosing. */
  run: (args: readonly string[], options?: RunOptions) => Promise<CliEnd>
  /** The same command in this process: quicker, for where a process of its own proves nothing more. */
  runHere: (
    args: readonly string[],
    options?: { env?: Record<string, string>; isTerminal?: boolean },
  ) => Promise<CliEnd>
  /** Makes the state file and its key, with nothing in them and without a call. */
  makeState: () => Promise<void>
  remove: () => void
}

/** `differs` is laid over the settings of the configuration's one connection. */
export const openCli = (sandbox: Sandbox, differs: object = {}, api: 'soap' | 'rest' = 'soap'): Cli => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-cli-'))
  mkdirSync(join(folder, 'config'))
  const data = join(folder, 'data')
  const yaml = api === 'rest' ? sandbox.restConfigYaml(data) : sandbox.configYaml(data)
  const config = withSettings(yaml, differs)
  writeFileSync(join(folder, 'config/nmbrs-sync.yaml'), config)
  const run: Cli['run'] = (args, { onStart, env = {}, fileLimitKb, uid, cwd = folder } = {}) =>
    new Promise((done, fail) => {
      const child = spawn(...toCommand(args, fileLimitKb), {
        ...(uid === undefined ? {} : { uid }),
        cwd,
        env: { PATH: process.env.PATH, HOME: folder, ...sandbox.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let [stdout, stderr] = ['', '']
      child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()))
      child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
      child.on('error', fail)
      child.on('close', (code, signal) => {
        done({ code, signal, stdout, stderr })
      })
      onStart?.(child)
    })
  const runHere: Cli['runHere'] = async (args, { env = {}, isTerminal = false } = {}) => {
    const [stdout, stderr] = [collect(isTerminal), collect(isTerminal)]
    const code = await runCommand(args, {
      stdout,
      stderr,
      prompts: undefined,
      env: { ...sandbox.env, ...env },
      cwd: folder,
      now: () => Date.now(),
      newRunId: () => newRunId(Date.now()),
      interruption: new AbortController().signal,
      onSignal: () => () => undefined,
    })
    return { code, signal: null, stdout: stdout.text, stderr: stderr.text }
  }
  return {
    folder,
    run,
    runHere,
    makeState: async () => {
      const [path, keyFile] = [join(data, 'nmbrs-sync.db'), join(data, 'state.key')]
      const own = { pid: process.pid, host: hostname(), isProcessAlive }
      const state = await openStateDatabase({ path, keyFile, now: () => Date.now(), log: silentLog, ...own })
      await state.close()
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const withSettings = (yaml: string, differs: object): string => {
  const config = parse(yaml) as { connections: object[] }
  const connections = config.connections.map((connection) => ({ ...connection, ...differs }))
  return stringify({ ...config, connections })
}

const collect = (isTerminal: boolean) => {
  const output = {
    text: '',
    isTerminal,
    columns: 80,
    write: (piece: string) => void (output.text += piece),
  }
  return output
}

/** The calendar day now: what the command, too, takes for today. */
export const realToday = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
