import type { AccessPortalFile } from './schema/access-schema.js'

/** A template as the file has it: by name, or with what it permits. */
export type TemplateFile = NonNullable<AccessPortalFile['templates']>[number]

export const nameOfTemplate = (template: TemplateFile): string =>
  typeof template === 'string' ? template : template.name
