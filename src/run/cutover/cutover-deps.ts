import type { FieldName, MappedSection } from '../../domain/sections.js'
import type { Target } from '../../target/port.js'
import type { RunDeps } from '../settings.js'

/** What a look over both transports works with. Both targets go by their own ids, not by keys. */
export interface CutoverDeps extends Pick<
  RunDeps,
  'source' | 'store' | 'mapping' | 'settings' | 'onProgress' | 'log'
> {
  /** `undefined`: SOAP is not there any more. */
  soap: Target | undefined
  rest: Target
  /** Mapped fields that REST has no place for. */
  notOnRest: readonly { section: MappedSection; field: FieldName }[]
}
