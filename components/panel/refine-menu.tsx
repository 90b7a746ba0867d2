import { useState, type ReactNode } from 'react';
import type { RefineStep } from '../../utils/domain/draft.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Key } from '../shared/key.tsx';
import { nameLanguage } from './format.ts';
import type { Wish } from './use-panel-mode.ts';

/** What the number keys choose, in their order. */
export const refineSteps = [
  { step: { kind: 'shorter' }, name: 'Shorter', needsModel: false },
  { step: { kind: 'friendlier' }, name: 'Friendlier', needsModel: false },
  { step: { kind: 'more-formal' }, name: 'More formal', needsModel: false },
  { step: { kind: 'simpler' }, name: 'Simpler', needsModel: true },
] as const satisfies readonly { readonly step: RefineStep; readonly name: string; readonly needsModel: boolean }[];

const translations = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ja', 'zh'];
const NEEDS_MODEL = 'This needs a model. Choose one under Options → Backend.';

export type RefineMenuProps = {
  /** BCP 47 language of the reply. */
  readonly language: string;
  readonly hasModel: boolean;
  /** Facts that the agent gave for this ticket so far. */
  readonly facts: readonly string[];
  /** What is typed so far; it stays when Refine is closed. */
  readonly wish: Pick<Wish, 'instruction' | 'fact'>;
  readonly onWish: (wish: Pick<Wish, 'instruction' | 'fact'>) => void;
  readonly onStep: (step: RefineStep) => void;
  readonly onFacts: (facts: readonly string[]) => void;
};

/** How the reply shall change, and what the agent knows that no article says. Every change is a version; none is lost. */
export function RefineMenu({ language, hasModel, facts, wish, onWish, onStep, onFacts }: RefineMenuProps): ReactNode {
  const { instruction, fact } = wish;
  const [target, setTarget] = useState('');
  const lacks = hasModel ? undefined : NEEDS_MODEL;
  const addFact = (): void => {
    if (fact.trim() !== '') onFacts([...facts, fact.trim()]);
    onWish({ ...wish, fact: '' });
  };
  return (
    <section className="menu refine-menu" aria-label="Refine">
      {refineSteps.map(({ step, name, needsModel }, index) => (
        <button
          key={name}
          type="button"
          className="menu-item"
          aria-disabled={(needsModel && !hasModel) || undefined}
          title={needsModel ? lacks : undefined}
          onClick={() => (needsModel && !hasModel ? undefined : onStep(step))}
        >
          <Icon name="refine" />
          <span className="grow">{name}</span>
          <Key>{String(index + 1)}</Key>
        </button>
      ))}
      <form
        className="refine-field"
        onSubmit={(event) => {
          event.preventDefault();
          if (target !== '') onStep({ kind: 'translate', language: target });
        }}
      >
        <label className="menu-label" htmlFor="refine-language">
          Translate into
        </label>
        <span className="row">
          <select
            id="refine-language"
            className="input grow"
            value={target}
            disabled={!hasModel}
            onChange={(event) => setTarget(event.target.value)}
          >
            <option value="" disabled>
              Choose a language
            </option>
            {translations
              .filter((one) => one !== language.split('-')[0])
              .map((one) => (
                <option key={one} value={one}>
                  {nameLanguage(one)}
                </option>
              ))}
          </select>
          <Button size="sm" type="submit" disabledReason={lacks ?? (target === '' ? 'Choose a language first.' : undefined)}>
            Translate
          </Button>
        </span>
      </form>
      <form
        className="refine-field"
        onSubmit={(event) => {
          event.preventDefault();
          if (instruction.trim() === '') return;
          onWish({ ...wish, instruction: '' });
          onStep({ kind: 'own', instruction: instruction.trim() });
        }}
      >
        <label className="menu-label" htmlFor="refine-own">
          Or say it in your words
        </label>
        <input
          id="refine-own"
          className="input"
          value={instruction}
          maxLength={1000}
          disabled={!hasModel}
          placeholder="mention the invoice"
          onChange={(event) => onWish({ ...wish, instruction: event.target.value })}
        />
      </form>
      {lacks ? (
        <p className="refine-note quiet">{`Simpler, translating and own words: ${lacks.charAt(0).toLowerCase()}${lacks.slice(1)}`}</p>
      ) : null}
      <form
        className="refine-field"
        onSubmit={(event) => {
          event.preventDefault();
          addFact();
        }}
      >
        <label className="menu-label" htmlFor="refine-fact">
          A fact for this ticket
        </label>
        <input
          id="refine-fact"
          className="input"
          value={fact}
          maxLength={1000}
          placeholder="The refund was paid on 12 November."
          onChange={(event) => onWish({ ...wish, fact: event.target.value })}
        />
        <p className="refine-note quiet">Drafts again, and cites it as from you.</p>
      </form>
      {facts.length === 0 ? null : (
        <ul className="refine-facts">
          {facts.map((one, index) => (
            <li key={one}>
              <span className="grow wrap">{one}</span>
              <button type="button" className="mini" onClick={() => onFacts(facts.filter((_, other) => other !== index))}>
                Remove<span className="visually-hidden"> the fact: {one}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
