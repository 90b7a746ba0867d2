import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../utils/domain/failure.ts';
import type { Macro, MacrosRead } from '../../utils/domain/macro.ts';
import { rankMacros } from '../../utils/retrieval/ranking/rank-macros.ts';

/** Reads the saved replies of the helpdesk beside the panel. */
export type MacroReader = () => Promise<MacrosRead>;

export type MacroList =
  | { readonly kind: 'reading' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** `isSuggested`: nothing was looked for, and these fit what the requester wrote. */
  | { readonly kind: 'macros'; readonly macros: readonly Macro[]; readonly total: number; readonly isSuggested: boolean };

const SHOWN = 20;

/** Macros for the words that were typed, or for the open ticket's question while none are; read once when first shown. */
export function useMacros(onRead: MacroReader, text: string, question: string, language: string): MacroList {
  const [read, setRead] = useState<MacrosRead>();
  useEffect(() => {
    let isLeft = false;
    void onRead().then((answer) => {
      if (!isLeft) setRead(answer);
    });
    return () => {
      isLeft = true;
    };
  }, [onRead]);
  return useMemo(() => {
    if (!read) return { kind: 'reading' };
    if (read.kind !== 'macros') return read;
    const asked = text.trim();
    const ranked = rankMacros(read.macros, asked === '' ? question : asked, language);
    const isSuggested = asked === '' && ranked.length > 0;
    const shown = asked === '' && ranked.length === 0 ? read.macros : ranked;
    return { kind: 'macros', macros: shown.slice(0, SHOWN), total: read.macros.length, isSuggested };
  }, [read, text, question, language]);
}
