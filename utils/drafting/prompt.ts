import type { ReplyRequest } from '../domain/reply-request.ts';
import { defaultBudget } from '../domain/spending.ts';
import { buildReplyPrompt as buildPrompt } from './prompts/reply-prompt.ts';

/** The reply prompt's two messages at the default budget, for callers that know no budget yet. */
export function buildReplyPrompt(request: ReplyRequest, boundary: string): { readonly system: string; readonly user: string } {
  const { messages } = buildPrompt(request, { boundary, maxTokens: defaultBudget.promptTokens });
  const say = (role: string): string => messages.find((message) => message.role === role)?.content ?? '';
  return { system: say('system'), user: say('user') };
}
