/** Who a greeting, closing or signature names; '' when unknown. */
export type TemplateNames = { readonly name: string; readonly agent: string };

/** What may stand in braces in a greeting, closing or signature. */
export const placeholders = ['name', 'agent'] as const satisfies readonly (keyof TemplateNames)[];
const PLACEHOLDER = /([,\s]*)\{(name|agent)\}/g;

/**
 * A team's own greeting, closing or signature with the names in it. A name that is unknown leaves no gap and no stray comma
 * ("Hola, {name}:" → "Hola:"); lines that become empty go. A name is text: braces in it mean nothing. Marks such as `[1]` are
 * taken out, they would read as citations.
 */
export function fillTemplate(template: string, names: TemplateNames): string {
  return template
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((line) => {
      const filled = line
        .replaceAll(/\[\^?\d+(?:\s*,\s*\d+)*\]/g, '')
        .replaceAll(PLACEHOLDER, (_, before: string, key: keyof TemplateNames) =>
          names[key] === '' ? '' : `${before}${names[key]}`,
        )
        .replace(/^[\s,;:]+(?=\S)/, '')
        .trim();
      return /[\p{L}\p{N}]/u.test(filled) || (filled !== '' && filled === line.trim()) ? [filled] : [];
    })
    .join('\n');
}

/** Names in braces that mean nothing to us, as they stand: `{firstname}`. */
export function findUnknownPlaceholders(template: string): string[] {
  return [...template.matchAll(/\{([^{}\n]*)\}/g)].flatMap(([whole, name]) =>
    placeholders.some((known) => known === name) ? [] : [whole],
  );
}
