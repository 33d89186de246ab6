import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { parse, stringify } from 'yaml'

import { newRunId } from '../../../src/cli/run-id.js'
import { run } from '../../../src/cli/run.js'
import type { Sandbox } from '../../../src/sandbox/start-sandbox.js'
import type { SoakTransport } from './transports.js'

export interface CommandEnd {
  /** Absent when the process was killed. */
  code: number | null
  stdout: string
  stderr: string
}

/** A folder with a configuration for the sandbox, and the command line in it. */
export interface SoakFolder {
  path: string
  /** In this process: cheap, as the daemon runs it. */
  run: (...words: readonly string[]) => Promise<CommandEnd>
  /** In a process of its own, which can be killed. */
  spawn: (onStart: (child: ChildProcess) => void, ...words: readonly string[]) => Promise<CommandEnd>
  remove: () => void
}

/**
 * Nothing is held for being much or for being money: what the soak is about is what faults and kills leave
 * behind.
 */
const settings = {
  thresholds: {
    ...Object.fromEntries(
      ['create', 'update', 'bankAccount', 'salary'].map((kind) => [kind, { max: 100_000 }]),
    ),
    sameField: { percent: 100 },
    shrink: { percent: 100 },
  },
  holds: { bankAccountChange: 'never', salaryChangePercent: 1000 },
  reads: { bankSlice: 10 },
}

export const openSoakFolder = (
  sandbox: Sandbox,
  compiled: string,
  { configYaml }: Pick<SoakTransport, 'configYaml'>,
): SoakFolder => {
  const path = mkdtempSync(join(tmpdir(), 'nmbrs-sync-soak-'))
  mkdirSync(join(path, 'config'))
  cpSync('mappings', join(path, 'mappings'), { recursive: true })
  writeFileSync(join(path, 'config/nmbrs-sync.yaml'), writeConfig(configYaml(sandbox, join(path, 'data'))))
  return {
    path,
    run: (...words) => runHere(words, path, sandbox.env),
    spawn: (onStart, ...words) => {
      const program = resolve(compiled, 'test/bench/soak/command-process.js')
      const child = spawn(process.execPath, [program, ...words], {
        cwd: path,
        env: { PATH: process.env.PATH, HOME: path, ...sandbox.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      onStart(child)
      return endOf(child)
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}

const writeConfig = (yaml: string): string => {
  const config = parse(yaml) as { connections: object[] }
  return stringify({
    ...config,
    connections: config.connections.map((connection) => ({ ...connection, ...settings })),
  })
}

const runHere = async (
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<CommandEnd> => {
  const [stdout, stderr] = [collect(), collect()]
  const code = await run(words, {
    stdout,
    stderr,
    prompts: undefined,
    env,
    cwd,
    now: () => Date.now(),
    newRunId: () => newRunId(Date.now()),
    interruption: new AbortController().signal,
    onSignal: () => () => undefined,
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

const collect = () => {
  const output = {
    text: '',
    isTerminal: false,
    columns: 80,
    write: (piece: string) => void (output.text += piece),
  }
  return output
}

const endOf = (child: ChildProcess): Promise<CommandEnd> =>
  new Promise((done, fail) => {
    let [stdout, stderr] = ['', '']
    child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString()))
    child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()))
    child.on('error', fail)
    child.on('close', (code) => {
      done({ code, stdout, stderr })
    })
  })
