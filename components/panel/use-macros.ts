import { useEffect, useState } from 'react';
import type { MacrosFound } from '../../utils/domain/macro.ts';
import { MAX_QUERY } from '../knowledge/use-knowledge-search.ts';

/** Finds saved replies of the helpdesk beside the panel for words; for none, the first ones. `language` is BCP 47. */
export type MacroFinder = (text: string, language: string) => Promise<MacrosFound>;

/** Typing goes on: the search waits until the hand rests. */
const REST_MS = 200;

type Answered = { readonly found: MacrosFound; readonly isSuggested: boolean };

/**
 * Macros for the words that were typed; while none are, those that fit the ticket's question (`isSuggested`), or the helpdesk's first ones where none
 * fits. `undefined` before the first answer; the answer before stays while the next is on its way.
 */
export function useMacros(onFind: MacroFinder, text: string, question: string, language: string): Answered | undefined {
  const [answered, setAnswered] = useState<Answered>();
  const typed = text.trim().slice(0, MAX_QUERY);
  useEffect(() => {
    let isOvertaken = false;
    const find = async (): Promise<Answered> => {
      const found = await onFind(typed === '' ? question : typed, language);
      const isEmpty = found.kind === 'found' && found.macros.length === 0;
      if (typed !== '' || question === '') return { found, isSuggested: false };
      return isEmpty ? { found: await onFind('', language), isSuggested: false } : { found, isSuggested: true };
    };
    const timer = setTimeout(
      () =>
        void find().then((next) => {
          if (!isOvertaken) setAnswered(next);
        }),
      typed === '' ? 0 : REST_MS,
    );
    return () => {
      isOvertaken = true;
      clearTimeout(timer);
    };
  }, [onFind, typed, question, language]);
  return answered;
}
