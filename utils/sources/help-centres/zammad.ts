import { z } from 'zod';
import type { Audience } from '../../domain/passage.ts';
import { idField } from '../paged/fields.ts';
import { headOf, type FoundItem, type PagedProduct, type Visit, type VisitContext } from '../paged/paged-product.ts';
import { zammadApi } from '../paged/product-apis.ts';
import { readHtml } from '../paged/read-html.ts';

const baseSchema = z.looseObject({ id: idField, active: z.boolean() });

const publishing = {
  published_at: z.string().nullable(),
  internal_at: z.string().nullable(),
  archived_at: z.string().nullable(),
};
const answerSchema = z.looseObject({ id: idField, category_id: idField, updated_at: z.string(), ...publishing });
const translationSchema = z.looseObject({
  id: idField,
  title: z.string(),
  answer_id: idField,
  content_id: idField,
  updated_at: z.string(),
});
const categorySchema = z.looseObject({
  id: idField,
  knowledge_base_id: idField,
  permissions_effective: z.array(z.unknown()).nullish(),
});
const table = z.record(z.string(), z.unknown());
const initSchema = z.looseObject({
  KnowledgeBaseCategory: table.optional(),
  KnowledgeBaseAnswer: table.optional(),
  KnowledgeBaseAnswerTranslation: table.optional(),
});
const contentSchema = z.looseObject({
  assets: z.looseObject({ KnowledgeBaseAnswerTranslationContent: z.record(z.string(), z.looseObject({ body: z.string() })) }),
});

/** `collection` of the origin is the knowledge base's number, 1 without it. @see https://docs.zammad.org/en/latest/api/knowledgebase.html */
export const zammadHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...zammadApi,
  noun: 'Article',
  start: (origin) => {
    const id = (origin.kind === 'help-centre' && origin.collection) || '1';
    return [{ of: 'base', path: `knowledge_bases/${encodeURIComponent(id)}` }];
  },
  pages: { base: readBase, answer: readAnswer },
};

/** One request lists everything but the texts. It changes nothing, yet is a POST, so it needs the mark against forged ones. */
async function readBase({ parse, parseEach, ask, headers, now }: VisitContext): Promise<Visit> {
  const base = parse(baseSchema);
  const token = headers.get('csrf-token');
  const found = await ask('knowledge_bases/init', initSchema, {
    method: 'POST',
    headers: token ? { 'x-csrf-token': token } : {},
  });
  const categories = new Map(
    parseEach(Object.values(found?.KnowledgeBaseCategory ?? {}), categorySchema)
      .filter((category) => category.knowledge_base_id === base.id)
      .map((category) => [category.id, category]),
  );
  const answers = parseEach(Object.values(found?.KnowledgeBaseAnswer ?? {}), answerSchema).filter((answer) =>
    categories.has(answer.category_id),
  );
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const translations = parseEach(Object.values(found?.KnowledgeBaseAnswerTranslation ?? {}), translationSchema);
  const items = translations.flatMap((translation): FoundItem[] => {
    const answer = byId.get(translation.answer_id);
    const audience = answer && toAudience(answer, base.active, categories.get(answer.category_id), now);
    if (!audience) return [];
    const id = `${answer.id}/${translation.id}`;
    const path = `knowledge_bases/${base.id}/answers/${answer.id}?full=1&include_contents=${translation.content_id}`;
    const updatedAt = answer.updated_at > translation.updated_at ? answer.updated_at : translation.updated_at;
    return [
      { id, name: translation.title, audience, updatedAt, at: { of: 'answer', path, with: { content: translation.content_id } } },
    ];
  });
  return { items, total: items.length };
}

/** Nothing for drafts and what is archived. A category with rights of its own, or a base that is switched off, is not for everyone. */
function toAudience(
  answer: z.infer<typeof answerSchema>,
  isActive: boolean,
  category: z.infer<typeof categorySchema> | undefined,
  now: Date,
): Audience | undefined {
  const isPast = (at: string | null): boolean => at !== null && new Date(at) <= now;
  if (isPast(answer.archived_at)) return undefined;
  if (isPast(answer.published_at)) {
    const isRestricted = !isActive || !category || (category.permissions_effective?.length ?? 0) > 0;
    return isRestricted ? 'internal' : 'public';
  }
  return isPast(answer.internal_at) ? 'internal' : undefined;
}

function readAnswer({ place, json, parseEach }: VisitContext): Visit {
  const head = headOf(place);
  const content = place.with?.['content'] ?? '';
  const items = parseEach([json], contentSchema).map(({ assets }) => ({
    ...head,
    page: () => ({ title: head.name, ...readHtml(assets.KnowledgeBaseAnswerTranslationContent[content]?.body ?? '') }),
  }));
  return { items };
}
