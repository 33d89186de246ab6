import { toJsonSchema } from '../../yaml/check-yaml.js'
import type { JsonSchema } from '../../yaml/json-schema-walk.js'
import { portalSchema } from './portal-schema.js'

/** The JSON Schema of portal files, for editors; committed as `mappings/portal.schema.json`. */
export const buildPortalJsonSchema = (): JsonSchema => toJsonSchema(portalSchema)
