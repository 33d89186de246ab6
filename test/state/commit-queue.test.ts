import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { AbortError, ConfigError, InternalError } from '../../src/domain/errors.js'
import { CommitQueue } from '../../src/state/sqlite/commit-queue.js'
import { aFolder } from './temp-state.js'

interface World {
  sqlite: Database.Database
  /** Another connection: it sees only what was committed. */
  other: Database.Database
  queue: CommitQueue
  statements: string[]
  rollbacks: number
  /** How the disk takes the next commits; well when there is none. */
  syncs: Promise<void>[]
  insert: (text: string) => void
}

const opened: Database.Database[] = []
afterEach(() => {
  for (const sqlite of opened.splice(0)) sqlite.close()
})

const aWorld = (): World => {
  const path = join(aFolder(), 'queue.db')
  const statements: string[] = []
  const sqlite = new Database(path, { timeout: 20, verbose: (text) => statements.push(String(text)) })
  sqlite.pragma('journal_mode = WAL')
  sqlite.exec('CREATE TABLE word (text TEXT NOT NULL UNIQUE) STRICT')
  const other = new Database(path)
  opened.push(sqlite, other)
  const insert = sqlite.prepare('INSERT INTO word VALUES (?)')
  const world: World = {
    sqlite,
    other,
    statements,
    rollbacks: 0,
    insert: (text) => {
      insert.run(text)
    },
    syncs: [],
    queue: new CommitQueue(
      sqlite,
      'the file',
      () => {
        world.rollbacks += 1
      },
      () => world.syncs.shift() ?? Promise.resolve(),
    ),
  }
  statements.length = 0
  return world
}

const wordsSeenBy = (sqlite: Database.Database): unknown[] =>
  sqlite.prepare('SELECT text FROM word ORDER BY rowid').pluck().all()

describe('CommitQueue', () => {
  it('puts everything that arrives in one turn into one transaction', async () => {
    const { queue, insert, statements, other } = aWorld()

    await Promise.all(
      ['a', 'b', 'c'].map((word) =>
        queue.run(() => {
          insert(word)
        }),
      ),
    )

    expect(statements.filter((text) => text.startsWith('BEGIN') || text === 'COMMIT')).toEqual([
      'BEGIN IMMEDIATE',
      'COMMIT',
    ])
    expect(wordsSeenBy(other)).toEqual(['a', 'b', 'c'])
  })

  it('resolves after the commit, when another program sees the row', async () => {
    const { queue, insert, other } = aWorld()

    const seen = await queue
      .run(() => {
        insert('a')
      })
      .then(() => wordsSeenBy(other))

    expect(seen).toEqual(['a'])
  })

  it('resolves when the disk has it, and puts what came meanwhile into one transaction', async () => {
    const { queue, insert, statements, syncs } = aWorld()
    let diskIsDone = (): void => undefined
    syncs.push(new Promise((resolve) => (diskIsDone = resolve)))
    const done: string[] = []
    const store = (word: string): Promise<void> =>
      queue
        .run(() => {
          insert(word)
        })
        .then(() => {
          done.push(word)
        })

    const first = store('a')
    await nextTurn()
    const later = [store('b')]
    await nextTurn()
    later.push(store('c'))
    await nextTurn()
    expect(done).toEqual([])
    diskIsDone()
    await Promise.all([first, ...later])

    expect(done).toEqual(['a', 'b', 'c'])
    expect(statements.filter((text) => text === 'COMMIT')).toHaveLength(2)
  })

  it('takes nothing more once the disk failed, because what it says then cannot be trusted', async () => {
    const { queue, insert, syncs, statements } = aWorld()
    syncs.push(Promise.reject(Object.assign(new Error('no'), { code: 'EIO' })))
    const write = (word: string) =>
      queue.run(() => {
        insert(word)
      })

    const first = write('a')
    const failed = expect(first).rejects.toMatchObject({ name: 'AbortError', code: 'state-unusable' })
    await nextTurn()
    const meanwhile = expect(write('b')).rejects.toMatchObject({ code: 'state-unusable' })
    await failed
    await meanwhile

    await expect(write('c')).rejects.toMatchObject({ code: 'state-unusable' })
    expect(statements.filter((text) => text === 'COMMIT')).toHaveLength(1)
    await queue.close()
  })

  it('gives what the work gave', async () => {
    const { queue } = aWorld()

    const result = await queue.run(() => 17)

    expect(result).toBe(17)
  })

  it('tells only the caller whose work failed, and undoes only his rows', async () => {
    const { queue, insert, other } = aWorld()

    const ends = await Promise.allSettled([
      queue.run(() => {
        insert('a')
      }),
      queue.run(() => {
        insert('half')
        throw new ConfigError('not this one')
      }),
      queue.run(() => {
        insert('b')
      }),
    ])

    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(ends[1]).toMatchObject({ reason: new ConfigError('not this one') })
    expect(wordsSeenBy(other)).toEqual(['a', 'b'])
  })

  it('explains an error that is a bug without the database language', async () => {
    const { queue, insert } = aWorld()
    await queue.run(() => {
      insert('a')
    })

    const again = queue.run(() => {
      insert('a')
    })

    await expect(again).rejects.toBeInstanceOf(InternalError)
  })

  it('says so when work was undone, so that nobody remembers rows that are gone', async () => {
    const world = aWorld()

    await world.queue
      .run(() => {
        throw new ConfigError('no')
      })
      .catch(() => undefined)

    expect(world.rollbacks).toBe(1)
  })

  it('fails everybody of a turn when the disk is full, and stores nothing of it', async () => {
    const { queue, insert, sqlite, other } = aWorld()
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages + 1}`)

    const ends = await Promise.allSettled([
      queue.run(() => {
        insert('small')
      }),
      queue.run(() => {
        insert('x'.repeat(100_000))
      }),
    ])

    const reasons = ends.map((end) => (end.status === 'rejected' ? (end.reason as unknown) : 'fulfilled'))
    expect(reasons).toEqual([expect.any(AbortError), expect.any(AbortError)])
    expect((reasons[0] as AbortError).code).toBe('state-unusable')
    expect((reasons[0] as AbortError).message).toContain('the disk is full')
    expect(wordsSeenBy(other)).toEqual([])
  })

  it('works again when there is room again', async () => {
    const { queue, insert, sqlite, other } = aWorld()
    sqlite.pragma(`max_page_count = 1`)
    await queue
      .run(() => {
        insert('x'.repeat(100_000))
      })
      .catch(() => undefined)
    sqlite.pragma('max_page_count = 100000')

    await queue.run(() => {
      insert('later')
    })

    expect(wordsSeenBy(other)).toEqual(['later'])
  })

  it('fails with a remedy while another program holds the lock', async () => {
    const { queue, insert, other } = aWorld()
    other.exec('BEGIN IMMEDIATE')

    const write = queue.run(() => {
      insert('a')
    })

    await expect(write).rejects.toMatchObject({ name: 'AbortError', code: 'state-unusable' })
    await expect(write).rejects.toThrow('locked by another program')
  })

  it('finishes what was asked for before it closes, and takes no more', async () => {
    const { queue, insert, other } = aWorld()
    const last = queue.run(() => {
      insert('last')
    })

    await queue.close()
    const late = queue.run(() => {
      insert('late')
    })

    await expect(late).rejects.toBeInstanceOf(InternalError)
    await last
    expect(wordsSeenBy(other)).toEqual(['last'])
  })
})
