import type { Sandbox } from '../../../sandbox/start-sandbox.js'
import { restConfigPath } from './sandbox-folder.js'

/** Tells what runs where, how to point the program at it and how to play with it. */
export const toSandboxText = (sandbox: Sandbox, people: number, howTo: readonly string[]): string => {
  const { alexis, nmbrs, story, accounts } = sandbox
  const somebody = story.linkedEqual[0] ?? 'ID'
  const json = "-H 'Content-Type: application/json'"
  const lines = [
    `Fake AlexisHR   ${alexis.baseUrl}   ${people} invented people`,
    `Fake Nmbrs      ${nmbrs.host}   SOAP under /soap, REST under /api, its identity service under /connect`,
    '',
    'To use them from another terminal:',
    '',
    ...howTo.map((line) => (line === '' ? '' : `  ${line}`)),
    '',
    'To use Nmbrs over REST, consent once (the fake asks for no password), in the folder of the configuration:',
    '',
    '  # prints an address: open it in a browser on this machine',
    `  nmbrs-sync auth login --config ${restConfigPath}`,
    '  # or, without a browser: paste what curl prints for that address',
    `  nmbrs-sync auth login --paste --config ${restConfigPath}`,
    "  curl -s -o /dev/null -w '%{redirect_url}\\n' 'ADDRESS'",
    `  nmbrs-sync plan --config ${restConfigPath}`,
    '  # the fake leaves someone out of a list, so no one who could be that person is created; --switch restPersonalInfoOmits=0 ends that',
    '',
    'To play with them:',
    '',
    '  # someone has a new e-mail address, as HR would enter it',
    `  curl -X PATCH ${alexis.controlUrl}/employees/${somebody} ${json} -d '{"privateEmail":"nieuw@privepost.example"}'`,
    '  # the next new employee is created, but the answer is lost',
    `  curl -X POST ${nmbrs.host}/_sandbox/faults ${json} -d '{"operation":"Employee_Insert","kind":"cut","when":"after"}'`,
    '  # what is there, and what was called',
    `  curl ${alexis.controlUrl}/state`,
    `  curl ${nmbrs.host}/_sandbox/calls`,
    '',
    'To check accounts, as an insurer would ask for it:',
    '',
    ...accounts.flatMap(({ account, shows, profile }) => [
      `  # ${shows}`,
      `  NMBRS_USERNAME=${account.username} NMBRS_TOKEN=${account.token} nmbrs-sync onboarding check ${profile}`,
    ]),
    '',
    'Ctrl-C stops both.',
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same for a program. The tokens are the fakes' own and open nothing else. */
export const toSandboxJson = (sandbox: Sandbox): unknown => {
  const { alexis, nmbrs, company, env, accounts } = sandbox
  return {
    alexis: { baseUrl: alexis.baseUrl, control: alexis.controlUrl },
    nmbrs: {
      host: nmbrs.host,
      control: `${nmbrs.host}/_sandbox`,
      rest: {
        host: nmbrs.host,
        identityHost: nmbrs.host,
        clientId: nmbrs.app.clientId,
        clientSecret: nmbrs.app.clientSecret,
        subscriptionKey: nmbrs.app.subscriptionKeys[0],
        redirectUri: nmbrs.app.redirectUris[0],
      },
    },
    company,
    env,
    accounts: accounts.map(({ account: { username, token, domain }, shows }) => ({
      username,
      token,
      domain,
      shows,
    })),
    config: sandbox.configYaml('./data'),
    restConfig: sandbox.restConfigYaml('./data-rest'),
  }
}
