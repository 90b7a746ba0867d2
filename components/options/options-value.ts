import type { Result } from '../../utils/domain/failure.ts';
import type { Audience, Source, SourceId } from '../../utils/domain/passage.ts';
import type { Endpoint, Settings } from '../../utils/domain/settings.ts';
import type { ConnectionStep } from '../../utils/messaging/contract.ts';

/** A file the agent picked or dropped; `name` has the folders above it, divided by "/". Its content is read when asked for. */
export type ImportFile = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

/** An import under way. `total` is absent until all files are known. */
export type ImportProgress = {
  readonly name: string;
  readonly done: number;
  readonly total: number | undefined;
};

export type EndpointInput = Omit<Endpoint, 'hasKey'>;

/** Settings that are saved the moment they change. */
export type SettingsPatch = Partial<Pick<Settings, 'theme' | 'singleKeys' | 'keepOutcomesDays' | 'draftOn'>>;

export type OptionsValue = {
  readonly settings: Settings;
  readonly sources: readonly Source[];
  readonly importing: ImportProgress | undefined;
  /** Why the last import ended early, in plain words; empty when it did not. */
  readonly importProblem: string;
  /** Origins that Deskside may read, as the browser lists them: `https://tickets.example/*`. */
  readonly sites: readonly string[];
};

/** What brings knowledge in; shared with the first run. */
export type KnowledgeActions = {
  readonly onImportFiles: (files: readonly ImportFile[], audience: Audience) => void;
  readonly onPasteText: (title: string, text: string, audience: Audience) => void;
  readonly onImportSample: () => void;
  readonly onImportCancel: () => void;
};

export type OptionsActions = KnowledgeActions & {
  readonly onSettings: (patch: SettingsPatch) => void;
  readonly onUseEmbedded: () => void;
  /**
   * Called in the turn of the click, so that the browser's permission may be asked for. An empty key keeps the stored one.
   * A failure is shown beside the button.
   */
  readonly onBackendSave: (endpoint: EndpointInput, key: string) => Promise<Result<undefined>>;
  /** Also called in the turn of the click. */
  readonly onConnectionTest: (endpoint: EndpointInput, key: string) => Promise<readonly ConnectionStep[]>;
  readonly onSourceRemove: (id: SourceId) => void;
  readonly onSiteRevoke: (site: string) => void;
  readonly onDeleteOutcomes: () => void;
};
