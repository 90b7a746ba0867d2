import { useState, type DragEvent } from 'react';
import type { ImportFile, KnowledgeActions, Readers } from './options-value.ts';
import { readDroppedFiles } from './read-dropped-files.ts';

/** What is dropped, picked or pasted next, and who may read it. */
export type KnowledgeImport = {
  readonly readers: Readers;
  readonly setReaders: (readers: Readers) => void;
  readonly take: (files: readonly ImportFile[]) => void;
  readonly isDragging: boolean;
  /** For the element that files and folders may be dropped on. */
  readonly dropProps: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

/** Takes files by button and by drag and drop. While an import is under way (`busy`), what is dropped is left alone. */
export function useKnowledgeImport(actions: KnowledgeActions, busy: boolean): KnowledgeImport {
  const [readers, setReaders] = useState<Readers>({ audience: 'public' });
  const [isDragging, setDragging] = useState(false);
  const take = (files: readonly ImportFile[]): void => {
    if (files.length > 0 && !busy) actions.onImportFiles(files, readers);
  };
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
  return {
    readers,
    setReaders,
    take,
    isDragging,
    dropProps: {
      onDragOver(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDragging(true);
      },
      onDragLeave(event) {
        // Leaving a child for another one is not leaving.
        const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!isInside) setDragging(false);
      },
      onDrop(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDragging(false);
        void readDroppedFiles(event.dataTransfer).then(take);
      },
    },
  };
}
