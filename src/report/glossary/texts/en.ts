import type { GlossaryTexts } from '../glossary-words.js'

/** The words of the program in English. */
export const en: GlossaryTexts = {
  groups: {
    sides: 'The two sides',
    who: 'Who is who',
    run: 'What a run does',
    waiting: 'What waits, and why',
    logins: 'Logins, checks and upkeep',
  },
  unknown: (word: string) => `There is no word ${word} here. All of them: nmbrs-sync glossary`,
  words: {
    source: { word: 'source', meaning: 'AlexisHR: where HR enters people' },
    target: { word: 'target', meaning: 'Nmbrs: where payroll pays them' },
    connection: {
      word: 'connection',
      meaning: 'one employer in the configuration: its accounts, companies and rules',
    },
    transport: { word: 'transport', meaning: 'how Nmbrs is reached: SOAP (until 2027-03-01) or REST' },
    debtor: {
      word: 'debtor',
      meaning: 'an employer as an accountant has it in Nmbrs; it has one or more companies',
    },
    consent: { word: 'consent', meaning: 'the permission of a debtor to reach its data over REST' },
    scope: {
      word: 'scope',
      meaning: 'who is kept in step, as the configuration says; over REST also one permission of a consent',
    },
    employeeId: {
      word: 'employee id',
      meaning: 'the id of a person in AlexisHR; in JSON documents subject. The id in Nmbrs is targetId',
    },
    match: { word: 'match', meaning: 'finding the two records of one person' },
    link: { word: 'link', meaning: 'the pair of records that is stored' },
    connected: {
      word: 'connected',
      meaning: 'a person with a link; changes in AlexisHR go to that employee in Nmbrs',
    },
    notConnected: {
      word: 'not connected',
      meaning: 'a person without a link: new, left out, disconnected, or to be decided',
    },
    dangling: {
      word: 'dangling link',
      meaning: 'a link whose employee is no longer in Nmbrs, or cannot be found over the other transport',
    },
    tombstone: {
      word: 'ended link',
      meaning:
        'a link that someone ended; the person is not connected or created again until someone says so (tombstone)',
    },
    candidate: {
      word: 'candidate',
      meaning: 'an employee in Nmbrs who may be this person; someone has to decide',
    },
    leftOut: {
      word: 'left out',
      meaning: 'a person whom every sync passes over, because someone said so (ignore)',
    },
    blocked: { word: 'blocked', meaning: 'a person with a required field missing; nothing is sent for them' },
    firstContact: {
      word: 'first contact',
      meaning: 'the first time that the two records of a connected person are compared',
    },
    run: { word: 'run', meaning: 'one pass over a connection, with an id and a result' },
    plan: {
      word: 'plan',
      meaning: 'the changes that a sync would send, in order; making a plan writes nothing',
    },
    sync: { word: 'sync', meaning: 'a run that writes to Nmbrs' },
    change: { word: 'change', meaning: 'one write on one record' },
    section: {
      word: 'section',
      meaning: 'the fields that one write sends: personal info, address, bank account, employment, salary',
    },
    mapping: { word: 'mapping', meaning: 'the rules that make Nmbrs fields out of AlexisHR fields' },
    outcome: {
      word: 'outcome',
      meaning: 'what became of a change: done, was so already, held, skipped, failed or unknown',
    },
    result: {
      word: 'result',
      meaning: 'what became of a run: done, done with something held, failed or stopped',
    },
    baseline: {
      word: 'baseline',
      meaning:
        'the value that both sides had last, also called agreed: drift and conflict are measured by it',
    },
    canary: {
      word: 'canary',
      meaning:
        'one person of each kind of change who is written first and read back, before the others are written',
    },
    payrollPeriod: {
      word: 'payroll period',
      meaning:
        'the month, four weeks or week for which payroll pays; the current one is the first that is not closed in Nmbrs',
    },
    hold: {
      word: 'hold',
      meaning:
        'a change that is not sent until someone approves exactly these values; it has a code of six signs',
    },
    held: {
      word: 'held',
      meaning: 'not sent now: it waits for an approval, for another change of the person, or for its day',
    },
    release: { word: 'release', meaning: 'approving a hold: the next sync sends exactly those values' },
    reject: {
      word: 'reject',
      meaning: 'turning a hold down: the values are not sent; other values ask again',
    },
    drift: {
      word: 'drift',
      meaning:
        'Nmbrs has another value than both sides had last, and AlexisHR did not change: payroll changed it',
    },
    conflict: { word: 'conflict', meaning: 'both sides changed a value since they last had the same' },
    threshold: {
      word: 'threshold',
      meaning: 'how many people one run may change in one way before all of it waits; also called limit',
    },
    worklist: { word: 'worklist', meaning: 'what payroll has to enter in Nmbrs by hand' },
    finding: {
      word: 'finding',
      meaning: 'what a check says about a person: held, an error, a warning or information',
    },
    problem: { word: 'problem', meaning: 'something wrong in a file or a setting' },
    failure: { word: 'failure', meaning: 'why a run did not come to its end' },
    access: {
      word: 'access',
      meaning: 'the part of the program that is about self-service logins of employees',
    },
    login: { word: 'login', meaning: 'what an employee signs in to a portal with' },
    portal: { word: 'portal', meaning: 'where employees sign in, such as the self-service of Nmbrs' },
    task: { word: 'task', meaning: 'a piece of work on one login: make it, change it, remove it' },
    handOver: {
      word: 'hand-over',
      meaning: 'several tasks given to the administrator of a portal together, under one code',
    },
    batch: { word: 'batch', meaning: 'the tasks of a hand-over that are done on one screen in one go' },
    onboarding: {
      word: 'onboarding',
      meaning: 'checking whether Nmbrs is ready for a pension insurer or another party that reads it',
    },
    profile: { word: 'profile', meaning: 'what such a party asks for, in a file' },
    stateFile: {
      word: 'state file',
      meaning: 'what the program remembers: ids, digests and codes, no personal data',
    },
    keyFile: { word: 'key file', meaning: 'the key that the digests in the state file are made with' },
    auditRecord: {
      word: 'audit record',
      meaning: 'who decided and what was written, in a chain that shows any tampering',
    },
    quarantine: {
      word: 'quarantine',
      meaning: 'a connection that failed three times in a row; it is tried less often',
    },
    cutover: { word: 'cut-over', meaning: 'changing a connection from SOAP to REST, or back' },
  },
}
