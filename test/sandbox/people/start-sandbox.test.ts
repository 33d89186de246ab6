import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { startSandbox } from '../../../src/sandbox/start-sandbox.js'

describe('both fakes together', () => {
  it('know the same people and are reached with the configuration they give', async () => {
    const sandbox = await startSandbox({ people: 30, seed: 1, today: '2026-11-22' })
    try {
      const config = parse(sandbox.configYaml('/state')) as {
        connections: { alexis: { baseUrl: string }; nmbrs: { host: string } }[]
      }
      const [connection] = config.connections

      const employees = await fetch(`${connection!.alexis.baseUrl}/employee?limit=500`, {
        headers: { authorization: `Bearer ${sandbox.env.ALEXIS_TOKEN ?? ''}`, connection: 'close' },
      })
      const page = (await employees.json()) as { total: number }
      const wsdl = await fetch(`${connection!.nmbrs.host}/soap/v3/EmployeeService.asmx?WSDL`)

      expect(page.total).toBe(30)
      expect(wsdl.status).toBe(200)
      expect(Object.keys(sandbox.story.counterparts)).toHaveLength(30)
      expect(sandbox.nmbrs.store.findCompany(sandbox.company.nmbrsId)?.name).toBe(sandbox.company.name)
    } finally {
      await sandbox.close()
    }
  })

  it('put no secret into the configuration', async () => {
    const sandbox = await startSandbox({ people: 2, seed: 1, today: '2026-11-22', mix: 'all-linked' })
    try {
      const text = sandbox.configYaml('/state') + sandbox.restConfigYaml('/state')
      const { account, app } = sandbox.nmbrs

      for (const secret of [sandbox.alexis.token, account.token, app.clientSecret, ...app.subscriptionKeys])
        expect(text).not.toContain(secret)
      expect(text).toContain('${NMBRS_TOKEN}')
    } finally {
      await sandbox.close()
    }
  })

  it('leave nothing behind when the second cannot start', async () => {
    const one = { people: 1, seed: 1, today: '2026-11-22', mix: 'all-linked' } as const
    const first = await startSandbox(one)
    const portOf = (address: string): number => Number(new URL(address).port)
    const free = await startSandbox(one)
    await free.close()
    const alexisPort = portOf(free.alexis.baseUrl)
    try {
      const second = startSandbox({ ...one, alexisPort, nmbrsPort: portOf(first.nmbrs.host) })
      await expect(second).rejects.toThrow('EADDRINUSE')

      const third = await startSandbox({ ...one, alexisPort })
      await third.close()
    } finally {
      await first.close()
    }
  })
})

describe('the accounts to try checks on', () => {
  it('see the employer whole, with a call off, or not at all', async () => {
    const sandbox = await startSandbox({ people: 2, seed: 1, today: '2026-02-10', mix: 'all-linked' })
    const ask = async (username: string, token: string, service: string, call: string, content: string) => {
      const namespace = `https://api.nmbrs.nl/soap/v3/${service}`
      const answer = await fetch(`${sandbox.nmbrs.host}/soap/v3/${service}.asmx`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml', soapaction: `"${namespace}/${call}"`, connection: 'close' },
        body:
          '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>' +
          `<AuthHeaderWithDomain xmlns="${namespace}"><Username>${username}</Username><Token>${token}</Token></AuthHeaderWithDomain>` +
          `</e:Header><e:Body><${call} xmlns="${namespace}">${content}</${call}></e:Body></e:Envelope>`,
      })
      return await answer.text()
    }
    try {
      const [umbrella, oneEmployer, untagged] = sandbox.accounts.map(({ account }) => account)
      const listCompanies = ({ username, token }: { username: string; token: string }) =>
        ask(username, token, 'CompanyService', 'List_GetAll', '')
      const runs = '<CompanyId>1234</CompanyId><Year>2025</Year>'

      expect(await listCompanies(umbrella!)).toContain('Tulpwerk B.V.')
      expect(await listCompanies(umbrella!)).not.toContain('Rozengeur')
      expect(await listCompanies(untagged!)).not.toContain('Tulpwerk')
      expect(
        await ask(
          oneEmployer!.username,
          oneEmployer!.token,
          'EmployeeService',
          'SVW_GetCurrent',
          '<EmployeeId>500001</EmployeeId>',
        ),
      ).toContain('1002')
      expect(await ask(umbrella!.username, umbrella!.token, 'CompanyService', 'Run_GetList', runs)).toContain(
        '<PeriodEnd>12</PeriodEnd><Description>Run 12</Description><RunAt>2025-12-27T09:00:00</RunAt>',
      )
      expect(sandbox.configYaml('/state')).not.toContain(umbrella!.token)
    } finally {
      await sandbox.close()
    }
  })
})
