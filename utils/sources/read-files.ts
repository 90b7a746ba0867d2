import type { Article, Source } from '../domain/passage.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readFileSteps, type ReadFileStepsOptions, type SourceFile } from './read-file-steps.ts';
import { toFileArticle, type FileArticleOptions } from './to-file-article.ts';

export type ReadFilesOptions = ReadFileStepsOptions & { readonly onProgress?: (done: number, total: number) => void };

export type ReadFilesResult = { readonly articles: Article[]; readonly unreadable: Source['unreadable'] };

/**
 * Reads files as articles, all at once; see `readFileSteps`, which hands them over while it reads. Rejects only with the
 * signal's reason.
 */
export async function readFiles(files: readonly SourceFile[], options: ReadFilesOptions): Promise<ReadFilesResult> {
  const articles: Article[] = [];
  const unreadable: Source['unreadable'] = [];
  for await (const step of readFileSteps(files, options)) {
    articles.push(...step.articles);
    unreadable.push(...step.unreadable);
    options.onProgress?.(step.done, step.total);
    // The page may draw the progress and hear the cancel button.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { articles, unreadable };
}

/** A pasted text as one article. Its id comes from its title, so pasting again under one title replaces it. */
export function readPastedText(title: string, text: string, options: FileArticleOptions): Article {
  const page = parseMarkdown(text);
  return toFileArticle(`pasted/${title}`, { ...page, title }, text, options);
}
