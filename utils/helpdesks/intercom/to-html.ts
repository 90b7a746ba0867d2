import { z } from 'zod/mini';
import { textField } from '../api-fields.ts';

/**
 * One block of a message: a paragraph, heading or code with `text` (inline HTML), mail with `content` (HTML), a list with `items`, each a
 * text or blocks of its own. Pictures and buttons have none of these.
 */
export const blockSchema = z.object({
  type: textField,
  text: textField,
  get content() {
    return z.nullish(z.union([z.string(), z.array(blockSchema)]));
  },
  get items() {
    return z.nullish(z.array(z.union([z.string(), blockSchema])));
  },
});
export type Block = z.infer<typeof blockSchema>;

export const toHtml = (blocks: readonly Block[]): string => blocks.map(toBlock).join('');

function toBlock({ type, text, content, items }: Block): string {
  if (items) {
    const list = /^ordered/i.test(type) ? 'ol' : 'ul';
    return `<${list}>${items.map((item) => `<li>${typeof item === 'string' ? item : toBlock(item)}</li>`).join('')}</${list}>`;
  }
  if (content) return typeof content === 'string' ? content : toHtml(content);
  const tag = type === 'code' ? 'pre' : 'p';
  return text && `<${tag}>${text}</${tag}>`;
}
