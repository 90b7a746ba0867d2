import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import { voiceSchema, type Voice } from '../domain/voice.ts';

const FORMAT = 'deskside-voices';
/** More characters than a hundred voices with all their examples would have. */
const MAX_LENGTH = 20_000_000;

const headSchema = z.object({ format: z.literal(FORMAT), version: z.literal(1), voices: z.array(z.unknown()).min(1) });

/** All voices with all their versions, as JSON for people to keep and pass on. */
export function writeVoiceFile(voices: readonly Voice[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, voices }, undefined, 2)}\n`;
}

/** The voices of a file, or in plain words what is wrong with it, naming the voice and the field. */
export function parseVoiceFile(text: string): Result<Voice[], string> {
  if (text.length > MAX_LENGTH) return { ok: false, error: 'This file is larger than any export of voices. Choose another one.' };
  const head = headSchema.safeParse(parseJson(text));
  if (!head.success) return { ok: false, error: 'This file is no export of voices from Deskside. Choose another one.' };
  const voices: Voice[] = [];
  for (const [index, raw] of head.data.voices.entries()) {
    const voice = voiceSchema.safeParse(raw);
    if (!voice.success) return { ok: false, error: describeProblem(index + 1, raw, voice.error.issues[0]) };
    const numbers = voice.data.versions.map(({ number }) => number);
    if (numbers.some((number, at) => number <= (numbers[at - 1] ?? 0)))
      return {
        ok: false,
        error: `Voice ${index + 1}, “${voice.data.name}”: its versions are not in order. Nothing was imported.`,
      };
    if (voices.some(({ name, id }) => name.toLowerCase() === voice.data.name.toLowerCase() || id === voice.data.id))
      return { ok: false, error: `Voice ${index + 1}, “${voice.data.name}”, is in the file twice. Nothing was imported.` };
    voices.push(voice.data);
  }
  return { ok: true, value: voices };
}

const named = z.object({ name: z.string() });
type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

function describeProblem(number: number, raw: unknown, issue: Issue | undefined): string {
  const name = named.safeParse(raw).data?.name.slice(0, 60);
  const field = issue?.path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' → ') ?? '';
  const which = name === undefined ? `Voice ${number}` : `Voice ${number}, “${name}”`;
  return `${which}${field === '' ? '' : `, ${field}`}: ${issue?.message ?? 'does not fit'}. Nothing was imported.`;
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return parsed;
  } catch {
    return undefined;
  }
}
