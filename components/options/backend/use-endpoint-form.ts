import { useEffect, useState } from 'react';
import { presetOf } from '../../../utils/backends/quirks.ts';
import type { Result } from '../../../utils/domain/failure.ts';
import type { Endpoint } from '../../../utils/domain/settings.ts';
import { describeFailure } from '../../shared/describe-failure.ts';
import { checkEndpoint, type EndpointProblems } from '../check-endpoint.ts';
import type { EndpointInput } from '../options-value.ts';
import { checkPrice, toPriceFields, type PriceFields } from './price-fields.ts';

/** What a form says after Save. */
export type SaveState =
  | { readonly kind: 'idle' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly what: string; readonly next: string };

/** The models that an address offers, or why they are not known. */
export type Offered =
  | { readonly kind: 'unasked' | 'asking' }
  | { readonly kind: 'listed'; readonly models: readonly string[] }
  | { readonly kind: 'failed'; readonly what: string };

export type EndpointFields = PriceFields & { readonly address: string; readonly model: string; readonly key: string };
export type EndpointFormProblems = EndpointProblems & { readonly input?: string; readonly output?: string };

export type EndpointFormActions = {
  readonly onSave: (endpoint: EndpointInput, key: string) => Promise<Result<undefined>>;
  readonly onKeyKnown: (baseUrl: string) => Promise<boolean>;
  readonly onListModels: (endpoint: EndpointInput, key: string) => Promise<Result<readonly string[]>>;
};

/** A form for one model at one address. Nothing is stored before `save`; the key is forgotten here once it is. */
export function useEndpointForm(stored: Endpoint | undefined, needsKey: boolean, actions: EndpointFormActions) {
  const [fields, setFields] = useState(() => toFields(stored));
  const [known, setKnown] = useState(stored);
  // Settings arrive after the first drawing, and may change in another tab: a form that nobody has touched follows them.
  if (!isEqual(known, stored)) {
    setKnown(stored);
    if (isEqual(fields, toFields(known))) setFields(toFields(stored));
  }
  const [problems, setProblems] = useState<EndpointFormProblems>({});
  const [saving, setSaving] = useState<SaveState>({ kind: 'idle' });
  const [offered, setOffered] = useState<Offered>({ kind: 'unasked' });
  const hasKey = useKeyKnown(stored, fields.address, saving.kind, actions.onKeyKnown);

  const change = (part: Partial<EndpointFields>): void => {
    setFields({ ...fields, ...part });
    setProblems({});
    setSaving({ kind: 'idle' });
    if (part.address !== undefined) setOffered({ kind: 'unasked' });
  };
  /** The endpoint as filled in, or nothing, with the problems shown. */
  const check = (): EndpointInput | undefined => {
    const keyStoredFor = hasKey ? fields.address : '';
    const checked = checkEndpoint({ ...fields, needsKey, keyStoredFor });
    const price = checkPrice(fields);
    setProblems({ ...(checked.ok ? {} : checked.problems), ...price.problems });
    if (!checked.ok || Object.keys(price.problems).length > 0) return undefined;
    const { endpoint } = checked;
    return { ...endpoint, preset: presetOf(endpoint.baseUrl), ...(price.price ? { price: price.price } : {}) };
  };
  return {
    fields,
    problems,
    saving,
    offered,
    hasKey,
    key: fields.key,
    change,
    check,
    async save(): Promise<void> {
      const endpoint = check();
      if (!endpoint) return;
      setSaving({ kind: 'saving' });
      const saved = await actions.onSave(endpoint, fields.key);
      if (saved.ok) setFields((now) => ({ ...now, key: '' }));
      setSaving(saved.ok ? { kind: 'saved' } : { kind: 'failed', ...describeFailure(saved.error) });
    },
    async listModels(): Promise<void> {
      const baseUrl = fields.address.trim();
      if (!URL.canParse(baseUrl)) return setProblems({ address: 'Give the address first.' });
      setOffered({ kind: 'asking' });
      const listed = await actions.onListModels({ baseUrl, model: fields.model.trim() || '-' }, fields.key);
      setOffered(
        listed.ok ? { kind: 'listed', models: listed.value } : { kind: 'failed', what: describeFailure(listed.error).what },
      );
    },
  };
}
export type EndpointForm = ReturnType<typeof useEndpointForm>;

/** Is a key stored for the address as it is typed? Asked again once something was saved. */
function useKeyKnown(
  stored: Endpoint | undefined,
  address: string,
  saved: SaveState['kind'],
  onKeyKnown: EndpointFormActions['onKeyKnown'],
): boolean {
  const [known, setKnown] = useState({ address: stored?.baseUrl ?? '', hasKey: stored?.hasKey ?? false });
  useEffect(() => {
    const baseUrl = address.trim();
    if (!URL.canParse(baseUrl)) return undefined;
    let isLeft = false;
    void onKeyKnown(baseUrl).then((hasKey) => isLeft || setKnown({ address, hasKey }));
    return () => {
      isLeft = true;
    };
    // The actions are made anew at each drawing; what they do is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [address, saved]);
  return known.address === address && known.hasKey;
}

function toFields(stored: Endpoint | undefined): EndpointFields {
  return { address: stored?.baseUrl ?? '', model: stored?.model ?? '', key: '', ...toPriceFields(stored?.price) };
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
