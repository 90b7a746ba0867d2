import { z } from 'zod';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { chatwootApi } from '../paged/product-apis.ts';
import { readText } from '../paged/read-text.ts';

const profileSchema = z.looseObject({ account_id: idField });
const responseSchema = z.looseObject({
  id: idField,
  short_code: z.string(),
  content: z.string(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
});

/** The account is that of the address (https://chat.example/app/accounts/1), else the one that the key's owner works in. */
export const chatwootMacros: PagedProduct = {
  kind: 'macros',
  ...chatwootApi,
  noun: 'Macro',
  start: ({ baseUrl }) => {
    const account = /\/accounts\/(\d+)/.exec(new URL(baseUrl).pathname)?.[1];
    return [account ? toResponses(account) : { of: 'profile', path: 'api/v1/profile' }];
  },
  pages: { profile: readProfile, responses: readResponses },
};

/** @see https://developers.chatwoot.com/api-reference/canned-responses/list-all-canned-responses-in-an-account */
const toResponses = (account: string): Place => ({ of: 'responses', path: `api/v1/accounts/${account}/canned_responses` });

function readProfile({ parse }: VisitContext): Visit {
  return { next: [toResponses(encodeURIComponent(parse(profileSchema).account_id))] };
}

function readResponses({ parse, parseEach }: VisitContext): Visit {
  const items = parseEach(parse(z.array(z.unknown())), responseSchema).map((response) => ({
    id: response.id,
    name: response.short_code,
    audience: 'internal' as const,
    ...(typeof response.updated_at === 'string' ? { updatedAt: response.updated_at } : {}),
    page: () => ({ title: response.short_code, ...readText(response.content) }),
  }));
  return { items };
}
