import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { passageSchema, type Passage } from '../utils/domain/passage.ts';
import { detectLanguage } from '../utils/text/language.ts';

const corpusLine = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  url: z.string().optional(),
  product: z.string().optional(),
});
const queryLine = z.object({
  id: z.string(),
  text: z.string(),
  history: z.array(z.object({ speaker: z.string(), text: z.string() })).optional(),
  answerable: z.boolean().optional(),
});
const itemLine = z.object({
  id: z.string(),
  text: z.string(),
  kb: z.string(),
  answerable: z.boolean(),
  /** What sort of question it is; figures are also given for each sort that can't be answered. */
  kind: z.string().default('question'),
});

export type Question = z.infer<typeof queryLine>;

/** One JSON value a line, checked. Throws an `Error` that names file, line and fault. */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(
      `${path} can't be read. Give the folder of a question set with --set DIR; docs/evaluation.md says what belongs in it.`,
    );
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new Error(`${path}, line ${index + 1}: this is not JSON.`);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new Error(`${path}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}

export type LoadOptions = {
  /** Keeps the passages of one product. */
  readonly only?: string | undefined;
  /** Leaves the titles out, so that answers are found by their text alone. */
  readonly withoutTitles?: boolean | undefined;
};

/**
 * The passages of a set, as one source; the language is detected once for the whole set. Passages with one address (without
 * its anchor) are one article; where there is none, those with one title.
 */
export async function loadCorpus(folder: string, { only, withoutTitles = false }: LoadOptions = {}): Promise<Passage[]> {
  const lines = (await readJsonLines(join(folder, 'corpus.jsonl'), corpusLine)).filter(
    ({ product }) => only === undefined || product === only,
  );
  const locale = detectLanguage(
    lines
      .slice(0, 50)
      .map(({ text }) => text)
      .join('\n'),
  ).language;
  const articles = Map.groupBy(lines, ({ id, title, url }) => url?.split('#')[0] || (!withoutTitles && title) || id);
  return [...articles].flatMap(([articleId, own]) =>
    own.map(({ id, title, text, url }, position) =>
      passageSchema.parse({
        id,
        articleId,
        sourceId: 'set',
        title: withoutTitles ? '' : title,
        headings: [],
        text: text || title || '-',
        locale,
        audience: 'public',
        fetchedAt: '2026-01-01T00:00:00.000Z',
        position,
        ...(url ? { url } : {}),
      }),
    ),
  );
}

export function loadQuestions(folder: string, split: string): Promise<Question[]> {
  return readJsonLines(join(folder, split, 'queries.jsonl'), queryLine);
}

export function loadItems(folder: string, split: string): Promise<z.infer<typeof itemLine>[]> {
  return readJsonLines(join(folder, split, 'items.jsonl'), itemLine);
}

/** Relevant passage ids by question id, from `qrels.tsv` with a header line. */
export async function loadRelevant(folder: string, split: string): Promise<Map<string, Set<string>>> {
  const relevant = new Map<string, Set<string>>();
  const text = await readFile(join(folder, split, 'qrels.tsv'), 'utf8');
  for (const line of text.split('\n').slice(1)) {
    const [question, passage, score] = line.split('\t');
    if (!question || !passage || Number(score) <= 0) continue;
    relevant.set(question, (relevant.get(question) ?? new Set()).add(passage));
  }
  return relevant;
}

/** Earlier turns of a conversation, oldest first. */
export function toHistory({ history = [] }: Question): { by: 'requester' | 'agent'; text: string }[] {
  return history.map(({ speaker, text }) => ({ by: speaker === 'user' ? 'requester' : 'agent', text }));
}
