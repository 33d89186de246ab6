/** What a column of an overview over several connections counts or tells. */
export type OverviewColumn =
  | ('connected' | 'notConnected' | 'toSend' | 'sent' | 'held' | 'blocked' | 'failed')
  | ('lastRun' | 'mode' | 'result' | 'waiting' | 'released' | 'oldest' | 'people' | 'tasks' | 'values')
  | ('portal' | 'withLogin' | 'withoutLogin' | 'left')
  | ('missing' | 'unread' | 'changes')
