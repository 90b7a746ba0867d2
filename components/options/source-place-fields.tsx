import type { ReactNode } from 'react';
import { toHost } from './check-endpoint.ts';
import type { SourceProblems } from './source-check.ts';
import { ages, chooseProduct, type SourceFields } from './source-fields.ts';
import { findProduct, sourceProducts, toKeyNeed } from './source-products.ts';
import { StoreFields } from './store-fields.tsx';
import { SourceSelect } from './source-select.tsx';
import { count } from './source-time.ts';
import { TextField } from './text-field.tsx';

export type SourcePlaceFieldsProps = {
  readonly fields: SourceFields;
  readonly problems: SourceProblems;
  /** A key may be stored for the place already. */
  readonly hasKey: boolean;
  readonly onChange: (fields: SourceFields) => void;
};

/** Where a source is read from: pages by address, or a product with its address, its part and its key. */
export function SourcePlaceFields({ fields, problems, hasKey, onChange }: SourcePlaceFieldsProps): ReactNode {
  if (fields.kind === 'web-pages') {
    return (
      <TextField
        label="Addresses"
        wide
        mono
        rows={3}
        value={fields.addresses}
        problem={problems.addresses}
        placeholder="https://help.yourteam.example/sitemap.xml"
        hint="A sitemap, an index of sitemaps, or single pages; one a line."
        onChange={(addresses) => onChange({ ...fields, addresses })}
      />
    );
  }
  if (fields.kind === 'vector-store') return <StoreFields fields={fields} problems={problems} onChange={onChange} />;
  const product = findProduct(fields.product);
  const keyNeed = product ? toKeyNeed(product, fields.kind) : 'none';
  return (
    <>
      <SourceSelect
        label="Product"
        value={fields.product}
        options={sourceProducts
          .filter(({ kinds }) => kinds.some((kind) => kind === fields.kind))
          .map(({ id, name }) => ({ value: id, name }))}
        onChange={(id) => onChange(chooseProduct(fields, id))}
      />
      <TextField
        label="Address"
        mono
        inputMode="url"
        value={fields.address}
        problem={problems.address}
        placeholder={product?.placeholder ?? ''}
        onChange={(address) => onChange({ ...fields, address })}
      />
      {fields.kind === 'help-centre' ? (
        <>
          {product?.hasLanguages ? (
            <TextField
              label="Language"
              optional
              value={fields.locale}
              problem={problems.locale}
              hint="Empty for all languages."
              placeholder="de"
              onChange={(locale) => onChange({ ...fields, locale })}
            />
          ) : null}
          {product && product.collection !== '' ? (
            <TextField
              label={product.collection}
              optional={!product.isPortal}
              value={fields.collection}
              problem={problems.collection}
              hint={product.isPortal ? 'Its name as it stands in its address, after /hc/.' : 'Empty for the whole help centre.'}
              onChange={(collection) => onChange({ ...fields, collection })}
            />
          ) : null}
        </>
      ) : null}
      {fields.kind === 'solved-tickets' ? (
        <SourceSelect
          label="Tickets solved in the last"
          value={fields.sinceDays}
          options={ages.map((value) => ({ value, name: count(value, 'day') }))}
          onChange={(sinceDays) => onChange({ ...fields, sinceDays })}
        />
      ) : null}
      {product && keyNeed !== 'none' ? (
        <TextField
          label="Key"
          optional={keyNeed === 'optional'}
          wide
          mono
          type="password"
          value={fields.key}
          problem={problems.key}
          hint={describeKey(product.keyHint, hasKey, toHost(fields.address))}
          onChange={(key) => onChange({ ...fields, key })}
        />
      ) : null}
    </>
  );
}

function describeKey(keyHint: string, hasKey: boolean, host: string | undefined): string {
  const kept = `Kept where no page can read it, sent to ${host ?? 'this address'} and nowhere else.`;
  return hasKey ? `Empty keeps the key that is stored. ${kept}` : `${keyHint} ${kept}`;
}
