import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { toHandOverPage } from '../../../src/report/access/hand-over/hand-over-page.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { describe, expect, it } from '@jest/globals'

import { createWorklistChannel } from '../../../src/app/access/channels/worklist-channel.js'
import {
  toBatchCsv,
  toHandOverSummary,
  toWorklistFiles,
} from '../../../src/report/access/hand-over/worklist-documents.js'
import { parseList } from '../../../src/access/import/parse-list.js'
import { writeFileAtomically } from '../../../src/app/files/write-file-atomically.js'
import { aFolder } from '../../state/temp-state.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { toHandOver } from '../../../src/access/to-hand-over.js'
import { buildBatches } from '../../../src/access/work/build-batches.js'
import { nameBatches } from '../../../src/access/work/place-batches.js'
import { toRemarks } from '../../../src/report/access/hand-over/worklist-cells.js'
import { anEmployee, anInput, aPolicy, now } from '../builders.js'
import { aPortal } from '../portal-texts.js'
import { aHandOver } from './a-hand-over.js'

const own = '2026-11-22-nmbrs-ess-K7QM2X'
const names = ['K7QM2X-1.csv', 'K7QM2X-1.html', 'K7QM2X-2.csv', 'K7QM2X-2.html', 'index.html']
const modeOf = (path: string): number => statSync(path).mode & 0o777

const open = () => {
  const folder = join(aFolder(), 'worklists')
  return { folder, channel: createWorklistChannel({ folder, writeFile: writeFileAtomically }) }
}

describe('worklists in a folder', () => {
  it('are a spreadsheet and a page for each batch, and a page that leads to them, for the owner alone', async () => {
    const { folder, channel } = open()

    const said = await channel.send(aHandOver())

    expect(said).toBe(`5 files in ${join(folder, own)}`)
    expect(readdirSync(join(folder, own)).sort()).toEqual(names)
    expect([modeOf(folder), modeOf(join(folder, own))]).toEqual([0o700, 0o700])
    for (const name of names) expect(modeOf(join(folder, own, name))).toBe(0o600)
  })

  it('take the place of themselves when they are written again, and lists that are not meant any more go', async () => {
    const { folder, channel } = open()
    await channel.send(aHandOver())
    writeFileSync(join(folder, own, 'K7QM2X-3.html'), 'given up since')
    writeFileSync(join(folder, own, 'notes.txt'), 'my own')
    chmodSync(join(folder, own), 0o755)

    await channel.send(aHandOver())

    expect(readdirSync(join(folder, own)).sort()).toEqual([...names, 'notes.txt'])
    expect(modeOf(join(folder, own))).toBe(0o700)
  })

  it('that were written by half are not left behind, nor are drafts of a program that ended', async () => {
    const { folder, channel } = open()
    mkdirSync(join(folder, own), { recursive: true })
    writeFileSync(join(folder, own, 'K7QM2X-1.csv.0a1b2c3d.tmp'), 'half a list')
    let count = 0
    const failing = createWorklistChannel({
      folder,
      writeFile: (path, text) =>
        (count += 1) === 3 ? Promise.reject(new Error('no room')) : writeFileAtomically(path, text),
    })

    await expect(failing.send(aHandOver())).rejects.toMatchObject({ code: 'not-written', carried: 'unknown' })
    const left = readdirSync(join(folder, own))
    await channel.send(aHandOver())

    expect(left).toEqual([])
    expect(readdirSync(join(folder, own)).sort()).toEqual(names)
  })

  it('that cannot be written say which setting to check, and surely did not arrive while no file was finished', async () => {
    const { folder, channel } = open()
    mkdirSync(join(folder, '..'), { recursive: true })
    writeFileSync(folder, 'a file stands in the way')

    await expect(channel.send(aHandOver())).rejects.toMatchObject({
      name: 'DeliveryError',
      code: 'not-written',
      passes: false,
      carried: 'no',
    })
  })
})

describe('a worklist', () => {
  it('does the deletion of a replaced login first, and says what the other half waits for', () => {
    const summary = toHandOverSummary(aHandOver())

    expect(summary).toContain('K7QM2X-1  Delete logins: 1 person')
    expect(summary).toContain('K7QM2X-2  Add logins: 2 people, only after K7QM2X-1')
    expect(summary).toContain('nmbrs-sync access confirm K7QM2X-1')
    expect(summary).not.toMatch(/Noor|Femke|tulp/)
  })

  it('gives each row of a spreadsheet the choices of its batch', () => {
    const handOver = aHandOver()
    const text = toBatchCsv(handOver.batches[1]!, handOver)

    const columns = Object.fromEntries(
      ['Batch', 'What', 'Where', 'E-mail', 'Template', 'Language', 'To tick', 'Name', 'E-mail address'].map(
        (header) => [header, { headers: [header], required: true }],
      ),
    )
    const { rows } = parseList('worklist', Buffer.from(text), columns)
    expect(rows.map(({ cells }) => cells)).toEqual([
      expect.objectContaining({
        Batch: 'K7QM2X-2',
        What: 'Add logins',
        Where: 'master level, all at once',
        'E-mail': 'work e-mail',
        Template: 'Employee login',
        Language: 'NL (Dutch)',
        'To tick': 'None, then the people below by name',
        'E-mail address': 'noor@tulp.example',
      }),
      expect.objectContaining({ Name: 'Femke Proefpersoon', 'E-mail address': 'femke@tulp.example' }),
    ])
  })

  it('has cells that are safe to open in a spreadsheet', () => {
    const handOver = aHandOver()

    expect(toBatchCsv(handOver.batches[1]!, handOver)).toContain(`"'=Noor & <Daan>"`)
  })

  it('does not put the address of the new login beside the deletion of the old one', () => {
    const handOver = aHandOver()

    expect(toBatchCsv(handOver.batches[0]!, handOver)).not.toContain('femke@tulp.example')
  })

  it('says on paper once what holds for everybody on a list, and beside a person only what is their own', () => {
    const plain = ['501', '503'].map((id) => anEmployee(id, { displayName: `Proef ${id}` }))
    const portal = aPortal('akken-ess')
    const policy = aPolicy({
      ...{
        portal: 'akken-ess',
        environment: null,
        permissionSets: new Map([['Flex', { timesheets: true }]]),
      },
      otherwise: { template: 'Flex', email: 'work', language: null },
    })
    const input = anInput({ portal, policy, people: plain })
    const batches = nameBatches('K7QM2X', buildBatches(planAccess(input), portal, policy))
    const handOver = toHandOver('acme', input, { key: 'K7QM2X', at: now, batches, language: 'nl' })
    const page = toPageHtml(toHandOverPage(handOver))
    const { common, own } = toRemarks(handOver.batches[0]!, handOver)

    expect(common.length).toBeGreaterThan(1)
    expect(own).toEqual([[], []])
    for (const remark of common) expect(page.split(remark)).toHaveLength(2)
    expect(page).toContain('<p>Iedereen op deze lijst:</p>')
    expect(page).not.toContain('Opmerking')
  })

  it('keeps beside a person what does not hold for all of the list', () => {
    const handOver = aHandOver()
    const batch = handOver.batches[1]!
    const { common, own } = toRemarks(batch, handOver)
    const all = batch.people.map(({ work }) => [...work.because, ...work.notes].length)

    expect(own.map((remarks) => remarks.length + common.length)).toEqual(all)
    expect(own.some((remarks) => remarks.length > 0)).toBe(true)
  })

  it('is a page that shows names as text, loads nothing and runs nothing', () => {
    const handOver = aHandOver()
    const pages = [toPageHtml(toHandOverPage(handOver)), ...toWorklistFiles(handOver).map(({ text }) => text)]

    const [whole] = pages
    expect(whole).toContain('=Noor &amp; &lt;Daan&gt;')
    for (const page of pages.filter((text) => text.startsWith('<!doctype'))) {
      expect(page).toContain("default-src 'none'")
      expect(page).not.toMatch(/<(script|img|link|iframe)|https?:|<Daan>/)
    }
  })
})
