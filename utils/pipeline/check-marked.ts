import type { DraftBlock, DraftSource } from '../domain/draft.ts';
import { markFrame, type FrameContext } from '../drafting/voice/mark-frame.ts';
import { checkReply } from '../grounding/check-reply.ts';
import { parseReply } from '../grounding/parse-reply.ts';

/** A reply in marked form, each of its sentences checked against its sources; greeting, thanks and closing of our own are no statements. */
export function checkMarked(
  marked: string,
  sources: readonly DraftSource[],
  { ticket, language, voice }: Pick<FrameContext, 'ticket' | 'language' | 'voice'>,
): DraftBlock[] {
  const checked = checkReply(parseReply(marked), sources, ticket, language);
  return markFrame(checked, { ticket, language, agentName: ticket.agent?.name ?? '', voice });
}
