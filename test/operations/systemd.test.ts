import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { exitCode } from '../../src/cli/exit-codes.js'
import { findUnknownWords } from './check-command-line.js'
import { readUnitFile } from './unit-file.js'

const daemon = readUnitFile('config/systemd/nmbrs-sync.service')
const once = readUnitFile('config/systemd/nmbrs-sync-once.service')
const timer = readUnitFile('config/systemd/nmbrs-sync.timer')

const one = (unit: ReadonlyMap<string, readonly string[]>, name: string): string | undefined =>
  unit.get(name)?.at(-1)

/** What every service takes away from the program. */
const hardening = [
  'UMask=0077',
  'NoNewPrivileges=yes',
  'CapabilityBoundingSet=',
  'ProtectSystem=strict',
  'ProtectHome=yes',
  'PrivateTmp=yes',
  'PrivateDevices=yes',
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectControlGroups=yes',
  'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK',
  'RestrictNamespaces=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
  'SystemCallFilter=@system-service',
  'StateDirectory=nmbrs-sync',
  'StateDirectoryMode=0700',
]

describe.each([
  { name: 'nmbrs-sync.service', unit: daemon, words: ['daemon'] },
  { name: 'nmbrs-sync-once.service', unit: once, words: ['sync', '--yes', '--notify'] },
])('$name', ({ unit, words }) => {
  it('starts a command that there is', async () => {
    const [node, program, ...rest] = one(unit, 'Service.ExecStart')!.split(' ')

    expect(node).toBe('/usr/bin/node')
    expect(program).toBe('/opt/nmbrs-sync/bin/nmbrs-sync.js')
    expect(existsSync(program!.replace('/opt/nmbrs-sync/', ''))).toBe(true)
    expect(rest).toEqual(words)
    expect(await findUnknownWords(rest)).toEqual([])
  })

  it.each(hardening)('keeps %s', (line) => {
    const [name, value] = [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]

    expect(one(unit, `Service.${name}`)).toBe(value)
  })

  it('runs as a user of its own, and has a folder that it may write', () => {
    expect(one(unit, 'Service.User')).toBe('nmbrs-sync')
    expect(one(unit, 'Service.WorkingDirectory')).toBe(`/var/lib/${one(unit, 'Service.StateDirectory')!}`)
  })

  it('leaves time for those who are begun and for the longest answer', () => {
    expect(one(unit, 'Service.KillSignal')).toBe('SIGTERM')
    expect(one(unit, 'Service.KillMode')).toBe('mixed')
    expect(one(unit, 'Service.TimeoutStopSec')).toBe('5min')
  })

  it('sees the other processes, so that no lease of a living one is taken over', () => {
    for (const name of ['ProtectProc', 'ProcSubset', 'PrivatePIDs'])
      expect(unit.has(`Service.${name}`)).toBe(false)
  })

  it('holds no secret', () => {
    expect(unit.get('Service.Environment')).toEqual([
      'NODE_ENV=production NMBRS_SYNC_CONFIG=/etc/nmbrs-sync/nmbrs-sync.yaml',
    ])
  })
})

describe('the daemon under systemd', () => {
  it('is started again after a failure, and not while its configuration is wrong or another one runs', () => {
    expect(one(daemon, 'Service.Restart')).toBe('on-failure')
    expect(one(daemon, 'Service.RestartPreventExitStatus')).toBe(`${exitCode.usage} ${exitCode.busy}`)
  })

  it('loads its configuration anew when it is reloaded', () => {
    expect(one(daemon, 'Service.ExecReload')).toBe('/bin/kill -HUP $MAINPID')
  })
})

describe('the unit that tells that another was given up', () => {
  const failed = readUnitFile('config/systemd/nmbrs-sync-failed@.service')

  it('is named by the service and by the one-time service, ready to be switched on', () => {
    for (const name of ['nmbrs-sync.service', 'nmbrs-sync-once.service'])
      expect(readFileSync(`config/systemd/${name}`, 'utf8')).toContain(
        '#OnFailure=nmbrs-sync-failed@%n.service',
      )
  })

  it('keeps its address off the list of processes, and ends in time', () => {
    const command = one(failed, 'Service.ExecStart')!

    expect(command).toContain('"$$FAILURE_URL" | curl --config -')
    expect(command).toContain('--max-time 20')
  })
})

describe('the timer', () => {
  it('starts one sync a night, also one that was missed', () => {
    expect(one(timer, 'Timer.Unit')).toBe('nmbrs-sync-once.service')
    expect(existsSync(`config/systemd/${one(timer, 'Timer.Unit')!}`)).toBe(true)
    expect(one(timer, 'Timer.OnCalendar')).toBe('*-*-* 02:00:00 Europe/Amsterdam')
    expect(one(timer, 'Timer.Persistent')).toBe('yes')
  })

  it('takes something held, and another run under way, for no failure', () => {
    expect(one(once, 'Service.Type')).toBe('oneshot')
    expect(one(once, 'Service.SuccessExitStatus')).toBe(`${exitCode.held} ${exitCode.busy}`)
  })
})
