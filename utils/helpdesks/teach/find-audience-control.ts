import { selectElement } from './select-element.ts';

/** How the control beside a reply box stands: a selector that finds something in the pane as long as it stands so. */
export type AudienceControl = { readonly css: string; readonly isFragile: boolean };

/** What such controls call their choices, in their values and marks and in what people read; one of their choices has to. */
const WORDS =
  /public|internal|intern\b|interne|interna|private|privat|privé|privad|\bnotes?\b|note[-_]|[-_]note|notiz|\bnota\b|whisper|visib|öffentlich|sichtbar/i;
const STATE_ATTRIBUTES = ['aria-selected', 'aria-checked', 'aria-pressed', 'aria-current'] as const;
const STATE_CLASSES = ['active', 'is-active', 'selected', 'is-selected', 'current', 'is-current', 'on'] as const;

/** The control in `pane` that decides who reads what is written, as it stands now: radio buttons, a list, a box to tick, tabs or toggles. */
export function findAudienceControl(pane: Element): AudienceControl | undefined {
  return findRadio(pane) ?? findList(pane) ?? findTick(pane) ?? findToggle(pane);
}

function findRadio(pane: Element): AudienceControl | undefined {
  const radios = [...pane.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const checked = radios.find((radio) => radio.checked && saysWho(radios.filter(({ name }) => name === radio.name)));
  if (!checked) return undefined;
  const { name, value } = checked;
  const css = isPlain(name) && isPlain(value) ? `input[name="${name}"][value="${value}"]` : undefined;
  return toControl(checked, pane, ':checked', css);
}

function findList(pane: Element): AudienceControl | undefined {
  const list = [...pane.querySelectorAll('select')].find(
    ({ options }) => options.length > 1 && options.length < 9 && saysWho([...options]),
  );
  const chosen = list && [...list.options].find(({ selected }) => selected);
  const selected = list && selectElement(list, pane);
  if (!chosen || !selected) return undefined;
  const option = isPlain(chosen.value)
    ? `option[value="${chosen.value}"]`
    : `option:nth-of-type(${[...list.options].indexOf(chosen) + 1})`;
  return { css: `${selected.css} ${option}:checked`, isFragile: selected.isFragile || !isPlain(chosen.value) };
}

function findTick(pane: Element): AudienceControl | undefined {
  const tick = [...pane.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].find((box) => saysWho([box]));
  return tick && toControl(tick, pane, tick.checked ? ':checked' : ':not(:checked)');
}

/** One of several buttons, links or tabs beside each other that stands out as chosen. */
function findToggle(pane: Element): AudienceControl | undefined {
  for (const chosen of pane.querySelectorAll('button, a, li, label, [role="tab"], [role="radio"], [role="menuitemradio"]')) {
    const state = toState(chosen);
    const beside = [...(chosen.parentElement?.children ?? [])].filter(({ localName }) => localName === chosen.localName);
    if (state === undefined || beside.length < 2 || beside.some((other) => other !== chosen && toState(other) === state))
      continue;
    if (saysWho(beside)) return toControl(chosen, pane, state);
  }
  return undefined;
}

function toState(element: Element): string | undefined {
  const attribute = STATE_ATTRIBUTES.find((name) => /^(?:true|page)$/.test(element.getAttribute(name) ?? ''));
  if (attribute) return `[${attribute}="${element.getAttribute(attribute)}"]`;
  const name = STATE_CLASSES.find((each) => element.classList.contains(each));
  return name && `.${name}`;
}

function toControl(element: Element, pane: Element, state: string, css?: string): AudienceControl | undefined {
  const selected = css === undefined ? selectElement(element, pane) : { css, isFragile: false };
  if (!selected?.isFragile) return selected && { css: `${selected.css}${state}`, isFragile: false };
  // A tab without a name of its own goes by the link inside it.
  const inner = [...element.querySelectorAll('*')]
    .map((each) => selectElement(each, pane))
    .find((each) => each?.isFragile === false);
  return inner
    ? { css: `${element.localName}${state} ${inner.css}`, isFragile: false }
    : { css: `${selected.css}${state}`, isFragile: true };
}

/** Read by machines or by people; never what stands in a text field. */
function saysWho(choices: readonly Element[]): boolean {
  return choices.some((choice) => {
    const labels = 'labels' in choice && choice.labels ? [...((choice as HTMLInputElement).labels ?? [])] : [];
    const around = choice.closest('label');
    const attributes = [...choice.attributes].filter(({ name }) => name !== 'style').map(({ value }) => value);
    const texts = [...labels, ...(around ? [around] : []), choice].map(({ textContent }) => (textContent ?? '').slice(0, 80));
    return WORDS.test([...attributes, ...texts].join(' '));
  });
}

const isPlain = (text: string): boolean => /^[\w.[\]:-]{1,60}$/.test(text);
