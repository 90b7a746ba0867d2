import type { Ticket } from '../domain/ticket.ts';
import { judgeIntent, type IntentJudgement } from './judge-intent.ts';
import { judgeSentiment, type Sentiment } from './judge-sentiment.ts';
import { judgeUrgency, type Urgency } from './judge-urgency.ts';
import { toRequesterTexts } from './requester-text.ts';
import { suggestTags } from './suggest-tags.ts';
import type { TriageModel } from './triage-model.ts';

/** What can be said of a ticket at first sight. */
export type Triage = {
  /** Absent without a model, without text, and where the ticket is about none of the model's labels. */
  readonly intent?: { label: string; probability: number };
  /** The model knows no label for it; false without a model. */
  readonly isOutOfScope: boolean;
  readonly urgency: Urgency;
  readonly sentiment: Sentiment;
  /** At most five, lower case with hyphens. */
  readonly tags: string[];
  /** The requester's own words that led to each of these, the most telling first. */
  readonly why: readonly { readonly field: 'intent' | 'urgency' | 'sentiment' | 'tags'; readonly quote: string }[];
};

/** Characters of one ticket that are looked at; bounds the cost of a pasted log. */
const MAX_CHARACTERS = 20_000;

/**
 * Intent, urgency, mood and tags of a ticket from its subject and what the requester wrote in public: nothing else is looked at. The intent is that of the subject with
 * the first message, unless a later message speaks more clearly of one. Mood is that of the newest message. Without a model, all but the intent.
 */
export function triageTicket(ticket: Pick<Ticket, 'subject' | 'messages'>, model: TriageModel | undefined): Triage {
  const texts = toRequesterTexts(ticket);
  const whole = [ticket.subject.trim(), ...texts]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, MAX_CHARACTERS);
  if (whole === '') return { isOutOfScope: false, urgency: 'normal', sentiment: 'neutral', tags: [], why: [] };

  const judged = model && judgeMessages(ticket.subject, texts, model);
  const intent = judged && judged.outOfScope < 0.5 ? judged : undefined;
  const newest = texts.at(-1)?.slice(0, MAX_CHARACTERS);
  const urgency = judgeUrgency(whole);
  const sentiment = judgeSentiment(newest ?? whole);
  const tags = suggestTags(whole, intent?.label);
  return {
    ...(intent ? { intent: { label: intent.label, probability: intent.probability } } : {}),
    isOutOfScope: judged !== undefined && intent === undefined,
    urgency: urgency.value,
    sentiment: sentiment.value,
    tags: tags.map(({ tag }) => tag),
    why: [
      ...(intent ? [{ field: 'intent' as const, quote: intent.quote }] : []),
      ...urgency.quotes.map((quote) => ({ field: 'urgency' as const, quote })),
      ...sentiment.quotes.map((quote) => ({ field: 'sentiment' as const, quote })),
      ...tags.filter(({ quote }) => quote !== '').map(({ quote }) => ({ field: 'tags' as const, quote })),
    ],
  };
}

function judgeMessages(subject: string, texts: readonly string[], model: TriageModel): IntentJudgement {
  const [first = '', ...later] = texts;
  const candidates = [`${subject}\n${first}`, subject, ...later.slice(-3)].filter((text) => text.trim() !== '');
  const [opening, ...rest] = candidates.map((text) => judgeIntent(text.slice(0, MAX_CHARACTERS), model));
  const clearest = (best: IntentJudgement, one: IntentJudgement): IntentJudgement =>
    one.outOfScope < best.outOfScope ? one : best;
  return rest.reduce(clearest, opening ?? judgeIntent(subject, model));
}
