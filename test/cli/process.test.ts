import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-process-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface ProcessEnd {
  code: number | null
  stdout: string
  stderr: string
}

const entry = `import(${JSON.stringify(pathToFileURL(resolve('src/cli/main.ts')).href)}).then(({ main }) => main())`

/**
 * Starts the program in a process of its own, from its sources. `onStart` may send it signals or close its
 * streams.
 */
const start = (
  args: readonly string[],
  onStart: (child: ChildProcess) => void = () => undefined,
  env: Record<string, string> = {},
): Promise<ProcessEnd> =>
  watch(
    spawn(
      process.execPath,
      [
        '--import',
        pathToFileURL(resolve('node_modules/tsx/dist/esm/index.mjs')).href,
        '--input-type=module',
        '-e',
        entry,
        'nmbrs-sync',
        ...args,
      ],
      { cwd: folder, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    ),
    onStart,
  )

const watch = (child: ChildProcess, onStart: (child: ChildProcess) => void): Promise<ProcessEnd> =>
  new Promise((done, fail) => {
    let [stdout, stderr] = ['', '']
    child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString()))
    child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()))
    child.on('error', fail)
    child.on('close', (code) => {
      done({ code, stdout, stderr })
    })
    onStart(child)
  })

/** Sends a signal as soon as a text was printed, again for each time it is printed anew. */
const signalAt =
  (stream: 'stdout' | 'stderr', ...texts: readonly string[]) =>
  (child: ChildProcess): void => {
    let seen = ''
    const waiting = [...texts]
    child[stream]?.on('data', (piece: Buffer) => {
      seen += piece.toString()
      while (waiting[0] !== undefined && seen.includes(waiting[0])) {
        waiting.shift()
        child.kill('SIGINT')
      }
    })
  }

/**
 * Answers nothing. What comes is read, or the end of the caller would never be seen and the connection stay.
 */
const takeAndIgnore = (socket: Socket): void => {
  socket.resume()
  socket.on('error', () => undefined)
}

/** A configuration whose remotes take every call and answer none. */
const silentConfig = (port: number): string => `version: 1
connections:
  - name: silent
    alexis: { baseUrl: 'http://127.0.0.1:${port}/v1', token: '\${ALEXIS_TOKEN:-t}' }
    nmbrs: { host: 'http://127.0.0.1:${port}', username: a@b.example, token: '\${NMBRS_TOKEN:-t}', domain: acme }
    companies: [{ alexisCompanyId: 65f1c0ffee0000000000000a, nmbrsCompanyId: 1, nmbrsCompanyName: A }]
`

describe('the process', () => {
  it('ends with the exit code of the command', async () => {
    const help = await start(['--help'])
    const wrong = await start(['snyc'])

    expect([help.code, wrong.code]).toEqual([0, 2])
    expect(wrong.stderr).toContain('Did you mean sync?')
  })

  it('does not ask where there is no terminal', async () => {
    const { code, stderr } = await start(['sync'])

    expect(code).toBe(2)
    expect(stderr).toContain('--yes')
  })

  it('ends a command that only reads at the first signal, whatever it waits for', async () => {
    const silent = createServer(takeAndIgnore)
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    const { port } = silent.address() as AddressInfo
    writeFileSync(join(folder, 'silent.yaml'), silentConfig(port))

    const end = await start(['status', '--config', 'silent.yaml'], (child) => {
      silent.once('connection', () => child.kill('SIGINT'))
    })
    silent.close()

    expect(end.code).toBe(130)
    expect(end.stderr).not.toContain('safe place')
  })

  it('stops at the first signal', async () => {
    const end = await start(['sandbox', '--people', '40'], signalAt('stdout', 'Ctrl-C stops both'))

    expect(end.code).toBe(0)
    expect(end.stdout).toContain('Stopped.')
  })

  it('forgives a reader that has gone away', async () => {
    const end = await start(['--help'], (child) => child.stdout?.destroy())

    expect(end).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('a process that waits for a remote', () => {
  let silent: Server
  beforeEach(async () => {
    silent = createServer(takeAndIgnore)
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    mkdirSync(join(folder, 'config'))
    const connection = {
      name: 'acme',
      alexis: { baseUrl: `http://127.0.0.1:${port}/v1`, token: '${TOKEN}' },
      nmbrs: { username: 'api@tulp.example', token: '${TOKEN}', domain: 'tulp' },
      companies: [
        { alexisCompanyId: '65f1c0ffee0000000000000a', nmbrsCompanyId: 1, nmbrsCompanyName: 'Tulp' },
      ],
    }
    writeFileSync(
      join(folder, 'config', 'nmbrs-sync.yaml'),
      JSON.stringify({ version: 1, connections: [connection] }),
    )
  })
  afterEach(() => {
    silent.close()
  })

  it('ends at once at the second signal', async () => {
    const signals = signalAt('stderr', '"run started"', 'Once more ends it')

    const end = await start(['sync', '--yes', '--log-level', 'info'], signals, { TOKEN: 'of-the-test' })

    expect(end.code).toBe(1)
    expect(end.stderr).not.toContain('of-the-test')
  })
})

describe('bin/nmbrs-sync.js', () => {
  it('says how to build the program when that was not done', async () => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    cpSync('bin', join(folder, 'bin'), { recursive: true })

    const end = await watch(
      spawn(process.execPath, [join(folder, 'bin', 'nmbrs-sync.js'), 'plan'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
      () => undefined,
    )

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('npm ci && npm run build')
  })
})

describe('the language', () => {
  it('comes from the command line or the environment, also in a process of its own', async () => {
    const [shown, form] = await Promise.all([
      start(['onboarding', 'show', 'asr', '--lang', 'nl']),
      start(['onboarding', 'facts', 'asr'], undefined, { NMBRS_SYNC_LANG: 'nl' }),
    ])

    expect([shown.code, form.code]).toEqual([0, 0])
    expect(shown.stdout).toContain('Gegevens')
    expect(form.stdout).toMatch(/Vul|antwoord/)
  })
})
