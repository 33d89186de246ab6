import { exitCode } from './exit-codes.js'
import type { Io, Output } from './io.js'
import { watchLoss } from './terminal/lost-output.js'
import { createTerminalPrompts } from './terminal/prompts.js'
import { run } from './run.js'
import { newRunId } from './run-id.js'

const stopSignals = ['SIGINT', 'SIGTERM'] as const

/**
 * Every connection checks certificates, no matter what the environment says; a company whose proxy reads TLS
 * adds its own to the trusted ones.
 */
const insistOnCertificates = (stderr: NodeJS.WriteStream): void => {
  const set = process.env.NODE_TLS_REJECT_UNAUTHORIZED
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  if (set !== '0') return
  stderr.write(
    `warn  NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect: certificates are always checked. For a proxy that reads TLS set NODE_EXTRA_CA_CERTS.\n`,
  )
}

/** The program as the user starts it. The only place that ends the process. */
export const main = async (): Promise<void> => {
  const { stdin, stdout, stderr } = process
  const findLoss = watchLoss([stdout, stderr])
  insistOnCertificates(stderr)
  silenceLibraries()
  const cwd = findWorkingFolder()
  if (cwd === undefined) {
    stderr.write('error  The working folder was removed. Change to a folder that is there.\n')
    return process.exit(exitCode.usage)
  }
  // The program is built into few files; a place in the sources is only looked up where it is asked for.
  if (process.argv.includes('--debug')) process.setSourceMapsEnabled(true)
  // What is made is for its owner only.
  process.umask(0o077)
  const { interruption, endAtOnce } = listenForSignals()
  const canAsk = isTerminal(stdin) && isTerminal(stderr)
  const io: Io = {
    stdout: toOutput(stdout),
    stderr: toOutput(stderr),
    prompts: canAsk ? createTerminalPrompts(stdin, stderr, interruption) : undefined,
    readLine: () => readLine(stdin, interruption),
    env: process.env,
    cwd,
    now: () => Date.now(),
    newRunId: () => newRunId(Date.now()),
    interruption,
    endAtOnce,
    onSignal: (signal, listener) => {
      process.on(signal, listener)
      return () => process.off(signal, listener)
    },
  }
  const endWithBug = (error: unknown): void => {
    void import('./report-error.js')
      .then(({ reportError }) => {
        reportError(io, error, { debug: process.argv.includes('--debug') })
      })
      .finally(() => process.exit(exitCode.failed))
  }
  process.on('uncaughtException', endWithBug)
  const code = await run(process.argv.slice(2), io)
  await Promise.all([flush(stdout), flush(stderr)])
  const loss = findLoss(stdout)
  if (loss === undefined) process.exit(code)
  stderr.write(`error  Standard output could not be written (${loss}), so part of the result is missing\n`)
  await flush(stderr)
  process.exit(exitCode.failed)
}

/** Some libraries print what they do on standard output, in the middle of a document, where these are set. */
const silenceLibraries = (): void => {
  delete process.env.DEBUG
  delete process.env.DIAGNOSTICS
}

const findWorkingFolder = (): string | undefined => {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/** One line, however it comes in; nothing more is taken from the stream than it needs. */
const readLine = async (input: NodeJS.ReadStream, signal: AbortSignal): Promise<string | undefined> => {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input, terminal: false, signal })
  try {
    for await (const line of lines) return line
    return undefined
  } finally {
    lines.close()
  }
}

const stopping = '\nStopping at the next safe place. Once more ends it at once.\n'

/** As shells tell it: 128 and the number of the signal. */
const endedBy = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * The first signal asks for a stop at the next safe place, the second ends the process at once. Once a
 * command has said that it only reads, the first one does.
 */
const listenForSignals = (): { interruption: AbortSignal; endAtOnce: () => void } => {
  const controller = new AbortController()
  let mayEnd = false
  for (const signal of stopSignals) {
    process.on(signal, () => {
      if (mayEnd) {
        // What line of progress or question stands there is left behind.
        if (process.stderr.isTTY) process.stderr.write('\n')
        process.exit(endedBy[signal])
      }
      if (controller.signal.aborted) process.exit(exitCode.failed)
      controller.abort()
      process.stderr.write(stopping)
    })
  }
  const endAtOnce = (): void => {
    mayEnd = true
  }
  return { interruption: controller.signal, endAtOnce }
}

const usualColumns = 80

const toOutput = (stream: NodeJS.WriteStream): Output => ({
  write: (text) => {
    stream.write(text)
  },
  isTerminal: isTerminal(stream),
  get columns() {
    // A terminal that was never told its size says 0.
    return isTerminal(stream) && stream.columns > 0 ? stream.columns : usualColumns
  },
})

/** `isTTY` is absent on anything that is no terminal, no matter what its type says. */
const isTerminal = (stream: { isTTY?: boolean }): boolean => stream.isTTY === true

/** Waits until what was written is out; a closed pipe counts as out. */
const flush = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => {
      resolve()
    })
  })
