import {
  LOOK_UP_TIMEOUT_MS,
  type ArgumentSlot,
  type LookUpServer,
  type LookUpTool,
  type OfferedTool,
} from '../../utils/domain/look-up.ts';
import { mayAsk } from '../../utils/sources/look-ups/guard-fetch.ts';
import { parseIdPattern } from '../../utils/sources/look-ups/id-pattern.ts';

export type SlotForm = { readonly from: ArgumentSlot['from'] | 'none'; readonly text: string };

/** One offered tool with what the team has chosen for it. */
export type ToolForm = {
  readonly offered: OfferedTool;
  readonly isTicked: boolean;
  /** It was ticked, and promises something else now. */
  readonly isChanged: boolean;
  readonly when: LookUpTool['when'];
  readonly slots: Readonly<Record<string, SlotForm>>;
  readonly mayChangeThings: boolean;
  readonly ownerField: string;
};

export type ServerForm = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly tools: readonly ToolForm[];
};
/** By field: `name`, `url`, or a tool's name with the parameter behind a space. */
export type ServerProblems = Readonly<Record<string, string>>;

/** An offered tool as a form; a saved choice counts only while the tool still promises the same. */
export function toToolForm(offered: OfferedTool, saved: LookUpTool | undefined): ToolForm {
  const isSame = saved?.schemaHash === offered.schemaHash;
  return {
    offered,
    isTicked: saved !== undefined && isSame,
    isChanged: saved !== undefined && !isSame,
    when: saved?.when ?? 'always',
    slots: Object.fromEntries(offered.parameters.map(({ name }) => [name, toSlotForm(saved?.arguments[name])])),
    mayChangeThings: saved !== undefined && isSame && saved.mayChangeThings,
    ownerField: saved?.ownerField ?? '',
  };
}

function toSlotForm(slot: ArgumentSlot | undefined): SlotForm {
  if (!slot) return { from: 'none', text: '' };
  if (slot.from === 'pattern') return { from: 'pattern', text: slot.pattern };
  return { from: slot.from, text: slot.from === 'fixed' ? String(slot.value) : '' };
}

export type ServerCheck =
  | { readonly ok: true; readonly server: Omit<LookUpServer, 'headersSecretName'> }
  | { readonly ok: false; readonly problems: ServerProblems };

/** What is wrong with the address, and what to do; `undefined` when it may be asked. */
export function findServerAddressProblem(url: string): string | undefined {
  const parsed = URL.parse(url.trim());
  if (!parsed?.hostname) return 'Give the full address, for example https://shop.example/mcp.';
  if (parsed.username !== '' || parsed.password !== '')
    return 'Leave the name and password out of the address; the key has its own field.';
  return mayAsk(parsed) ? undefined : 'Use https://, or http:// on this machine only.';
}

/** Is the form something that may be saved? Only ticked tools are; every parameter that a tool needs has to come from somewhere. */
export function checkServerForm(form: ServerForm): ServerCheck {
  const problems: Record<string, string> = {};
  const address = findServerAddressProblem(form.url);
  if (address) problems['url'] = address;
  if (form.name.trim() === '') problems['name'] = 'Give it a name; it stands beside what it answers.';
  const tools = form.tools.filter((tool) => tool.isTicked).map((tool) => checkTool(tool, problems));
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { id, name, url } = form;
  return { ok: true, server: { id, name: name.trim(), url: new URL(url.trim()).href, tools, timeoutMs: LOOK_UP_TIMEOUT_MS } };
}

function checkTool(form: ToolForm, problems: Record<string, string>): LookUpTool {
  const { offered, when, mayChangeThings } = form;
  const args: [string, ArgumentSlot][] = [];
  for (const { name, type, isRequired } of offered.parameters) {
    const slot = form.slots[name] ?? { from: 'none', text: '' };
    const problem = findSlotProblem(slot, type, isRequired);
    if (problem) problems[`${offered.name} ${name}`] = problem;
    else if (slot.from !== 'none') args.push([name, toSlot(slot.from, slot.text.trim(), type)]);
  }
  if (!offered.isReadOnly && !mayChangeThings) {
    problems[offered.name] = 'The server does not say that this tool only reads. Allow it below, or leave it out.';
  }
  const ownerField = form.ownerField.trim();
  return {
    name: offered.name,
    when,
    arguments: Object.fromEntries(args),
    schemaHash: offered.schemaHash,
    mayChangeThings,
    ...(ownerField === '' ? {} : { ownerField }),
  };
}

function findSlotProblem({ from, text }: SlotForm, type: string, isRequired: boolean): string | undefined {
  if (from === 'none') return isRequired ? 'The tool needs this. Choose where it comes from.' : undefined;
  if (from === 'pattern' && !parseIdPattern(text)) {
    return 'Not a pattern. Use letters, digits, - . / # and \\d, \\w, [A-Z], {6} or {4,8}; for example NW-\\d{6}.';
  }
  if (from !== 'fixed') return undefined;
  if (text.trim() === '') return 'Give the value that is always sent.';
  if ((type === 'number' || type === 'integer') && !Number.isFinite(Number(text))) return 'The tool takes a number here.';
  return type === 'boolean' && !/^(?:true|false)$/.test(text.trim()) ? 'The tool takes true or false here.' : undefined;
}

function toSlot(from: ArgumentSlot['from'], text: string, type: string): ArgumentSlot {
  if (from === 'pattern') return { from, pattern: text };
  if (from !== 'fixed') return { from };
  if (type === 'number' || type === 'integer') return { from, value: Number(text) };
  return { from, value: type === 'boolean' ? text === 'true' : text };
}
