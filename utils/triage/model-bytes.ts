import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import { readSections, writeSections } from './byte-sections.ts';
import { toTriageFailure, type TriageFailure } from './triage-failure.ts';
import type { TriageModel } from './triage-model.ts';

const FORMAT = 'deskside-triage';
const VERSION = 1;

const share = z.number().min(0).max(1);
const whole = z.number().int().nonnegative();
const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  labels: z.array(z.string().min(1)).min(2).max(1000),
  origin: z.string(),
  features: whole.max(1_000_000),
  hidden: z.number().int().positive().multipleOf(2).max(1024),
  unknownInformation: z.number().positive(),
  temperature: z.number().positive(),
  scope: z.object({ threshold: z.number(), slope: z.number().positive() }),
  typicalWords: z.number().int().positive(),
  fittedOn: whole,
  heldOut: z.object({ tickets: whole, accuracy: share }),
});
const anyVersion = z.object({ format: z.literal(FORMAT), version: z.number() });

/** A model as it is stored and shipped, in this order: JSON that says what it is, then the numbers, then a checksum. Equal models give equal bytes. */
export function serialiseTriageModel(model: TriageModel): Uint8Array<ArrayBuffer> {
  const { labels, origin, hashes, information, unknownInformation, first, second, secondBias } = model;
  const { temperature, scope, typicalWords, fittedOn, heldOut } = model;
  const header: z.infer<typeof headerSchema> = {
    format: FORMAT,
    version: VERSION,
    labels: [...labels],
    origin,
    features: hashes.length,
    hidden: first.width,
    unknownInformation,
    temperature,
    scope,
    typicalWords,
    fittedOn,
    heldOut,
  };
  return writeSections(JSON.stringify(header), [
    hashes,
    first.scales,
    second.scales,
    secondBias,
    information,
    first.levels,
    second.levels,
  ]);
}

/** Reads what `serialiseTriageModel` wrote. Refuses other files, other versions and damaged bytes; never throws. */
export function parseTriageModel(bytes: Uint8Array): Result<TriageModel, TriageFailure> {
  const sections = readSections(bytes);
  if (!sections) return refuse('This is no classifier of Deskside, or its file is damaged.');
  const header = headerSchema.safeParse(sections.header).data;
  if (!header) {
    const version = anyVersion.safeParse(sections.header).data?.version;
    return version === undefined || version === VERSION
      ? refuse('This is no classifier of Deskside, or its file is damaged.')
      : refuse(`This classifier has format ${version}, and this version of Deskside reads format ${VERSION}.`);
  }
  const { features, hidden, labels } = header;
  const reader = sections.body;
  const hashes = reader.uint32(features);
  const firstScales = reader.float32(features);
  const secondScales = reader.float32(labels.length);
  const secondBias = reader.float32(labels.length);
  const information = reader.uint8(features);
  const firstLevels = reader.int8((features * hidden) / 2);
  const secondLevels = reader.int8(labels.length * hidden);
  const isWhole = hashes && firstScales && secondScales && secondBias && information && firstLevels && secondLevels;
  if (!isWhole || !reader.isAtEnd()) return refuse('This classifier is cut off or has something added to it.');
  const isAscending = hashes.every((hash, at) => at === 0 || hash > (hashes[at - 1] ?? 0));
  const isFinite = [firstScales, secondScales, secondBias].every((values) => values.every(Number.isFinite));
  if (!isAscending || !isFinite) return refuse('This classifier holds numbers that it can’t work with.');
  return {
    ok: true,
    value: {
      labels,
      origin: header.origin,
      hashes,
      information,
      unknownInformation: header.unknownInformation,
      first: { width: hidden, bits: 4, levels: firstLevels, scales: firstScales },
      second: { width: hidden, bits: 8, levels: secondLevels, scales: secondScales },
      secondBias,
      temperature: header.temperature,
      scope: header.scope,
      typicalWords: header.typicalWords,
      fittedOn: header.fittedOn,
      heldOut: header.heldOut,
    },
  };
}

function refuse(what: string): Result<never, TriageFailure> {
  return toTriageFailure('broken-model', `${what} Fit a new one on your tagged tickets, or remove it to use the one that ships.`);
}
