import type { z } from 'zod'

import type { portalSchema } from './portal-schema.js'

/** What a self-service portal can do and how work is done in it, as its file in `mappings/portals` says. */
export type Portal = z.output<typeof portalSchema>

export type Precondition = Portal['preconditions'][number]

/** One thing that can be granted in a portal with permissions. */
export type PermissionOption = NonNullable<Portal['permissions']>[string]

/** What someone is granted, by the name of the option: a choice, on or off, a text, or several names. */
export type PermissionSet = Readonly<Record<string, string | boolean | readonly string[]>>

/** How the portal's own list of logins is read. */
export type OwnList = NonNullable<Portal['ownList']>

/** What happens when one aspect of a login is to be different. */
export type ChangeAspect = keyof Portal['change']
export type ChangeRoute = Portal['change'][ChangeAspect]
