import { join } from 'node:path';
import { z } from 'zod';
import type { Passage } from '../../utils/domain/passage.ts';
import { ticketSchema, type Ticket } from '../../utils/domain/ticket.ts';
import { loadCorpus, loadQuestions, loadRelevant, readJsonLines, toHistory, type Question } from '../load-set.ts';

const referenceLine = z.object({ id: z.string(), reference: z.string().optional() });

export type DraftingItem = {
  readonly ticket: Ticket;
  readonly question: string;
  /** What a person wrote as the answer. */
  readonly reference: string;
  /** Passages that hold the answer, as marked in the set; never empty. */
  readonly gold: readonly Passage[];
};

/** The questions of a set that can be answered, have a reference answer, and have a relevant passage. Throws an `Error` when there are none. */
export async function loadDraftingSet(folder: string, split: string): Promise<{ passages: Passage[]; items: DraftingItem[] }> {
  const passages = await loadCorpus(folder);
  const byId = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]));
  const relevant = await loadRelevant(folder, split);
  const references = new Map(
    (await readJsonLines(join(folder, split, 'queries.jsonl'), referenceLine)).map(({ id, reference }) => [id, reference ?? '']),
  );
  const items = (await loadQuestions(folder, split)).flatMap((question): DraftingItem[] => {
    const reference = references.get(question.id) ?? '';
    const gold = [...(relevant.get(question.id) ?? [])].flatMap((id) => byId.get(id) ?? []);
    if (question.answerable === false || reference.trim() === '' || gold.length === 0) return [];
    return [{ ticket: toTicket(question), question: question.text, reference, gold }];
  });
  if (items.length === 0)
    throw new Error(`No question in ${join(folder, split)} has both a reference answer and a relevant passage.`);
  return { passages, items };
}

/** The question as a ticket: its turns as public messages, oldest first, without a subject. */
function toTicket(question: Question): Ticket {
  const requester = { id: 'requester', name: '' };
  const agent = { id: 'agent', name: '' };
  const turns = [...toHistory(question), { by: 'requester' as const, text: question.text }];
  return ticketSchema.parse({
    host: 'set.example',
    helpdesk: 'demo',
    id: question.id.slice(0, 100),
    url: 'https://set.example/',
    subject: '',
    requester,
    messages: turns.map(({ by, text }, index) => ({
      id: String(index + 1),
      author: by === 'requester' ? requester : agent,
      role: by,
      visibility: 'public',
      at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      text,
    })),
  });
}
