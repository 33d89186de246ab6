import type { Migration } from '../migrate.js'

/**
 * Until now a refused connection could be noted over an answer that was lost, so what is noted of open
 * hand-overs does not say that nothing arrived. And work that was taken out of a hand-over in doubt stands in
 * no batch: whoever confirms a batch means the list that arrived. Such work carries the moment at which its
 * hand-over began.
 */
export const doubtfulHandOvers: Migration = {
  number: 18,
  name: 'doubtful-hand-overs',
  sql: `
UPDATE access_delivery SET state = 'unknown'
  WHERE state = 'not-arrived'
    AND hand_over_id IN (SELECT id FROM access_hand_over WHERE ended_at IS NULL);

UPDATE access_order SET hand_over_id = NULL, batch = NULL, deletion = NULL
  WHERE state = 'expired'
    AND handed_over_at = (SELECT begun_at FROM access_hand_over WHERE access_hand_over.id = access_order.hand_over_id);
`,
}
