import type { KnowledgeActions, OptionsActions, OptionsValue } from '../options/options-value.ts';

export type FirstRunValue = Pick<OptionsValue, 'sources' | 'importing' | 'importProblem'> & {
  /** The helpdesk in an open tab, where one was recognised. */
  readonly helpdesk: { readonly name: string; readonly host: string } | undefined;
  /** Deskside may read that helpdesk, or another one. */
  readonly siteAllowed: boolean;
};

export type FirstRunActions = KnowledgeActions &
  Pick<OptionsActions, 'onUseEmbedded' | 'onSourceRemove'> & {
    /** Called in the turn of the click, so that the browser's permission may be asked for. */
    readonly onAllowSite: () => void;
    /** Opens Options → Backend. */
    readonly onChooseBackend: () => void;
    /** The first run is over: show the agent's ticket. */
    readonly onFinish: () => void;
    /** Opens a sample ticket, where there is one to open. */
    readonly onSampleTicket?: () => void;
  };
