import { useEffect, useRef, useState } from 'react';
import type { Passage } from '../../utils/domain/passage.ts';
import type { PassageChange } from '../../utils/insights/lineage/article-now.ts';

/** Looks up what became of a passage; `undefined` where it can't be told. Never rejects. */
export type PassageChangeReader = (passage: Passage) => Promise<PassageChange | undefined>;

/** What became of the passage that is open, once it is known; an answer for another passage is dropped. */
export function usePassageChange(read: PassageChangeReader, passage: Passage | undefined): PassageChange | undefined {
  const [known, setKnown] = useState<{ readonly id: string; readonly change: PassageChange | undefined }>();
  const latest = useRef({ read, passage });
  useEffect(() => {
    latest.current = { read, passage };
  });
  const id = passage?.id;
  useEffect(() => {
    const { read: ask, passage: open } = latest.current;
    if (!open || open.id !== id) return undefined;
    let isLeft = false;
    void ask(open).then((change) => isLeft || setKnown({ id: open.id, change }));
    return () => {
      isLeft = true;
    };
  }, [id]);
  return known && known.id === id ? known.change : undefined;
}
