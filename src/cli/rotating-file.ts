import { constants } from 'node:fs'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'

import { toError } from '../domain/errors.js'

export interface RotatingFileOptions {
  path: string
  /** A line that would make the file larger goes into a new one. */
  maxBytes: number
  /** How many files are kept, the one being written included. Older ones end in `.1`, `.2` and so on. */
  keepFiles: number
  /** Told once when lines get lost, and again only after some were written. */
  onError: (error: Error) => void
}

/**
 * A stream into a file that is followed by a new one when it has become too large. A line is never cut. What cannot be written is lost, and
 * the next line is tried again: a full disk must not stop a sync.
 */
export const createRotatingFile = (options: RotatingFileOptions): Writable => {
  let file: OpenFile | undefined
  let failing = false

  /** Writes lines that came together at once, as far as they go into one file. */
  const append = async (lines: readonly Buffer[]): Promise<void> => {
    let batch: Buffer[] = []
    let current = (file ??= await openFile(options))
    const flush = async (): Promise<void> => {
      await current.handle.appendFile(Buffer.concat(batch))
      batch = []
    }
    for (const line of lines) {
      if (current.size > 0 && current.size + line.length > current.maxBytes) {
        await flush()
        file = current = await startAnew(current, options)
      }
      batch.push(line)
      current.size += line.length
    }
    await flush()
    failing = false
  }

  const close = async (): Promise<void> => {
    const last = file
    file = undefined
    await last?.handle.close()
  }

  /** After a failure the file is opened again: its folder may be another one by now. */
  const recover = async (error: unknown): Promise<void> => {
    await close().catch(() => undefined)
    if (!failing) options.onError(toError(error))
    failing = true
  }

  const settle = (work: Promise<void>, done: () => void): void => {
    void work.catch(recover).finally(done)
  }
  return new Writable({
    write: (line: Buffer, _encoding, done) => {
      settle(append([line]), done)
    },
    writev: (lines, done) => {
      settle(append(lines.map(({ chunk }) => chunk as Buffer)), done) // strings were decoded before
    },
    final: (done) => {
      settle(close(), done)
    },
  })
}

interface OpenFile {
  handle: FileHandle
  size: number
  inode: number
  maxBytes: number
}

/** Links that the operating system puts there; what else is a link may lead a log into somebody's file. */
const ownLinks: ReadonlySet<string> = new Set(['/dev/stdout', '/dev/stderr'])

/** Not blocking, as nobody may be reading a pipe. Windows has neither of the two, and there they are nothing. */
const toOpenFlags = (path: string): number => {
  const append = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT
  return ownLinks.has(path) ? append : append | constants.O_NONBLOCK | constants.O_NOFOLLOW
}

const openFile = async ({ path, maxBytes }: RotatingFileOptions): Promise<OpenFile> => {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, toOpenFlags(path), 0o600)
  const found = await handle.stat()
  // What is no file, such as the standard output, is never full and never renamed.
  return {
    handle,
    size: found.size,
    inode: found.ino,
    maxBytes: found.isFile() && !ownLinks.has(path) ? maxBytes : Infinity,
  }
}

const startAnew = async ({ handle, inode }: OpenFile, options: RotatingFileOptions): Promise<OpenFile> => {
  const { path, keepFiles } = options
  await handle.close()
  // Another process, or a person, may have moved the file already.
  if (await isStill(path, inode)) await shift(path, keepFiles)
  return openFile(options)
}

const isStill = async (path: string, inode: number): Promise<boolean> => {
  const found = await stat(path).catch(ignoreAbsent)
  return found?.ino === inode
}

/** Renames each file to the next number, from the oldest on; the last one goes. */
const shift = async (path: string, keepFiles: number): Promise<void> => {
  const nameOf = (age: number): string => (age === 0 ? path : `${path}.${age}`)
  await rm(nameOf(keepFiles - 1), { force: true })
  for (let age = keepFiles - 2; age >= 0; age -= 1)
    await rename(nameOf(age), nameOf(age + 1)).catch(ignoreAbsent)
}

const ignoreAbsent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined
  throw error
}
