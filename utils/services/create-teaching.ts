import { FailureError, type Result } from '../domain/failure.ts';
import type { TaughtHelpdesk } from '../domain/taught-helpdesk.ts';
import { toAsked, type Proposal, type Shown, type Teaching } from '../domain/teaching.ts';
import { addShown, goBack, startTeaching, type TeachingOrder } from '../domain/teaching-order.ts';

export type TeachingDeps = {
  readonly readTeaching: (tabId: number) => Promise<Teaching | undefined>;
  readonly writeTeaching: (teaching: Teaching) => Promise<void>;
  readonly forgetTeaching: (tabId: number) => Promise<void>;
  /** Starts the teaching script in the tab; false where the browser does not let us. */
  readonly inject: (tabId: number) => Promise<boolean>;
  readonly hostOf: (tabId: number) => Promise<string | undefined>;
  /** Tells the script what the next click shows. */
  readonly ask: (tabId: number, part: ReturnType<typeof toAsked>) => Promise<unknown>;
  readonly propose: (tabId: number, teaching: Pick<Teaching, 'shown' | 'answers'>) => Promise<Result<Proposal>>;
  readonly saveTaught: (helpdesk: TaughtHelpdesk) => Promise<void>;
};

export type TeachingService = {
  /** Throws `FailureError` when the order could not be carried out. */
  readonly carryOut: (tabId: number, order: TeachingOrder) => Promise<void>;
  readonly shown: (tabId: number, shown: Shown) => Promise<void>;
  readonly troubled: (tabId: number, trouble: string) => Promise<void>;
  readonly stop: (tabId: number) => Promise<void>;
};

/** An answer that was not given again stays. */
const toAnswers = ({ answers }: Teaching, given: Extract<TeachingOrder, { kind: 'answer' }>['answers']): Teaching['answers'] => ({
  ...answers,
  ...given,
  noNote: given.noNote ?? answers.noNote,
});

const fail = (said: string): FailureError => new FailureError({ kind: 'unexpected', said });

/** Leads an agent through teaching a tab's helpdesk. Keeps nothing: every step is read from and written to the store. */
export function createTeaching(deps: TeachingDeps): TeachingService {
  /** Orders of one tab wait for each other: a step that is slow to be proposed must not write over a later one. */
  const turns = new Map<number, Promise<void>>();
  const inTurn = (tabId: number, work: () => Promise<void>): Promise<void> => {
    const done = (turns.get(tabId) ?? Promise.resolve()).then(work);
    turns.set(
      tabId,
      done.catch(() => undefined),
    );
    return done;
  };
  /** Saves what is known, then asks for the next part and shows what would be read. */
  const goOn = async (teaching: Teaching): Promise<void> => {
    await deps.writeTeaching(teaching);
    const { tabId, shown } = teaching;
    // A page that was loaded anew has lost its script.
    if (!(await deps.inject(tabId)))
      throw new FailureError({ kind: 'unexpected', said: 'The browser does not let Deskside into this page.' });
    await deps.ask(tabId, toAsked(teaching));
    const proposed = shown.length > 0 ? await deps.propose(tabId, teaching) : undefined;
    if (proposed && !proposed.ok) throw new FailureError(proposed.error);
    const { proposal: _before, ...rest } = teaching;
    await deps.writeTeaching({ ...rest, ...(proposed ? { proposal: proposed.value } : {}) });
  };
  const change = async (tabId: number, make: (teaching: Teaching) => Teaching): Promise<void> => {
    const teaching = await deps.readTeaching(tabId);
    if (!teaching) throw fail('Nothing is being taught in this tab. Press “Show me” again.');
    const host = await deps.hostOf(tabId);
    if (host !== teaching.host) throw fail(`This tab has left ${teaching.host}. Go back there, or stop teaching.`);
    await goOn(make(teaching));
  };
  const stop = async (tabId: number): Promise<void> => {
    await deps.forgetTeaching(tabId);
    await deps.ask(tabId, undefined);
  };
  const save = async (tabId: number, name: string): Promise<void> => {
    const teaching = await deps.readTeaching(tabId);
    const helpdesk = teaching?.proposal?.helpdesk;
    if (!helpdesk || toAsked(teaching) !== undefined) throw fail('This can’t be saved yet: something is missing.');
    await deps.saveTaught({ ...helpdesk, name });
    await stop(tabId);
  };
  const carryOut = async (tabId: number, order: TeachingOrder): Promise<void> => {
    switch (order.kind) {
      case 'start': {
        const host = await deps.hostOf(tabId);
        if (host === undefined)
          throw fail('The browser does not tell which page this is. Press the Deskside button in its toolbar first.');
        return goOn(startTeaching(tabId, host));
      }
      case 'back':
        return change(tabId, goBack);
      case 'stop':
        return stop(tabId);
      case 'mend':
        return change(tabId, (teaching) => ({ ...teaching, mending: order.part, trouble: '' }));
      case 'answer':
        return change(tabId, (teaching) => ({ ...teaching, answers: toAnswers(teaching, order.answers) }));
      case 'correct':
        return change(tabId, (teaching) => addShown(teaching, { part: order.as, path: order.path, words: order.words }));
      case 'save':
        return save(tabId, order.name);
    }
  };
  return {
    carryOut: (tabId, order) => inTurn(tabId, () => carryOut(tabId, order)),
    shown: (tabId, shown) =>
      inTurn(tabId, () => change(tabId, (teaching) => (toAsked(teaching) === shown.part ? addShown(teaching, shown) : teaching))),
    troubled: (tabId, trouble) =>
      inTurn(tabId, async () => {
        const teaching = await deps.readTeaching(tabId);
        if (teaching) await deps.writeTeaching({ ...teaching, trouble });
      }),
    stop: (tabId) => inTurn(tabId, () => stop(tabId)),
  };
}
