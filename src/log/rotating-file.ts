import { constants } from 'node:fs'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

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

/** So much goes out in one write at the most, which the system puts into the file in one piece. */
const maxWriteBytes = 256 * 1024

/**
 * A stream into a file that is followed by a new one when it has become too large. A line is never cut, and
 * none is lost when several programs write the file, whichever of them starts a new one. What cannot be
 * written is lost, and the next line is tried again: a full disk must not stop a sync.
 */
export const createRotatingFile = (options: RotatingFileOptions): Writable => {
  let file: OpenFile | undefined
  let failing = false

  /** Writes lines that came together at once, as far as they go into one file. */
  const append = async (lines: readonly Buffer[]): Promise<void> => {
    for (let from = 0; from < lines.length;) {
      const current = (file = await follow(file, options))
      let count = countFitting(lines, from, current)
      if (count === 0) {
        if (await makeRoom(current, options)) continue
        count = 1
      }
      const piece = Buffer.concat(lines.slice(from, from + count))
      await current.handle.appendFile(piece)
      // Another program threw away the file just before: what is in it now no one will read.
      if (await isThrownAway(current)) continue
      from += count
    }
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
  /** `Infinity` for what is no file, such as the standard output: it is never full and never renamed. */
  maxBytes: number
}

/** How many of the lines go into this file in one write; 0 when not even the first does. */
const countFitting = (lines: readonly Buffer[], from: number, { size, maxBytes }: OpenFile): number => {
  let bytes = 0
  let count = 0
  for (const line of lines.slice(from)) {
    const isFull = size + bytes > 0 && size + bytes + line.length > maxBytes
    if (isFull || (count > 0 && bytes + line.length > maxWriteBytes)) break
    bytes += line.length
    count += 1
  }
  return count
}

/** The file as it is now: other programs write it too, and may have put a new one in its place. */
const follow = async (file: OpenFile | undefined, options: RotatingFileOptions): Promise<OpenFile> => {
  if (file === undefined) return openFile(options)
  if (file.maxBytes === Infinity) return file
  const found = await stat(options.path).catch(ignoreAbsent)
  if (found?.ino === file.inode) return { ...file, size: found.size }
  await file.handle.close()
  return openFile(options)
}

const isThrownAway = async ({ handle, maxBytes }: OpenFile): Promise<boolean> =>
  maxBytes !== Infinity && (await handle.stat()).nlink === 0

/** Links that the operating system puts there; what else is a link may lead a log into someone's file. */
const ownLinks: ReadonlySet<string> = new Set(['/dev/stdout', '/dev/stderr'])

/**
 * Not blocking, as no one may be reading a pipe. Windows has neither of the two, and there they are nothing.
 */
const toOpenFlags = (path: string): number => {
  const append = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT
  return ownLinks.has(path) ? append : append | constants.O_NONBLOCK | constants.O_NOFOLLOW
}

const openFile = async ({ path, maxBytes }: RotatingFileOptions): Promise<OpenFile> => {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, toOpenFlags(path), 0o600)
  const found = await handle.stat()
  return {
    handle,
    size: found.size,
    inode: found.ino,
    maxBytes: found.isFile() && !ownLinks.has(path) ? maxBytes : Infinity,
  }
}

/** How long one program may take to rename a few files, and another waits for it. */
const renamingMs = 2000
const lookEveryMs = 5

/**
 * Renames the file that is full, unless another program did so meanwhile. One program at a time does that, or
 * one would take the other's new file for the full one. Gives `false` when it cannot be done now.
 */
const makeRoom = async ({ inode }: OpenFile, { path, keepFiles }: RotatingFileOptions): Promise<boolean> => {
  const marker = `${path}.turning`
  if (!(await takeMarker(marker))) return false
  try {
    if (await isStill(path, inode)) await shift(path, keepFiles)
    return true
  } finally {
    await rm(marker, { force: true })
  }
}

/** Makes a file that only one program can have made. One of a program that died over it is taken away. */
const takeMarker = async (marker: string): Promise<boolean> => {
  for (let waitedMs = 0; waitedMs < renamingMs; waitedMs += lookEveryMs) {
    try {
      await (await open(marker, 'wx', 0o600)).close()
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const found = await stat(marker).catch(ignoreAbsent)
    if (found !== undefined && Math.abs(Date.now() - found.mtimeMs) > renamingMs)
      await rm(marker, { force: true })
    await wait(lookEveryMs)
  }
  return false
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
