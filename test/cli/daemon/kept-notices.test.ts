import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { createKeptNotices } from '../../../src/app/notices/kept-notices-file.js'
import { toSituations } from '../../../src/daemon/notices/situation.js'
import { silentLog } from '../../../src/domain/log.js'
import { aRunEnded, heldDocument } from '../../daemon/notices/a-notice.js'

let folder: string
let statePath: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-kept-'))
  statePath = join(folder, 'state.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const [situation] = toSituations(aRunEnded(heldDocument))
const notice = { channel: 'email', situation: situation! }

describe('notices that are kept', () => {
  it('come back once, in their order, and are for the owner only meanwhile', async () => {
    const kept = createKeptNotices(statePath, silentLog)
    await kept.keep([notice])
    await kept.keep([{ ...notice, channel: 'webhook' }])
    const mode = statSync(`${statePath}.notices.json`).mode & 0o777

    const first = await kept.take()
    const second = await kept.take()

    expect(first).toEqual(
      [notice, { ...notice, channel: 'webhook' }].map((one) => JSON.parse(JSON.stringify(one)) as unknown),
    )
    expect(second).toEqual([])
    expect(mode).toBe(0o600)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['no json', '{}', '[{"channel":1}]', '[{"channel":"email","situation":null}]'])(
    'are passed over when they cannot be read: %s',
    async (text) => {
      writeFileSync(`${statePath}.notices.json`, text)

      expect(await createKeptNotices(statePath, silentLog).take()).toEqual([])
    },
  )

  it('are the latest hundred', async () => {
    const kept = createKeptNotices(statePath, silentLog)
    await kept.keep(Array.from({ length: 150 }, (_, index) => ({ ...notice, channel: `c${index}` })))

    const channels = (await kept.take()).map(({ channel }) => channel)

    expect([channels.length, channels[0]]).toEqual([100, 'c50'])
  })

  it('make no file when there is nothing to keep', async () => {
    await createKeptNotices(statePath, silentLog).keep([])

    expect(readdirSync(folder)).toEqual([])
  })
})
