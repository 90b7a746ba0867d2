import type { Result } from '../../../utils/domain/failure.ts';
import type { Voice, VoiceId, VoiceProfile } from '../../../utils/domain/voice.ts';
import type { PreviewTicket } from './preview-samples.ts';

export type VoiceValue = {
  /** As stored; the default voice may not be among them, then it is the built-in one. */
  readonly voices: readonly Voice[];
  /** Queues that were seen in tickets, to choose from. */
  readonly knownQueues: readonly string[];
  /** The newest ticket that was read; absent: only samples are shown. */
  readonly previewTicket?: PreviewTicket | undefined;
};

/** The changed voice, or in plain words why nothing changed. */
export type VoiceOutcome<T = Voice> = Result<T, string>;

export type VoiceActions = {
  readonly onAdd: (name: string, profile: VoiceProfile) => Promise<VoiceOutcome>;
  readonly onSave: (id: VoiceId, profile: VoiceProfile) => Promise<VoiceOutcome>;
  readonly onRollBack: (id: VoiceId, number: number) => Promise<VoiceOutcome>;
  readonly onAssign: (id: VoiceId, change: Partial<Pick<Voice, 'name' | 'queues' | 'languages'>>) => Promise<VoiceOutcome>;
  readonly onRemove: (id: VoiceId) => Promise<VoiceOutcome<undefined>>;
  readonly onExport: () => Promise<VoiceOutcome<undefined>>;
  readonly onImport: (
    file: Blob,
  ) => Promise<VoiceOutcome<{ readonly added: number; readonly changed: number; readonly same: number }>>;
};
