import type { z } from 'zod';
import { FailureError } from '../../domain/failure.ts';

/** The answer lacks what its documentation promises; `missing` names it. */
export function changed(host: string, missing: string, options?: ErrorOptions): FailureError {
  return new FailureError({ kind: 'source-changed', host, missing }, options);
}

export function rejected(host: string, status: number): FailureError {
  return new FailureError({ kind: 'source-rejected', host, status });
}

/** The first field that doesn't fit, with its way from the top and without places in lists: "articles.title". */
export function toField(error: z.ZodError): string {
  const path = error.issues[0]?.path.filter((step) => typeof step !== 'number').map(String) ?? [];
  return path.length > 0 ? path.join('.') : 'data';
}

/** A whole answer, or a failure that names the field that is missing or not as documented. */
export function parseAnswer<T>(host: string, json: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw changed(host, toField(parsed.error));
  return parsed.data;
}
