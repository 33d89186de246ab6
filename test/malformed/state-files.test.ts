import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toRunId, toTargetCompanyId } from '../../src/domain/ids.js'
import { openStateDatabase, type StateDatabase } from '../../src/state/open-state-database.js'
import { withSandboxWorld } from '../e2e/sandbox-world.js'
import { stateOptions } from '../state/temp-state.js'
import { applyDamage, damages } from './damage.js'
import { assertFor } from './inputs.js'
import { knownEndOf } from './known-end.js'
import { asTester } from '../support/builders.js'

const companyId = toTargetCompanyId('1234')
let runs = 0

/** Everything that a run reads of its state, and what it writes before it writes elsewhere. */
const useState = async (state: StateDatabase): Promise<void> => {
  runs += 1
  const id = toRunId(`run-malformed-${runs}`)
  const lease = await state.acquireLease('whole-file', id)
  const store = state.store('acme', asTester)
  await store.runs.startRun({
    id,
    mode: 'sync',
    trigger: 'cli',
    startedAt: '2026-11-22T08:00:00.000Z',
    whole: true,
  })
  const links = await store.links.readLinks()
  await store.baselines.readBaselines(
    companyId,
    links.map(({ sourceId }) => sourceId),
  )
  await store.accounts.readBankLooks(companyId)
  await store.journal.readOpenIntents()
  await store.runs.countSyncs()
  for (const run of await store.runs.readRuns(10)) await store.runs.readRun(run.id)
  await store.accounts.writeBankLooks(companyId, [], '2026-11-22T08:00:00.000Z')
  await state.info()
  await lease.release()
}

const openAndUse = async (folder: string): Promise<void> => {
  const state = await openStateDatabase(stateOptions(folder))
  try {
    await useState(state)
  } finally {
    await state.close()
  }
}

/** Bytes of the file at several places turned over: what a failing disk leaves. */
const rot = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })), {
  minLength: 1,
  maxLength: 40,
})

const turnOver = (good: Buffer, places: readonly (readonly [number, number])[]): Buffer => {
  const bytes = Buffer.from(good)
  for (const [at, by] of places) {
    const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
    bytes.writeUInt8(bytes.readUInt8(place) ^ by, place)
  }
  return bytes
}

const withGoodState = async (test: (copy: () => string) => Promise<void>): Promise<void> => {
  await withSandboxWorld({ people: 2, mix: 'all-new' }, async (world) => {
    await world.run()
    await world.run()
    const folders: string[] = []
    try {
      await test(() => {
        const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-rot-'))
        folders.push(folder)
        cpSync(world.folder, folder, { recursive: true })
        return folder
      })
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    }
  })
}

describe('a damaged state', () => {
  it('of any file is opened and used, or refused with an error that says what to do', async () => {
    await withGoodState(async (copy) => {
      const folder = copy()
      const path = join(folder, 'state.db')
      const good = readFileSync(path)

      await assertFor(
        'stateFiles',
        fc.asyncProperty(
          fc.oneof(
            damages.map((damage) => applyDamage(good, damage)),
            rot.map((places) => turnOver(good, places)),
          ),
          fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined }),
          async (bytes, log) => {
            writeFileSync(path, bytes)
            rmSync(`${path}-shm`, { force: true })
            if (log === undefined) rmSync(`${path}-wal`, { force: true })
            else writeFileSync(`${path}-wal`, log)

            const end = await knownEndOf(() => openAndUse(folder))

            if ('error' in end)
              expect(end.error).toMatchObject({ name: 'AbortError', remedy: expect.any(String) })
          },
        ),
      )
    })
  })

  it('key is taken for none but the one that belongs to the file', async () => {
    await withGoodState(async (copy) => {
      const folder = copy()
      const path = join(folder, 'state.key')
      const good = readFileSync(path)

      await assertFor(
        'keyFiles',
        fc.asyncProperty(
          fc.oneof(
            damages.map((damage) => applyDamage(good, damage)),
            rot.map((places) => turnOver(good, places)),
          ),
          async (bytes) => {
            fc.pre(!bytes.equals(good))
            writeFileSync(path, bytes)

            const end = await knownEndOf(() => openAndUse(folder))

            expect(end).toMatchObject({ error: { code: 'state-unusable' } })
          },
        ),
      )
    })
  })
})
