import { silentLog } from '../../domain/log.js'
import { createNmbrsSoapTarget } from '../../target/nmbrs-soap/target.js'
import { refuseWrites, type TargetCompany } from '../../target/port.js'
import { withReleases } from '../compose/releases.js'

/** An API user of Nmbrs that no configuration has yet. */
export interface SoapAnswers {
  host: string
  username: string
  token: string
  domain: string
}

const usualPace = 20

/** The companies that an API user sees. Throws `AuthError` and `RemoteError`. */
export const readSoapCompanies = (account: SoapAnswers): Promise<readonly TargetCompany[]> =>
  withReleases(async (releases) => {
    const target = await createNmbrsSoapTarget({
      ...account,
      maxCallsPerSecond: usualPace,
      fence: refuseWrites,
      log: silentLog,
    })
    releases.add(() => target.close())
    return target.readCompanies()
  })
