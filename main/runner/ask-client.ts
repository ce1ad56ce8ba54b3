import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { Reply as ClientReply } from '../model/reply.ts';
import type { Answered, Ask, Reply } from '../monitor/kernel/events.ts';

/** Asks the service through a client. */
export async function askClient(
  client: MediaIntelligenceClient,
  ask: Ask,
  signal: AbortSignal,
): Promise<Reply> {
  switch (ask.for) {
    case 'status':
      return replyOf(await client.importStatus(ask.reference, signal), (value) => ({ for: ask.for, value }));
    case 'details':
    case 'origin':
      return replyOf(await client.assetDetails(ask.reference, signal), (value) => ({ for: ask.for, value }));
    case 'registration': {
      const { workspace, projectId, bucket, key } = ask;
      const outcome = await client.register({ workspace, projectId, bucket, key }, signal);
      return replyOf(outcome, (value) => ({ for: ask.for, value }));
    }
    case 'page':
    case 'survey': {
      const { workspace, projectId, page } = ask;
      const outcome = await client.readPage(workspace, projectId, page, signal);
      return replyOf(outcome, (value) => ({ for: ask.for, value }));
    }
  }
}

function replyOf<Value>(outcome: ClientReply<Value>, answer: (value: Value) => Answered): Reply {
  return outcome.kind === 'answer' ? { kind: 'answer', ...answer(outcome.value) } : outcome;
}
