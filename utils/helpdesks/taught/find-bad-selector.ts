import type { TaughtHelpdesk } from '../../domain/taught-helpdesk.ts';

/** Every selector of a helpdesk with the name of its field, as an agent finds it in the file. */
function listSelectors({ layout }: TaughtHelpdesk): readonly { readonly field: string; readonly css: string }[] {
  return [
    ...Object.entries(layout.parts).flatMap(([part, leads]) =>
      (leads ?? []).map(({ css }, index) => ({ field: `layout.parts.${part}[${index}].css`, css })),
    ),
    ...Object.entries(layout.tests).flatMap(([test, all]) =>
      (all ?? []).map((css, index) => ({ field: `layout.tests.${test}[${index}]`, css })),
    ),
    ...(layout.drop ?? []).map((css, index) => ({ field: `layout.drop[${index}]`, css })),
  ];
}

/** The first selector that this browser can't use; they are tried on an empty piece of a page, where nothing can match. */
export function findBadSelector(helpdesk: TaughtHelpdesk, document: Document): string | undefined {
  const nowhere = document.createDocumentFragment();
  return listSelectors(helpdesk).find(({ css }) => {
    try {
      nowhere.querySelector(css.replaceAll('{id}', 'x'));
      return false;
    } catch {
      return true;
    }
  })?.field;
}
