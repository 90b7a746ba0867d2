import type { VoiceProfile } from '../../../utils/domain/voice.ts';
import { composeReply } from '../../../utils/drafting/compose-reply.ts';
import { parseReply } from '../../../utils/grounding/parse-reply.ts';
import type { PreviewTicket } from './preview-samples.ts';

/** A paragraph has one line, or several that stand below each other on purpose. */
export type PreviewBlock = { readonly kind: 'paragraph' | 'ordered' | 'bulleted'; readonly lines: readonly string[] };

/** Short paragraphs at the end are closing, name and signature: they stand below each other. */
const MAX_SIGNATURE_LINE = 60;

/** The embedded drafter's reply to a ticket in a voice, without its marks. Asks nobody; the same each time. */
export function composePreview({ ticket, questions, language, passages }: PreviewTicket, voice: VoiceProfile): PreviewBlock[] {
  const { marked } = composeReply({ ticket, questions, language, passages, agentName: ticket.agent?.name ?? '', voice });
  const blocks = parseReply(marked).blocks.map(({ kind, lines }) => ({
    kind,
    lines: lines.map((line) => line.map(({ text }) => text).join(' ')),
  }));
  const end = blocks.findLastIndex(
    (block) => block.kind !== 'paragraph' || block.lines.some((line) => line.length > MAX_SIGNATURE_LINE || /[.!?]$/.test(line)),
  );
  const farewell = blocks.slice(end + 1).flatMap(({ lines }) => lines);
  return [...blocks.slice(0, end + 1), ...(farewell.length > 0 ? [{ kind: 'paragraph' as const, lines: farewell }] : [])];
}
