import type { DraftWriter } from '../domain/draft.ts';
import { FailureError, toFailure, type Failure } from '../domain/failure.ts';
import type { ReplyRequest } from '../domain/reply-request.ts';
import type { ModelBackend } from '../ports/model-backend.ts';

export type WrittenReply = { readonly marked: string; readonly writer: DraftWriter };

/**
 * The reply in marked form, from `backend` or, when that fails, from `standIn`: the panel is never blank. What the
 * backend had written by then is kept in the writer's `received`. Throws the signal's reason when aborted, and
 * `FailureError` only when the stand-in fails as well.
 */
export async function writeDraft(
  request: ReplyRequest,
  backend: ModelBackend,
  standIn: ModelBackend,
  signal: AbortSignal,
  onText: (marked: string) => void,
): Promise<WrittenReply> {
  let marked = '';
  const stream = async (from: ModelBackend): Promise<string> => {
    marked = '';
    for await (const piece of from.streamReply(request, signal)) {
      marked += piece;
      onText(marked);
    }
    signal.throwIfAborted();
    return marked;
  };
  try {
    return { marked: await stream(backend), writer: backend.writer };
  } catch (thrown) {
    signal.throwIfAborted();
    if (backend === standIn)
      throw thrown instanceof FailureError ? thrown : new FailureError(toFailure(thrown), { cause: thrown });
    const because: Failure = toFailure(thrown);
    const received = marked;
    return { marked: await stream(standIn), writer: { kind: 'embedded', because, ...(received === '' ? {} : { received }) } };
  }
}
