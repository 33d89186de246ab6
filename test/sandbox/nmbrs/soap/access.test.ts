import { describe, expect, it } from '@jest/globals'
import { aWorld, companyId } from '../small-world.js'
import { authHeader, call, envelopeOf, post } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'

const readPeriod = `<CompanyId>${companyId}</CompanyId>`
const company = { service: 'CompanyService' } as const
const refused = (code: number, title: string): string =>
  `soap:Server Server was unable to process request. ---> ${code}: ${title}`

const header = (
  parts: Record<string, string>,
  name = 'AuthHeaderWithDomain',
  service = 'CompanyService',
): string => {
  const content = Object.entries(parts).map(([key, value]) => `<${key}>${value}</${key}>`)
  return `<${name} xmlns="https://api.nmbrs.nl/soap/v3/${service}">${content.join('')}</${name}>`
}

describe('who may call', () => {
  const { username, token, domain } = aWorld().account
  const right = { Username: username, Token: token, Domain: domain }

  it.each([
    ['a wrong token', header({ ...right, Token: 'wrong' })],
    ['a wrong domain', header({ ...right, Domain: 'other' })],
    ['a domain with its suffix', header({ ...right, Domain: `${domain}.nmbrs.nl` })],
    ['the header of another service', header(right, 'AuthHeaderWithDomain', 'EmployeeService')],
    ['a plain header where a domain is declared', header(right, 'AuthHeader')],
    ['no header', ''],
  ])('refuses %s with 1001', async (_what, sent) => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, 'Company_GetCurrentPeriod', readPeriod, { ...company, header: sent })

      expect(reply.status).toBe(500)
      expect(reply.fault).toBe(refused(1001, 'Invalid Authentication'))
    })
  })

  it('takes a header without a domain, in any order of its elements', async () => {
    await withSandbox({}, async (sandbox) => {
      const sent = header({ Token: token, Username: username })

      const reply = await call(sandbox, 'Company_GetCurrentPeriod', readPeriod, { ...company, header: sent })

      expect(reply.response).toEqual({ Company_GetCurrentPeriodResult: '2026-11-M' })
    })
  })

  it('reads the environment with a plain header', async () => {
    await withSandbox({}, async (sandbox) => {
      const sent = header({ Username: username, Token: token }, 'AuthHeader', 'DebtorService')

      const reply = await call(sandbox, 'Environment_Get', '', { service: 'DebtorService', header: sent })

      expect(reply.response.Environment_GetResult).toEqual({
        Domain: 'tulpwerk.nmbrs.nl',
        SubDomain: 'tulpwerk',
      })
    })
  })

  it.each([
    [
      'switched off',
      { template: { CompanyService: { except: ['Company_GetCurrentPeriod'] } } },
      refused(1002, 'Unauthorized access'),
    ],
    [
      'that is not switched on',
      { template: { CompanyService: { only: ['List_GetAll'] } } },
      refused(1002, 'Unauthorized access'),
    ],
    [
      'of a service that is switched off',
      { template: { CompanyService: 'none' } },
      refused(1002, 'Unauthorized access'),
    ],
    ['outside its tags', { tags: ['a.s.r.'] }, refused(1003, 'Unauthorized access')],
    ['of a disabled account', { disabled: true }, refused(1004, 'Disabled, no valid subscription')],
    ['for a company out of sight', { companies: [1] }, refused(2004, 'Unauthorized access')],
  ])('refuses a call %s', async (_what, change, fault) => {
    await withSandbox({}, async (sandbox) => {
      Object.assign(sandbox.accounts[0]!, change)

      const reply = await call(sandbox, 'Company_GetCurrentPeriod', readPeriod, company)

      expect(reply.fault).toBe(fault)
    })
  })

  it.each([
    ['PersonalInfo_GetCurrent', '<EmployeeId>999</EmployeeId>', 2003],
    ['List_GetByCompany', '<CompanyId>999</CompanyId><EmployeeType>2</EmployeeType>', 2004],
    ['Salary_GetAll_AllEmployeesByCompany', '<CompanyID>999</CompanyID>', 2004],
  ])('refuses a wrong id in %s', async (operation, content, code) => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, operation, content)

      expect(reply.fault).toBe(refused(code, 'Unauthorized access'))
    })
  })
})

describe('finding the operation', () => {
  it('goes by the body when there is no action, unless one is required', async () => {
    await withSandbox({}, async (sandbox) => {
      const without = { ...company, action: null }

      const lenient = await call(sandbox, 'Company_GetCurrentPeriod', readPeriod, without)
      sandbox.switches.soapActionRequired = true
      const strict = await call(sandbox, 'Company_GetCurrentPeriod', readPeriod, without)

      expect(lenient.status).toBe(200)
      expect(strict.fault).toBe(
        'soap:Client Unable to handle request without a valid action parameter. Please supply a valid soap action.',
      )
    })
  })

  it('refuses an action it does not know', async () => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, 'Company_GetCurrentPeriod', readPeriod, {
        ...company,
        action: 'https://api.nmbrs.nl/soap/v2.1/CompanyService/Company_GetCurrentPeriod',
      })

      expect(reply.fault).toMatch(
        /^soap:Client Server did not recognize the value of HTTP Header SOAPAction: /,
      )
    })
  })

  it('refuses a body that is not of the operation', async () => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, 'Company_GetCurrentPeriod', '', { ...company, root: 'List_GetAll' })

      expect(reply.fault).toMatch(
        /^soap:Client Server was unable to read request\. .*<List_GetAll .* was not expected/,
      )
    })
  })

  it.each([
    ['half a document', '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'],
    ['something else', '<html/>'],
  ])('refuses %s as unreadable', async (_what, body) => {
    await withSandbox({}, async (sandbox) => {
      const answer = await post(sandbox, '/soap/v3/EmployeeService.asmx', body, 'x')

      expect(answer.status).toBe(500)
      expect(await answer.text()).toContain(
        'Server was unable to read request. ---&gt; There is an error in XML document',
      )
    })
  })

  it('refuses an envelope of SOAP 1.2', async () => {
    await withSandbox({}, async (sandbox) => {
      const body = envelopeOf(sandbox, 'List_GetAll', '', company).replace(
        'http://schemas.xmlsoap.org/soap/envelope/',
        'http://www.w3.org/2003/05/soap-envelope',
      )

      const answer = await post(sandbox, '/soap/v3/CompanyService.asmx', body, 'x')

      expect(await answer.text()).toContain('soap:VersionMismatch')
    })
  })

  it('shows its WSDL with its own address', async () => {
    await withSandbox({}, async (sandbox) => {
      const answer = await fetch(`${sandbox.host}/soap/v3/EmployeeService.asmx?WSDL`)

      expect(await answer.text()).toContain(`location="${sandbox.host}/soap/v3/EmployeeService.asmx"`)
    })
  })
})

describe('the header of one service', () => {
  it('is wrong for another', async () => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, 'List_GetAll', '', {
        service: 'DebtorService',
        header: authHeader(sandbox, 'CompanyService'),
      })

      expect(reply.fault).toBe(refused(1001, 'Invalid Authentication'))
    })
  })
})
