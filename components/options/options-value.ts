import type { Result } from '../../utils/domain/failure.ts';
import type { Article, Audience, Source, SourceId } from '../../utils/domain/passage.ts';
import type { Endpoint, Settings } from '../../utils/domain/settings.ts';
import type { Sync } from '../../utils/domain/sync.ts';
import type { ConnectionStep, MessageReply, MessageRequest } from '../../utils/messaging/contract.ts';
import type { BuiltInActions } from './backend/built-in-setup.tsx';
import type { KnowledgeSearcher } from '../knowledge/use-knowledge-search.ts';

/** A file the agent picked or dropped; `name` has the folders above it, divided by "/". Its content is read when asked for. */
export type ImportFile = { readonly name: string; readonly size?: number; readonly bytes: () => Promise<Uint8Array> };

/** An import under way. `total` is absent until all files are known. */
export type ImportProgress = {
  readonly name: string;
  /** The source that it fills, where it is there before the import has ended. */
  readonly sourceId?: SourceId;
  readonly done: number;
  readonly total: number | undefined;
};

/** Who may read what is being added; `segments` only with the audience `segment`. */
export type Readers = { readonly audience: Audience; readonly segments?: readonly string[] };

/** A source that is read from a place, as the agent filled it in. */
export type SourceInput = MessageRequest<'source-add'>['source'];

/** Readings of sources, and what they found that a person has to look at. */
export type Readings = {
  /** The newest reading of each source that is read from a place. */
  readonly syncs: readonly Sync[];
  /** Articles that wait for a person before they may stand under a public reply. */
  readonly flagged: readonly Article[];
  /** Articles not changed for over a year, by source id. */
  readonly old: ReadonlyMap<string, number>;
  /** When all this was read, epoch milliseconds. */
  readonly nowMs: number;
};
export const noReadings: Readings = { syncs: [], flagged: [], old: new Map(), nowMs: 0 };

export type EndpointInput = Omit<Endpoint, 'hasKey'>;

/** Settings that are saved the moment they change. */
export type SettingsPatch = Partial<
  Pick<
    Settings,
    | 'theme'
    | 'singleKeys'
    | 'keepOutcomesDays'
    | 'draftOn'
    | 'draftQueues'
    | 'strategy'
    | 'pinned'
    | 'budget'
    | 'escalation'
    | 'agentLanguage'
    | 'glossary'
    | 'caseFields'
    | 'askExtras'
  >
>;

export type OptionsValue = {
  readonly settings: Settings;
  readonly sources: readonly Source[];
  readonly importing: ImportProgress | undefined;
  /** Why the last import ended early, in plain words; empty when it did not. */
  readonly importProblem: string;
  readonly readings: Readings;
  /** Origins that Deskside may read, as the browser lists them: `https://tickets.example/*`. */
  readonly sites: readonly string[];
};

/** What brings knowledge in; shared with the first run. */
export type KnowledgeActions = {
  readonly onImportFiles: (files: readonly ImportFile[], readers: Readers) => void;
  readonly onPasteText: (title: string, text: string, readers: Readers) => void;
  readonly onImportSample: () => void;
  readonly onImportCancel: () => void;
};

/** What can be done with sources that are read from a place. A failure is shown where the button was pressed. */
export type ReadingActions = {
  /** Called in the turn of the click, so that the browser's permission may be asked for. An empty key keeps the stored one. */
  readonly onSourceAdd: (source: SourceInput, key: string) => Promise<Result<undefined>>;
  /** Also called in the turn of the click. */
  readonly onSyncStart: (source: Source) => Promise<Result<undefined>>;
  readonly onSyncCancel: (id: SourceId) => Promise<Result<undefined>>;
  readonly onReview: (article: Article, state: 'passed' | 'kept-internal') => Promise<Result<undefined>>;
  readonly onSearch: KnowledgeSearcher;
};

export type OptionsActions = KnowledgeActions &
  ReadingActions & {
    readonly onSettings: (patch: SettingsPatch) => void;
    readonly onUseEmbedded: () => void;
    /**
     * Called in the turn of the click, so that the browser's permission may be asked for. An empty key keeps the stored one.
     * A failure is shown beside the button.
     */
    readonly onBackendSave: (endpoint: EndpointInput, key: string) => Promise<Result<undefined>>;
    /** Also called in the turn of the click. */
    readonly onConnectionTest: (
      endpoint: EndpointInput,
      key: string,
      styling: { readonly endpoint: EndpointInput; readonly key: string } | undefined,
    ) => Promise<readonly ConnectionStep[]>;
    readonly onUseBuiltIn: () => void;
    readonly builtIn: BuiltInActions;
    /** Like `onBackendSave`, for the styling model. */
    readonly onStylingSave: (endpoint: EndpointInput, key: string) => Promise<Result<undefined>>;
    readonly onStylingRemove: () => void;
    /** Is a key stored for this address? */
    readonly onKeyKnown: (baseUrl: string) => Promise<boolean>;
    /** Called in the turn of the click. */
    readonly onListModels: (
      endpoint: EndpointInput,
      key: string,
    ) => Promise<Result<{ readonly chat: readonly string[]; readonly embedding: readonly string[] }>>;
    readonly onSpending: () => Promise<Result<MessageReply<'spending-read'>>>;
    /** With `forget`, its text goes from drafts and outcomes too. */
    readonly onSourceRemove: (id: SourceId, forget: boolean) => void;
    readonly onSiteRevoke: (site: string) => void;
    readonly onDeleteOutcomes: () => void;
  };
