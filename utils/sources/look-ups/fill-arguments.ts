import type { ArgumentSlot, LookUpTool } from '../../domain/look-up.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { findId, parseIdPattern } from './id-pattern.ts';

/** Longest value sent, in characters; an address or an id is shorter. */
const MAX_VALUE_CHARS = 254;

export type ToolArguments = Readonly<Record<string, string | number | boolean>>;
export type FilledArguments =
  | { readonly kind: 'filled'; readonly values: ToolArguments }
  /** Parameters that the ticket holds nothing for. */
  | { readonly kind: 'missing'; readonly parameters: readonly string[] }
  /** Parameters whose pattern is none. */
  | { readonly kind: 'unusable'; readonly parameters: readonly string[] };

/** Values for a tool's parameters out of the ticket's own fields. `types` are the JSON types that its schema names, by parameter. */
export function fillArguments(tool: LookUpTool, ticket: Ticket, types: Readonly<Record<string, unknown>>): FilledArguments {
  const slots = Object.entries(tool.arguments);
  const unusable = slots.filter(([, slot]) => slot.from === 'pattern' && !parseIdPattern(slot.pattern)).map(([name]) => name);
  if (unusable.length > 0) return { kind: 'unusable', parameters: unusable };
  const values = slots.map(([name, slot]) => [name, toType(readSlot(slot, ticket), types[name])] as const);
  const missing = values.filter(([, value]) => value === undefined || value === '').map(([name]) => name);
  if (missing.length > 0) return { kind: 'missing', parameters: missing };
  return {
    kind: 'filled',
    values: Object.fromEntries(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  };
}

function readSlot(slot: ArgumentSlot, ticket: Ticket): string | number | boolean | undefined {
  switch (slot.from) {
    case 'requester-email':
      return readEmail(ticket.requester.email);
    case 'requester-name':
      return ticket.requester.name.trim().slice(0, MAX_VALUE_CHARS);
    case 'ticket-id':
      return ticket.id;
    case 'pattern':
      return findNewestId(slot.pattern, ticket);
    case 'fixed':
      return slot.value;
  }
}

/** Only what is one address and nothing else. */
function readEmail(email: string | undefined): string | undefined {
  const trimmed = email?.trim() ?? '';
  return trimmed.length <= MAX_VALUE_CHARS && /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+$/u.test(trimmed) ? trimmed : undefined;
}

/** What the requester wrote, newest first, then the subject. */
function findNewestId(pattern: string, ticket: Ticket): string | undefined {
  const regex = parseIdPattern(pattern);
  if (!regex) return undefined;
  const own = ticket.messages.filter((message) => message.role === 'requester' && message.visibility === 'public');
  for (const text of [...own.toReversed().map((message) => message.text), ticket.subject]) {
    const id = findId(text, regex);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** An id of digits for a parameter that is a number. */
function toType(value: string | number | boolean | undefined, type: unknown): string | number | boolean | undefined {
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && typeof value === 'string' && /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
