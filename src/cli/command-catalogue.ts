import type { AddCommand } from './shell.js'

/**
 * A command as the list of all commands shows it, so that the others need not be loaded for the one that is
 * typed.
 */
export interface CatalogueEntry {
  name: string
  /** The same as the command's own. */
  summary: string
  /** The arguments it takes, as commander writes them. */
  args?: string
  hasOptions: boolean
  /** Loads the command with everything that it needs. */
  load: () => Promise<AddCommand>
}

/** Every command, in the order in which someone new needs them. */
export const commandCatalogue: readonly CatalogueEntry[] = [
  {
    name: 'init',
    summary: 'answer a few questions, and have the configuration written',
    hasOptions: false,
    load: async () => (await import('./commands/init/init.js')).addInitCommand,
  },
  {
    name: 'config',
    summary: 'check the configuration',
    hasOptions: false,
    load: async () => (await import('./commands/config/config.js')).addConfigCommand,
  },
  {
    name: 'mappings',
    summary: 'check mapping files',
    hasOptions: false,
    load: async () => (await import('./commands/config/mappings.js')).addMappingsCommand,
  },
  {
    name: 'connection',
    summary: 'list and test connections, and add employers',
    hasOptions: false,
    load: async () => (await import('./commands/connection/connection.js')).addConnectionCommand,
  },
  {
    name: 'doctor',
    summary: 'check accounts, rights, companies, state file and key file, online',
    hasOptions: true,
    load: async () => (await import('./commands/doctor.js')).addDoctorCommand,
  },
  {
    name: 'plan',
    summary: 'show what a sync would do, without writing anything',
    hasOptions: true,
    load: async () => (await import('./commands/sync/plan.js')).addPlanCommand,
  },
  {
    name: 'sync',
    summary: 'plan, show it, ask, and write the differences to Nmbrs',
    hasOptions: true,
    load: async () => (await import('./commands/sync/sync.js')).addSyncCommand,
  },
  {
    name: 'status',
    summary: 'who is connected, who is not, and why',
    hasOptions: true,
    load: async () => (await import('./commands/status.js')).addStatusCommand,
  },
  {
    name: 'explain',
    summary: 'why a person is in this state',
    args: '<source>',
    hasOptions: true,
    load: async () => (await import('./commands/explain.js')).addExplainCommand,
  },
  {
    name: 'worklist',
    summary: 'what payroll has to enter in Nmbrs by hand',
    hasOptions: true,
    load: async () => (await import('./commands/worklist/worklist.js')).addWorklistCommand,
  },
  {
    name: 'drift',
    summary: 'values that payroll changed in Nmbrs, and what to do with them',
    hasOptions: true,
    load: async () => (await import('./commands/drift/drift.js')).addDriftCommand,
  },
  {
    name: 'match',
    summary: 'connect a person to a Nmbrs employee, or say that they are new',
    args: '<source> [target]',
    hasOptions: true,
    load: async () => (await import('./commands/match/match.js')).addMatchCommand,
  },
  {
    name: 'disconnect',
    summary: 'end the link of a person',
    args: '<source>',
    hasOptions: true,
    load: async () => (await import('./commands/match/disconnect.js')).addDisconnectCommand,
  },
  {
    name: 'ignore',
    summary: 'leave a person out, or include them again',
    args: '<source>',
    hasOptions: true,
    load: async () => (await import('./commands/match/ignore.js')).addIgnoreCommand,
  },
  {
    name: 'holds',
    summary: 'changes that wait for a person',
    hasOptions: true,
    load: async () => (await import('./commands/holds/holds.js')).addHoldsCommand,
  },
  {
    name: 'access',
    summary: 'self-service logins: work them out, hand the work over, follow it',
    hasOptions: false,
    load: async () => (await import('./commands/access/access.js')).addAccessCommand,
  },
  {
    name: 'changes',
    summary: 'what was changed in Nmbrs since a day',
    hasOptions: true,
    load: async () => (await import('./commands/changes.js')).addChangesCommand,
  },
  {
    name: 'runs',
    summary: 'the runs so far',
    hasOptions: true,
    load: async () => (await import('./commands/runs.js')).addRunsCommand,
  },
  {
    name: 'onboarding',
    summary: 'whether an Nmbrs account is ready for a pension insurer or another consumer',
    hasOptions: false,
    load: async () => (await import('./commands/onboarding/onboarding.js')).addOnboardingCommand,
  },
  {
    name: 'audit',
    summary: 'the record of what was written and decided',
    hasOptions: false,
    load: async () => (await import('./commands/audit.js')).addAuditCommand,
  },
  {
    name: 'notices',
    summary: 'try the notices about runs',
    hasOptions: false,
    load: async () => (await import('./commands/notices.js')).addNoticesCommand,
  },
  {
    name: 'auth',
    summary: 'the consent to Nmbrs over REST: give it, look at it, take it back',
    hasOptions: false,
    load: async () => (await import('./commands/auth/auth.js')).addAuthCommand,
  },
  {
    name: 'cutover',
    summary: 'change from SOAP to REST with everyone who is connected, and back',
    hasOptions: false,
    load: async () => (await import('./commands/cutover/cutover.js')).addCutoverCommand,
  },
  {
    name: 'state',
    summary: 'back up, restore, purge and look at the state file',
    hasOptions: false,
    load: async () => (await import('./commands/state.js')).addStateCommand,
  },
  {
    name: 'daemon',
    summary: 'sync on schedule, until it is told to stop',
    hasOptions: true,
    load: async () => (await import('./commands/daemon.js')).addDaemonCommand,
  },
  {
    name: 'probe',
    summary: 'for monitoring: one line, and exit code 0, 1, 2 or 3',
    hasOptions: true,
    load: async () => (await import('./commands/probe.js')).addProbeCommand,
  },
  {
    name: 'support',
    summary: 'gather what helps to find out what is wrong',
    hasOptions: false,
    load: async () => (await import('./commands/support/support.js')).addSupportCommand,
  },
  {
    name: 'sandbox',
    summary: 'run a fake AlexisHR and a fake Nmbrs on this machine',
    hasOptions: true,
    load: async () => (await import('./commands/sandbox/sandbox.js')).addSandboxCommand,
  },
  {
    name: 'demo',
    summary: 'see a first sync with invented people; no account needed',
    hasOptions: true,
    load: async () => (await import('./commands/demo/demo.js')).addDemoCommand,
  },
  {
    name: 'glossary',
    summary: 'what hold, drift, link and the other words mean',
    args: '[words...]',
    hasOptions: true,
    load: async () => (await import('./commands/glossary.js')).addGlossaryCommand,
  },
  {
    name: 'completion',
    summary: 'complete commands and options with the Tab key',
    args: '[shell]',
    hasOptions: true,
    load: async () => (await import('./commands/completion.js')).addCompletionCommand,
  },
]
