import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { nameNetworkDisk } from '../../src/app/doctor/network-disk.js'
import { silentLog } from '../../src/domain/log.js'
import { createKey, keyBytes, type Link } from '../../src/state/sqlite/file/key-file.js'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-key-'))
  path = join(folder, 'state.key')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const failing =
  (code: string): Link =>
  () => {
    throw Object.assign(new Error(code), { code, syscall: 'link' })
  }

describe('a key file where files cannot have two names', () => {
  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'UNKNOWN'])('is made all the same (%s)', (code) => {
    const key = createKey(path, silentLog, failing(code))

    expect(key).toHaveLength(keyBytes)
    expect(readFileSync(path).equals(key)).toBe(true)
    expect(readdirSync(folder)).toEqual(['state.key'])
  })

  it('never replaces the key of someone else', () => {
    const others = Buffer.alloc(keyBytes, 1)
    writeFileSync(path, others)

    expect(createKey(path, silentLog, failing('EPERM')).equals(others)).toBe(true)
    expect(createKey(path, silentLog).equals(others)).toBe(true)
  })

  it('says what is wrong when the disk is the matter', () => {
    expect(() => createKey(path, silentLog, failing('ENOSPC'))).toThrow(/the disk is full/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a disk', () => {
  it.each([
    ['NFS', 0x6969, 'NFS'],
    ['SMB, as statfs gives it with a sign', 0xff534d42 | 0, 'SMB'],
    ['SMB 2', 0xfe534d42, 'SMB'],
    ['ext4', 0xef53, undefined],
    ['overlay', 0x794c7630, undefined],
    ['tmpfs', 0x01021994, undefined],
    ['FUSE', 0x65735546, undefined],
  ])('is of the network or of this machine: %s', (_, type, expected) => {
    expect(nameNetworkDisk(type)).toBe(expected)
  })
})
