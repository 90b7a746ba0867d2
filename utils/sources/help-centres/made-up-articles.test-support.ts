import type { Audience, SourceProduct } from '../../domain/passage.ts';
import type { ProductOrigin } from '../paged/paged-product.ts';
import type { Answer } from '../paged/test-support.ts';

export type MadeUp = {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly updatedAt: string;
  readonly isDraft: boolean;
  readonly isRestricted: boolean;
};

/** 45 articles and three drafts among them; every ninth article is not for everyone. */
export const madeUp: readonly MadeUp[] = Array.from({ length: 48 }, (_, index) => ({
  id: 100 + index,
  title: `How to change setting ${index}`,
  text: `Open the settings and choose number ${index}. You can change it with the button below the list.`,
  updatedAt: new Date(Date.UTC(2026, 0, 1, 8, index)).toISOString(),
  isDraft: index % 20 === 7,
  isRestricted: index % 9 === 4,
}));
export const published = madeUp.filter(({ isDraft }) => !isDraft);

export const toHtml = ({ text }: MadeUp): string => `<h2>Steps</h2><p>${text}</p>`;
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** The page that `page` and `size` ask for; no more than 20 entries, as servers have limits of their own. */
export function cut<T>(all: readonly T[], url: URL, size: string): { page: number; pages: number; part: T[] } {
  const perPage = Math.min(20, Number(url.searchParams.get(size) ?? 20));
  const page = Number(url.searchParams.get('page') ?? 1);
  return { page, pages: Math.ceil(all.length / perPage), part: all.slice((page - 1) * perPage, page * perPage) };
}

export type MadeUpServer = {
  readonly product: SourceProduct;
  readonly origin: ProductOrigin;
  readonly locale: string;
  readonly restricted: Audience;
  readonly open: Audience;
  /** Field of an entry of the list that is always needed, and how the failure names it. */
  readonly titleField: string;
  /** Field with the text, and how many requests before the end it may go missing so that something was read before. */
  readonly textField: string;
  readonly late: number;
  /** Whether an address is that of a single article. */
  readonly isItem: (url: URL) => boolean;
  readonly answer: (articles: readonly MadeUp[]) => Answer;
};

export const helpCentre = (product: SourceProduct, baseUrl: string, more: { collection?: string } = {}): ProductOrigin => ({
  kind: 'help-centre',
  product,
  baseUrl,
  ...more,
});
