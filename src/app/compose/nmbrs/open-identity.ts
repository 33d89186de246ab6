import type { RestAccount } from '../../../config/nmbrs-accounts.js'
import {
  createIdentityClient,
  type IdentityClient,
} from '../../../target/nmbrs-rest/identity/identity-client.js'

/** What asks the identity service of Nmbrs for tokens, as the app of a connection. Nothing is sent yet. */
export const openIdentity = ({
  identityHost,
  clientId,
  clientSecret,
  redirectUri,
}: RestAccount): IdentityClient =>
  createIdentityClient({ identityHost, clientId, clientSecret: clientSecret.reveal(), redirectUri })
