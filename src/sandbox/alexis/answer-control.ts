import type { z } from 'zod'

import { ApiError } from './api-error.js'
import { editData, findCollection } from './edit-data.js'
import { faultSchema, type FaultQueue } from './faults.js'
import type { AlexisData } from './records.js'
import { collectionNames } from './resources.js'
import { type AlexisSwitches, switchesSchema } from './switches.js'

export interface ControlWorld {
  data: AlexisData
  switches: AlexisSwitches
  faults: FaultQueue
  requests: readonly object[]
}

export interface ControlRequest {
  method: string
  /** What follows `/_sandbox/`. */
  path: string
  body: unknown
}

/**
 * The control address, for a person or a script that plays with the sandbox: `GET state`, `PATCH switches`,
 * `POST faults`, and `POST`, `PATCH` or `DELETE` on `employees`, `employments`, `employmentTypes`,
 * `compensations`, `companies`, `departments` and `offices`. Throws `ApiError`.
 */
export const answerControl = ({ method, path, body }: ControlRequest, world: ControlWorld): object => {
  const [name = '', id] = path.split('/').filter((part) => part !== '')
  const collection = findCollection(name)
  switch (`${method} ${name}`) {
    case 'GET state':
      return describeState(world)
    case 'PATCH switches':
      return Object.assign(world.switches, parseBody(switchesSchema.partial(), body))
    case 'POST faults':
      world.faults.add(parseBody(faultSchema, body))
      return { faults: world.faults.waiting() }
  }
  if (collection === undefined || !isEditing(method))
    throw new ApiError(404, `Cannot ${method} /_sandbox/${path}`)
  return editData(world.data, { method, collection, id, body })
}

const isEditing = (method: string): method is 'POST' | 'PATCH' | 'DELETE' =>
  method === 'POST' || method === 'PATCH' || method === 'DELETE'

const describeState = ({ data, switches, faults, requests }: ControlWorld): object => ({
  switches,
  faults: faults.waiting(),
  requests,
  records: Object.fromEntries(collectionNames.map((name) => [name, data[name].length])),
})

const parseBody = <Value>(schema: z.ZodType<Value>, body: unknown): Value => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError(
    400,
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`),
  )
}
