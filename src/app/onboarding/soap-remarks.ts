import type { Config } from '../../config/config.js'
import { soapEndsOn } from '../../domain/addresses/soap-end.js'
import type { Problem } from '../../domain/errors.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import { loadAllProfiles, pickProfiles } from './known-profiles.js'
import type { Surroundings } from '../surroundings.js'

/**
 * What is to be known of the checks that the configuration repeats: which of them end with SOAP, and which
 * can find nothing out over REST. Throws `ConfigError` when a profile is not usable.
 */
export const findSoapRemarks = async (
  config: Config,
  file: string,
  place: Pick<Surroundings, 'cwd'>,
): Promise<readonly Problem[]> => {
  if (config.connections.every(({ onboarding }) => onboarding.length === 0)) return []
  const known = await loadAllProfiles(config.onboarding.folders, place)
  return config.connections.flatMap(({ nmbrs, onboarding }, position) =>
    onboarding.flatMap(({ profiles: names }, index) =>
      pickProfiles(known, names).flatMap((profile): Problem[] => {
        const expected = sayRemark(profile, nmbrs.api)
        const key = `connections[${position}].onboarding[${index}].profiles`
        return expected === undefined
          ? []
          : [{ severity: 'warning', file, line: 0, key, expected, found: profile.id }]
      }),
    ),
  )
}

const sayRemark = ({ id, consumer, calls, rest }: Profile, api: 'soap' | 'rest'): string | undefined => {
  const unknown = `what ${consumer} needs over REST is not known, so ask ${consumer}`
  if (api === 'rest') return rest === undefined ? `a profile with a part about REST: ${unknown}` : undefined
  if (calls.length === 0) return undefined
  const next = rest === undefined ? unknown : `what it needs over REST: nmbrs-sync onboarding show ${id}`
  return `a profile that goes on: its calls are SOAP, which Nmbrs ends on ${soapEndsOn}; ${next}`
}
