import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

/** A message of the DevTools protocol that is not an answer. */
export interface BrowserEvent {
  method: string
  params: unknown
  sessionId?: string
}

type Answer = (message: { result?: unknown; error?: { message: string } }) => void

export interface Browser {
  /** Sends one command and gives its result. */
  ask: <Result>(method: string, params?: object, sessionId?: string) => Promise<Result>
  /** Waits for an event; what was said before is not waited for. */
  waitFor: (method: string, sessionId: string) => Promise<unknown>
  close: () => Promise<void>
}

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
]

const endGroup = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}

/** A process that is just ending may put one more file there. */
const removeFolder = async (folder: string, tries = 20): Promise<void> => {
  try {
    await rm(folder, { recursive: true, force: true })
  } catch (error) {
    if (tries === 0) throw error
    await wait(100)
    await removeFolder(folder, tries - 1)
  }
}

/** Starts a Chromium without a window and speaks with it over a pipe: no port, no package. */
export const startBrowser = (path: string): Browser => {
  const profile = mkdtempSync(join(tmpdir(), 'nmbrs-sync-browser-'))
  const child = spawn(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts ends with it.
    detached: true,
  })
  const answers = new Map<number, Answer>()
  const waiting: { method: string; sessionId: string; settle: (params: unknown) => void }[] = []
  listen(child.stdio[4] as Readable, (message) => {
    if ('id' in message) {
      answers.get(message.id)?.(message)
      answers.delete(message.id)
      return
    }
    const index = waiting.findIndex(
      (one) => one.method === message.method && one.sessionId === message.sessionId,
    )
    if (index >= 0) waiting.splice(index, 1)[0]!.settle(message.params)
  })
  return {
    ask: createAsk(child, answers),
    waitFor: (method, sessionId) => new Promise((settle) => void waiting.push({ method, sessionId, settle })),
    close: async () => {
      const ended = new Promise((settle) => child.once('exit', settle))
      child.kill()
      await ended
      endGroup(child)
      await removeFolder(profile)
    },
  }
}

const createAsk = (child: ChildProcess, answers: Map<number, Answer>): Browser['ask'] => {
  let last = 0
  return <Result>(method: string, params: object = {}, sessionId?: string) =>
    new Promise<Result>((settle, fail) => {
      const id = ++last
      answers.set(id, ({ result, error }) => {
        if (error === undefined) settle(result as Result)
        else fail(new Error(`${method}: ${error.message}`))
      })
      const message = JSON.stringify({
        id,
        method,
        params,
        ...(sessionId === undefined ? {} : { sessionId }),
      })
      ;(child.stdio[3] as Writable).write(`${message}\0`)
    })
}

type Message = BrowserEvent | { id: number; result?: unknown; error?: { message: string } }

/** Messages end with a zero byte. */
const listen = (stream: Readable, tell: (message: Message) => void): void => {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const messages = `${rest}${chunk}`.split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) tell(JSON.parse(message) as Message)
  })
}
