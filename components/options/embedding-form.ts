import type { Settings } from '../../utils/domain/settings.ts';
import { readAmount } from './backend/price-fields.ts';
import { checkEndpoint } from './check-endpoint.ts';
import type { EmbeddingInput } from './embedding-actions.ts';

/** The form as typed. */
export type EmbeddingFields = { readonly address: string; readonly model: string; readonly key: string; readonly price: string };
export type EmbeddingProblems = { readonly address?: string; readonly model?: string; readonly price?: string };
export type EmbeddingCheck =
  | { readonly ok: true; readonly input: EmbeddingInput }
  | { readonly ok: false; readonly problems: EmbeddingProblems };

export function toEmbeddingFields(embedding: Settings['embedding']): EmbeddingFields {
  return {
    address: embedding?.endpoint.baseUrl ?? '',
    model: embedding?.endpoint.model ?? '',
    key: '',
    price: embedding?.pricePerMillionTokens?.toString() ?? '',
  };
}

/** Is the form something that may be asked? A price may have a comma; none is fine. */
export function checkEmbedding({ address, model, price }: EmbeddingFields): EmbeddingCheck {
  const checked = checkEndpoint({ address, model, key: '', needsKey: false, keyStoredFor: '' });
  const amount = readAmount(price);
  const problems: EmbeddingProblems = {
    ...(checked.ok ? {} : { ...checked.problems }),
    ...(/\/embeddings\/*$/.test(address.trim()) ? { address: 'Give the address without /embeddings; Deskside adds it.' } : {}),
    ...(amount !== 'wrong' ? {} : { price: 'Give a number, for example 0.02, or leave it empty.' }),
  };
  if (!checked.ok || amount === 'wrong' || Object.keys(problems).length > 0) return { ok: false, problems };
  const { endpoint } = checked;
  return { ok: true, input: { endpoint, ...(amount === undefined ? {} : { pricePerMillionTokens: amount }) } };
}
