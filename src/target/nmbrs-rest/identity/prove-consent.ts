import * as z from 'zod'

import { RemoteError } from '../../../domain/errors.js'
import type { RestClient } from '../client/rest-client.js'
import { createRestError } from '../client/rest-error.js'

/**
 * What a consent was seen to cover. Companies are those of the first page; debtors only where the consent
 * covers several.
 */
export interface ConsentProof {
  companies: readonly { id: string; name: string }[]
  debtors: number | undefined
}

const filled = z.string().min(1)
const companiesSchema = z.object({ data: z.array(z.object({ companyId: filled, name: filled })) })
const debtorsSchema = z.object({ data: z.array(z.object({ debtorId: filled })) })

const scopes = ['company.info.read']
const query = { pageNumber: '1', pageSize: '100' }

/**
 * One harmless read, which shows that token, key and scope open the door. Where the consent covers several
 * debtors the list of companies is refused, and that of the debtors is read instead (Nmbrs REST contract,
 * sections 3.3 and 14).
 */
export const proveConsent = async (client: Pick<RestClient, 'read'>): Promise<ConsentProof> => {
  try {
    const answer = await client.read({
      operation: 'listCompanies',
      method: 'GET',
      path: '/api/companies',
      query,
      scopes,
    })
    const { data } = parse(companiesSchema, answer, 'listCompanies')
    return {
      companies: data.map(({ companyId, name }) => ({ id: companyId.toLowerCase(), name })),
      debtors: undefined,
    }
  } catch (error) {
    if (!(error instanceof RemoteError) || error.facts.code !== 'multi-debtor') throw error
    const answer = await client.read({
      operation: 'listDebtors',
      method: 'GET',
      path: '/api/debtors',
      query,
      scopes,
    })
    return { companies: [], debtors: parse(debtorsSchema, answer, 'listDebtors').data.length }
  }
}

const parse = <Value>(schema: z.ZodType<Value>, answer: unknown, operation: string): Value => {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw createRestError('unreadable-value', operation)
}
