import type { DraftProgress, DraftRecord } from '../domain/draft.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import type { DraftStreamDown } from '../messaging/contract.ts';

/** Snapshots of a streaming reply are saved and shown at most this often; faster than the eye, slower than 200 tokens a second. */
const SNAPSHOT_EVERY_MS = 50;

export type ProgressShower = {
  readonly show: (progress: DraftProgress) => void;
  /** Resolves when the last snapshot is saved and shown. */
  readonly settle: () => Promise<void>;
};

/**
 * Saves and shows snapshots of one draft. The first words are shown the moment they come, later ones at a steady pace; a
 * snapshot that is overtaken is left out. One that cannot be saved is still shown: the end of the draft reports the failure.
 */
export function createProgressShower(
  record: DraftRecord,
  drafts: Pick<DraftStore, 'saveProgress'>,
  emit: (event: DraftStreamDown) => void,
): ProgressShower {
  let newest: DraftProgress | undefined;
  let hasText = false;
  let showing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showNow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      if (newest) showNow();
    }, SNAPSHOT_EVERY_MS);
    const progress = newest;
    newest = undefined;
    if (!progress) return;
    showing = showing.then(async () => {
      await drafts.saveProgress({ ...record, progress }).catch(() => undefined);
      emit({ kind: 'draft-delta', draftId: record.id, progress });
    });
  };
  return {
    show(progress) {
      newest = progress;
      const isFirstText = !hasText && progress.text !== '';
      hasText ||= isFirstText;
      if (timer === undefined || isFirstText) showNow();
    },
    async settle() {
      if (newest) showNow();
      clearTimeout(timer);
      await showing;
    },
  };
}
