import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import type { AlexisEmployeeRecord } from '../../src/sandbox/alexis/records.js'
import { openCliWorld, type CliWorld } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

let world: CliWorld
let synced: RememberedWorld
beforeAll(async () => {
  world = await openCliWorld({ newHire: 1, left: 0 }, 8)
  await world.run('sync --yes')
  synced = rememberWorld(world)
})
beforeEach(() => {
  synced.putBack()
})
afterAll(() => synced.close())

const configFile = (): string => join(world.folder, 'config', 'nmbrs-sync.yaml')

interface ConfigText {
  connections: { access: { afterSync?: boolean; portals: Record<string, Record<string, unknown>> } }[]
}

/** Changes the settings of the logins. */
const configure = (change: (access: ConfigText['connections'][number]['access']) => void): void => {
  const config = parse(readFileSync(configFile(), 'utf8')) as ConfigText
  const access = config.connections[0]?.access
  if (access === undefined) throw new Error('no access')
  change(access)
  writeFileSync(configFile(), stringify(config))
}

const person = (index = 0): AlexisEmployeeRecord => {
  const id = world.sandbox.story.linkedEqual[index]
  const found = world.sandbox.alexis.data.employees.find((one) => one.id === id)
  if (found === undefined) throw new Error('nobody there')
  return found
}

interface PlanJson {
  portals: {
    counts: Record<string, number>
    batches: { key: string; people: string[] }[]
    actions: { subject: string; kind: string; because: string[]; holds: string[]; notes: string[] }[]
  }[]
}

const plan = async (): Promise<PlanJson['portals'][number] & { code: number }> => {
  const { code, stdout } = await world.run('access plan --json')
  const [portal] = (JSON.parse(stdout) as PlanJson).portals
  if (portal === undefined) throw new Error('no portal')
  return { ...portal, code }
}

const actionOf = async (subject: string) => {
  const { actions } = await plan()
  const action = actions.find((one) => one.subject === subject)
  if (action === undefined) throw new Error('no action')
  return action
}

/** Hands everything over and gives the names of the batches. */
const handOver = async (): Promise<string[]> => {
  const { stdout } = await world.run('access sync --json')
  const { portals } = JSON.parse(stdout) as { portals: { handOvers: { batches: { key: string }[] }[] }[] }
  return portals.flatMap(({ handOvers }) => handOvers.flatMap(({ batches }) => batches.map(({ key }) => key)))
}

const handOverAndConfirm = async (): Promise<void> => {
  const batches = await handOver()
  await world.run(`access confirm ${batches.join(' ')} --yes`)
}

const loginFolders = (): string[] => readdirSync(join(world.folder, 'data', 'logins'))

describe('access sync', () => {
  it('hands the logins of everybody over who is connected and in service, as files that only their owner can read', async () => {
    const { code, stdout } = await world.run('access sync')

    const [folder = ''] = loginFolders()
    const files = readdirSync(join(world.folder, 'data', 'logins', folder))
    expect(code).toBe(0)
    expect(stdout).toContain('handed over: 8 people.')
    expect(files.filter((name) => name.endsWith('.csv'))).not.toEqual([])
    expect(files.some((name) => name.endsWith('.html'))).toBe(true)
    for (const name of files) {
      const path = join(world.folder, 'data', 'logins', folder, name)
      expect(statSync(path).mode & 0o077).toBe(0)
    }
    expect(
      files.map((name) => readFileSync(join(world.folder, 'data', 'logins', folder, name), 'utf8')).join(),
    ).toContain(person().workEmail)
  })

  it('hands nothing over twice', async () => {
    await world.run('access sync')

    const { code, stdout } = await world.run('access sync')

    expect(code).toBe(0)
    expect(stdout).toContain('nothing new to hand over')
    expect(loginFolders()).toHaveLength(1)
    expect((await plan()).counts).toMatchObject({ ready: 0, inHand: 8 })
  })

  it('has nothing to do once everything is confirmed', async () => {
    await handOverAndConfirm()

    const { counts, code } = await plan()

    expect(code).toBe(0)
    expect(counts).toMatchObject({ ready: 0, held: 0, inHand: 0, asWanted: 8 })
  })

  it('shows the work where nothing else is configured', async () => {
    configure(({ portals }) => {
      delete portals['nmbrs-ess']?.delivery
    })

    const { stdout } = await world.run('access sync --show-values', {
      isTerminal: true,
      env: { NO_COLOR: '1' },
    })

    expect(stdout).toContain(person().workEmail)
    expect((await plan()).counts).toMatchObject({ inHand: 8 })
  })

  it('tries again what did not arrive, and says so with exit code 1', async () => {
    const folder = join(world.folder, 'data', 'logins')
    writeFileSync(folder, 'in the way')

    const failed = await world.run('access sync')
    writeFileSync(configFile(), readFileSync(configFile(), 'utf8').replace(folder, `${folder}-2`))
    const again = await world.run('access sync')

    expect(failed.code).toBe(1)
    expect(failed.stdout).toContain('did not arrive')
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('begun before and carried on')
    expect((await plan()).counts).toMatchObject({ inHand: 8 })
  })

  it('plans nothing of a read that failed', async () => {
    world.sandbox.alexis.faults.add({ kind: 'status', status: 500, path: 'employee', repeats: 20 })

    const { code, stdout } = await world.run('access sync')

    expect(code).toBe(1)
    expect(stdout).toBe('')
    world.sandbox.alexis.faults.clear()
    expect((await plan()).counts).toMatchObject({ ready: 8, inHand: 0 })
  })
})

describe('an answer', () => {
  it('is given for one person, by somebody with a name, and is on record', async () => {
    await handOver()

    const { code, stdout } = await world.run(`access confirm ${person().id} --as fatma`)

    const { stdout: audit } = await world.run('audit list --limit 100 --json')
    expect(code).toBe(0)
    expect(stdout).toContain('Confirmed: 1 person')
    expect(audit).toContain('"login-work-answered"')
    expect(audit).toContain('"fatma"')
    expect((await plan()).counts).toMatchObject({ asWanted: 1, inHand: 7 })
  })

  it('that refuses keeps the work from being handed over again, until somebody asks', async () => {
    await handOver()
    await world.run(`access refuse ${person().id} --reason abroad`)

    const refused = await actionOf(person().id)
    await world.run(`access request ${person().id}`)
    const asked = await actionOf(person().id)

    expect(refused).toMatchObject({ kind: 'none', because: ['refused'] })
    expect(asked).toMatchObject({ kind: 'create', holds: [] })
    expect(asked.because).toContain('asked-again')
  })

  it.each([
    ['access confirm K7M2QX-1', 'No batch K7M2QX-1 of nmbrs-ess was handed over'],
    ['access confirm 65f1c0ffee0000000000000a', 'waits for an answer'],
    ['access refuse K7M2QX', 'Say why: nmbrs-sync access refuse K7M2QX --reason TEXT'],
    ['access confirm K7M2QX-1 --no-open-requests', 'name the people by their ids'],
    ['access resend 65f1c0ffee0000000000000a', 'No active login'],
    ['access withdraw 65f1c0ffee0000000000000a', 'Nothing is asked'],
    ['access explain 65f1c0ffee0000000000000a', 'is not among the people'],
    ['access plan other', 'has no portal other; it has: nmbrs-ess'],
  ])('is a usage error where it makes no sense: %s', async (command, message) => {
    const { code, stderr } = await world.run(command)

    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('a new e-mail address', () => {
  beforeEach(async () => {
    await handOverAndConfirm()
    person().workEmail = 'another@tulpwerk.example'
  })

  it('holds the replacement of the login until somebody says that there are no open change requests', async () => {
    const { code, stdout } = await world.run('access plan')
    const nothing = await handOver()
    const accepted = await world.run(`access confirm ${person().id} --no-open-requests`)
    const batches = await handOver()

    expect(code).toBe(3)
    expect(stdout).toContain('deleting the login drops the open change requests')
    expect(stdout).toContain(
      `Next: Look whether there are any; then: nmbrs-sync access confirm ${person().id} --no-open-requests`,
    )
    expect(nothing).toEqual([])
    expect(accepted.code).toBe(0)
    expect(batches).toHaveLength(2)
    expect(await actionOf(person().id)).toMatchObject({ kind: 'none', because: ['handed-over'] })
  })

  it('hands nothing over once the word was taken back', async () => {
    await world.run(`access confirm ${person().id} --accept-loss`)

    const { code } = await world.run(`access withdraw ${person().id}`)

    expect(code).toBe(0)
    expect(await handOver()).toEqual([])
  })

  it('waits anew when the address changes once more after the word', async () => {
    await world.run(`access confirm ${person().id} --no-open-requests`)
    person().workEmail = 'third@tulpwerk.example'

    expect(await handOver()).toEqual([])
    expect((await actionOf(person().id)).holds).toEqual(['open-change-requests'])
  })

  it('is explained with where alerts arrive', async () => {
    const { stdout } = await world.run(`access explain ${person().id} --show-values`, {
      isTerminal: true,
      env: { NO_COLOR: '1' },
    })

    expect(stdout).toContain('at an address that is neither of those there are now')
    expect(stdout).toContain('arrive at the address of the login')
    expect(stdout).toContain('no rule matches, so what holds otherwise')
  })
})

describe('somebody who left', () => {
  const leave = (index: number): string => {
    const record = person(index)
    Object.assign(record, { active: false, endDate: '2026-11-01T00:00:00.000Z' })
    return record.id
  }

  it('keeps the login, and is shown as left with an active login', async () => {
    await handOverAndConfirm()
    const id = leave(0)

    const { stdout } = await world.run('access status --left --json')

    const { portals } = JSON.parse(stdout) as { portals: { people: { subject: string }[] }[] }
    expect(portals[0]?.people.map(({ subject }) => subject)).toEqual([id])
    expect(await actionOf(id)).toMatchObject({
      kind: 'none',
      because: ['left-login-active'],
      notes: ['login-kept'],
    })
  })

  it('without a login gets one only when somebody asks, on his own screen', async () => {
    const id = leave(0)
    const before = await actionOf(id)
    await world.run(`access request ${id}`)

    const asked = await actionOf(id)
    const { stdout } = await world.run('access plan')

    expect(before.because).toEqual(['left-no-login'])
    expect(asked).toMatchObject({ kind: 'create', because: ['asked-individually'] })
    expect(stdout).toContain('the employee (Settings, General, Employee login)')
  })
})

describe('what is asked for people by name', () => {
  const givesNobody = (): void => {
    configure(({ portals }) => {
      Object.assign(portals['nmbrs-ess'] ?? {}, { otherwise: 'none', rules: [] })
    })
  }

  it('is refused at once when no rule gives a login, with the rule that would', async () => {
    givesNobody()

    const { code, stderr } = await world.run(`access request ${person().id}`)

    expect(code).toBe(2)
    expect(stderr).toContain('the policy gives this person no login')
    expect(stderr).toContain(`when: { employees: [${person().id}] }`)
    expect(await world.run(`access withdraw ${person().id}`)).toMatchObject({ code: 2 })
  })

  it('is refused at once for somebody who left and is not connected', async () => {
    person().active = false
    await world.run(`disconnect ${person().id} --yes`)

    const { code, stderr } = await world.run(`access request ${person().id}`)

    expect(code).toBe(2)
    expect(stderr).toContain('not connected yet')
  })

  it('is noted for all of them or for nobody', async () => {
    const { code } = await world.run(`access request ${person(0).id} 65f1c0ffee0000000000dead --yes`)

    expect(code).toBe(2)
    expect(await world.run(`access withdraw ${person(0).id}`)).toMatchObject({ code: 2 })
  })

  it('hands the deletion of a login over, of somebody who left too, and follows it', async () => {
    await handOverAndConfirm()
    person().active = false

    const { code } = await world.run(`access remove ${person().id} --no-open-requests`)
    const batches = await handOver()
    const { stdout } = await world.run('access worklist')
    await world.run(`access confirm ${batches.join(' ')} --yes`)

    expect(code).toBe(0)
    expect(batches).toHaveLength(1)
    expect(stdout).toContain('Delete logins')
    expect(await actionOf(person().id)).toMatchObject({ because: ['left-no-login'] })
    expect(await handOver()).toEqual([])
  })

  it('says at once what a deletion waits for, and does not delete a login that a rule gives', async () => {
    await handOverAndConfirm()
    const wanted = await world.run(`access remove ${person().id}`)
    person().active = false
    const held = await world.run(`access remove ${person().id}`)

    expect([wanted.code, held.code]).toEqual([2, 3])
    expect(wanted.stderr).toContain('would be made again')
    expect(held.stdout).toContain(`access confirm ${person().id} --no-open-requests`)
  })

  it('is said again by the next hand-over when it cannot be done any more', async () => {
    person().active = false
    await world.run(`access request ${person().id}`)
    await world.run(`disconnect ${person().id} --yes`)

    const { stdout } = await world.run('access sync')

    expect(stdout).toContain(`Asked for, and not handed over: ${person().id}: not connected yet`)
  })
})

describe('access resend', () => {
  it('puts the link on the next worklist and follows it', async () => {
    await handOverAndConfirm()

    const { code } = await world.run(`access resend ${person().id}`)
    const batches = await handOver()
    await world.run(`access confirm ${batches.join(' ')} --yes`)

    expect(code).toBe(0)
    expect(batches).toHaveLength(1)
    expect(await handOver()).toEqual([])
    expect(await actionOf(person().id)).toMatchObject({ because: ['as-wanted'] })
  })
})

describe('the rules of the configuration', () => {
  it('give by department, and access explain names the rule', async () => {
    const [grower] = world.sandbox.alexis.data.departments
    person().departmentId = grower?.id ?? ''

    const { stdout } = await world.run(`access explain ${person().id}`)

    expect(stdout).toContain('growers: Payslip viewer, private e-mail, NL')
  })

  it('give nobody a login whose address somebody else has too', async () => {
    person(1).workEmail = person(0).workEmail?.toUpperCase() ?? ''

    const { code, actions } = await plan()

    const shared = actions.filter(({ because }) => because.includes('email-shared'))
    expect(code).toBe(3)
    expect(shared.map(({ subject }) => subject).sort()).toEqual([person(0).id, person(1).id].sort())
  })

  it('leave people outside a pilot alone', async () => {
    const text = readFileSync(configFile(), 'utf8')
    const config = parse(text) as { connections: { scope?: object }[] }
    Object.assign(config.connections[0] ?? {}, { scope: { employees: [person().id] } })
    writeFileSync(configFile(), stringify(config))

    const { actions } = await plan()

    expect(actions.map(({ subject }) => subject)).toEqual([person().id])
  })
})

describe('access worklist', () => {
  it('shows again what waits for an answer, under the same names', async () => {
    const [batch = ''] = await handOver()

    const { stdout } = await world.run('access worklist')

    expect(stdout).toContain(batch)
    expect(stdout).toContain(person().id)
    expect(stdout).not.toContain(person().workEmail)
  })

  it('says of whom the work cannot be shown again as it was', async () => {
    await handOver()
    person().workEmail = 'another@tulpwerk.example'

    const { stdout } = await world.run('access worklist')

    expect(stdout).toMatch(new RegExp(`changed since:\\n {2}${person().id}`))
  })

  it('draws passwords into a new file for its owner alone, and never into one that is there', async () => {
    configure(({ portals }) => {
      delete portals['nmbrs-ess']
      portals['akken-ess'] = {
        creation: 'single',
        permissionSets: { basic: { timesheets: true } },
        otherwise: { template: 'basic' },
        delivery: { worklist: { folder: join(world.folder, 'data', 'logins') } },
      }
    })
    await handOver()

    const first = await world.run('access worklist --passwords passwords.csv')
    const second = await world.run('access worklist --passwords passwords.csv')

    const file = join(world.folder, 'passwords.csv')
    const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
    const passwords = lines.map((line) => line.split(',').at(-1))
    expect(first.code).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(new Set(passwords).size).toBe(8)
    expect(second.code).toBe(2)
    expect(second.stderr).toContain('is there already')
    const state = readFileSync(join(world.folder, 'data', 'nmbrs-sync.db')).toString('latin1')
    for (const password of passwords) expect(state + first.stdout + first.stderr).not.toContain(password)
  })
})

describe('other portals', () => {
  it('give contacts of a CSV file their logins, one by one', async () => {
    writeFileSync(
      join(world.folder, 'contacts.csv'),
      'Contact ID,Customer ID,First name,Last name,Accounting customer,On customer record\nc1,k1,Ida,Holm,yes,yes\nc2,k1,Bo,Lind,no,yes\n',
    )
    configure(({ portals }) => {
      delete portals['nmbrs-ess']
      portals['akken-css'] = {
        contacts: 'contacts.csv',
        permissionSets: { planner: { jobOrders: 'read' } },
        otherwise: { template: 'planner' },
      }
    })

    const { actions } = await plan()

    expect(actions).toMatchObject([
      { subject: 'contact:c1', kind: 'create', holds: [] },
      { subject: 'contact:c2', kind: 'none', because: ['not-accounting-customer'] },
    ])
  })

  it('ask for access to the customer portal for the people named, and for nobody of an outsourced payroll', async () => {
    const settings = {
      permissionSets: { payroll: { loen: 'full' } },
      otherwise: { template: 'payroll', email: 'work', language: 'DA' },
      people: [{ employee: person().id, phone: '12 34 56 78' }],
      form: 'https://vendor.example/formular',
      delivery: { worklist: { folder: './data/requests' } },
    }
    const company = world.sandbox.company.nmbrsId
    configure(({ portals }) => {
      delete portals['nmbrs-ess']
      portals['visma-customer-portal'] = {
        ...settings,
        outsourced: [{ company, consultant: { name: 'Mette Prøve', phone: '11 22 33 44' } }],
      }
    })
    const outsourced = await actionOf(person().id)
    const planned = await world.run('access plan')
    const explained = await world.run(`access explain ${person().id}`)
    configure(({ portals }) => {
      portals['visma-customer-portal'] = settings
    })
    const own = await actionOf(person().id)
    await handOver()
    const request = await world.run('access worklist visma-customer-portal --request da')

    expect(outsourced).toMatchObject({ kind: 'none', because: ['goes-to-consultant'] })
    expect(planned.stdout).toContain(': Mette Prøve, 11 22 33 44')
    expect(explained.stdout).toMatch(/consultant +Mette Prøve, 11 22 33 44/)
    expect(explained.stdout).toContain(
      'mails news about a case to the person who created it and to its followers',
    )
    expect(own).toMatchObject({ kind: 'create', holds: [] })
    expect(own.notes).toContain('cases-only')
    for (const line of [
      `Virksomhed: ${world.sandbox.company.name}`,
      'Telefon: 12 34 56 78',
      'Visma Refusion: Ingen adgang',
      'Formular: https://vendor.example/formular',
    ])
      expect(request.stdout).toContain(line)
  })
})

describe('the step after a sync', () => {
  it('hands over when it is switched on', async () => {
    configure((access) => {
      access.afterSync = true
    })

    const { code, stdout } = await world.run('sync --yes')

    expect(code).toBe(0)
    expect(stdout).toContain('handed over: 8 people.')
  })

  it('leaves the document of the sync as it is', async () => {
    configure((access) => {
      access.afterSync = true
    })

    const { stdout, stderr } = await world.run('sync --yes --json')

    expect(Object.keys(JSON.parse(stdout) as object).sort()).toEqual([
      'calls',
      'changes',
      'findings',
      'formatVersion',
      'links',
      'people',
      'run',
      'worklist',
    ])
    expect(stderr).toContain('handed over: 8 people.')
  })

  it('never changes the exit code of the sync when it fails, and says so', async () => {
    configure((access) => {
      access.afterSync = true
      access.portals['akken-css'] = {
        contacts: 'missing.csv',
        permissionSets: { planner: { jobOrders: 'read' } },
        otherwise: { template: 'planner' },
      }
    })

    const { code, stdout, stderr } = await world.run('sync --yes')

    expect(code).toBe(0)
    expect(stdout).toContain('Result: done.')
    expect(stderr).toContain(
      'The result of the sync is not affected, but the self-service logins were not worked out',
    )
    expect(stderr).toContain('To try again: nmbrs-sync access sync')
  })
})

describe('names and addresses', () => {
  it('are in no document, no log and not in the state file', async () => {
    writeFileSync(
      configFile(),
      `${readFileSync(configFile(), 'utf8')}log: { file: ./data/log.txt, level: debug }\n`,
    )
    const outputs: string[] = []
    for (const command of [
      'access plan --json',
      'access sync --json',
      'access worklist --json',
      'access status --json',
      `access explain ${person().id} --json`,
      `access confirm ${person().id} --json`,
      'access plan',
      'access status',
      'access worklist',
      'audit list --limit 200 --json',
    ]) {
      const { stdout, stderr } = await world.run(command)
      outputs.push(stdout, stderr)
    }
    outputs.push(readFileSync(join(world.folder, 'data', 'log.txt'), 'utf8'))
    for (const name of ['nmbrs-sync.db', 'nmbrs-sync.db-wal']) {
      try {
        outputs.push(readFileSync(join(world.folder, 'data', name)).toString('latin1'))
      } catch {
        // Without a log of its own the file holds everything.
      }
    }

    const all = outputs.join('\n')
    for (const { firstName = '', lastName = '', workEmail = '', privateEmail = '' } of world.sandbox.alexis
      .data.employees)
      for (const personal of [`${firstName} ${lastName}`, workEmail, privateEmail])
        expect(all).not.toContain(personal)
  })

  it('are masked in a document that asks for them', async () => {
    const { stdout } = await world.run('access plan --json --show-values')

    expect(stdout).toContain('@**.example')
    expect(stdout).not.toContain(person().workEmail)
  })
})
