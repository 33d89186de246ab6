import type { PermissionOption } from '../access/portal.js'
import type { KeyPath } from '../mapping/yaml/key-path.js'
import { findNearest } from '../mapping/yaml/nearest.js'
import type { AccessCheck } from './check-access.js'

type Value = string | boolean | readonly string[]

/** Every option of a set must be one of the portal, with a value that the option takes. */
export const checkPermissionSets = ({ file, portal, note }: AccessCheck): void => {
  const sets = Object.entries(file.permissionSets ?? {})
  const options = portal.permissions
  if (options === undefined) {
    if (sets.length > 0) note(['permissionSets'], { expected: `nothing: ${portal.title} has templates` })
    return
  }
  const names = Object.keys(options)
  for (const [set, values] of sets) {
    for (const [name, value] of Object.entries(values)) {
      const path: KeyPath = ['permissionSets', set, name]
      const option = options[name]
      if (option === undefined)
        note(path, {
          expected: `one of ${names.join(', ')}`,
          found: name,
          suggestion: findNearest(name, names),
        })
      else
        checkValue(option, value, (remark) => {
          note(path, remark)
        })
    }
  }
}

const checkValue = (
  { kind, choices = [] }: PermissionOption,
  value: Value,
  note: (remark: { expected: string; suggestion?: string | undefined }) => void,
): void => {
  const listed = `one of ${choices.join(', ')}`
  switch (kind) {
    case 'flag':
      if (typeof value !== 'boolean' && value !== 'true' && value !== 'false')
        note({ expected: 'true or false' })
      return
    case 'text':
      if (typeof value !== 'string' || value.trim() === '') note({ expected: 'text' })
      return
    case 'choice':
      if (typeof value !== 'string' || !choices.includes(value))
        note({
          expected: listed,
          suggestion: typeof value === 'string' ? findNearest(value, choices) : undefined,
        })
      return
    case 'list':
      if (
        !Array.isArray(value) ||
        value.some((one) => choices.length > 0 && !choices.includes(one as string))
      )
        note({ expected: choices.length === 0 ? 'a list of texts' : `a list of ${choices.join(', ')}` })
  }
}
