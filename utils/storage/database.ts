import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { DraftRecord } from '../domain/draft.ts';
import type { OutcomeRow } from '../domain/outcome.ts';
import type { Article, Passage, Source } from '../domain/passage.ts';
import type { Spent } from '../domain/spending.ts';
import type { Sync } from '../domain/sync.ts';
import type { Voice } from '../domain/voice.ts';

export interface DesksideSchema extends DBSchema {
  sources: { key: string; value: Source };
  /** `byReview` holds those that were flagged, by what was decided: `needed` are those that wait; `byChange` is of source and `updatedAt`, without those that don't say it. */
  articles: {
    key: [string, string];
    value: Article;
    indexes: { bySource: string; byReview: string; byChange: [string, string] };
  };
  passages: { key: string; value: Passage; indexes: { bySource: string; byArticle: [string, string] } };
  /** Pieces of the lexical index; see `knowledge/stored-segment.ts`. */
  index: { key: string; value: unknown };
  /** The newest reading of each source. */
  syncs: { key: string; value: Sync };
  /** Articles that the running reading of a source came across; what is missing at its end is removed. */
  seen: { key: [string, string]; value: { sourceId: string; articleId: string; runId: string }; indexes: { bySource: string } };
  /** Quantised embeddings in blocks, and what made them; see `utils/retrieval/`. */
  vectors: { key: string; value: unknown };
  drafts: { key: string; value: DraftRecord; indexes: { byOpportunity: string } };
  voices: { key: string; value: Voice };
  /** One row for each request to a model. */
  spending: { key: string; value: Spent; indexes: { byTime: string } };
  /** Answers of models, by a hash of their request; they go after a while. */
  answers: { key: string; value: { hash: string; at: string; text: string }; indexes: { byTime: string } };
  /** Fitted in this browser: `triage`. */
  models: { key: string; value: Uint8Array<ArrayBuffer> };
  outcomes: { key: string; value: OutcomeRow; indexes: { byTime: string; byOpportunity: string } };
  /** Extension-origin only; content scripts cannot reach it. */
  secrets: { key: string; value: string };
}
export type DesksideDatabase = IDBPDatabase<DesksideSchema>;

export const DATABASE_NAME = 'deskside';
export const DATABASE_VERSION = 3;

/** A broken backing store sometimes opens at the second or third try; after that it will not. */
const MAX_OPEN_TRIES = 3;

/**
 * Gives out one shared connection, opened at first use and opened again after the browser closed it. Tries three times,
 * then rejects with the browser's reason; the next call starts anew.
 */
export function createDatabaseOpener(): () => Promise<DesksideDatabase> {
  let connection: Promise<DesksideDatabase> | undefined;
  const forget = (): void => {
    connection = undefined;
  };
  const open = async (tries: number): Promise<DesksideDatabase> => {
    try {
      return await openDatabase(forget);
    } catch (thrown) {
      if (tries >= MAX_OPEN_TRIES) throw thrown;
      return open(tries + 1);
    }
  };
  return () => {
    connection ??= open(1).catch((thrown: unknown) => {
      forget();
      throw thrown;
    });
    return connection;
  };
}

function openDatabase(onClosed: () => void): Promise<DesksideDatabase> {
  return openDB<DesksideSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) createFirstVersion(database);
      if (oldVersion < 2) addReadings(database, transaction);
      if (oldVersion < 3) addDrafting(database);
    },
    blocking(_current, _blocked, event) {
      onClosed();
      (event.target as IDBDatabase).close();
    },
    terminated: onClosed,
  });
}

function createFirstVersion(database: DesksideDatabase): void {
  database.createObjectStore('sources', { keyPath: 'id' });
  database.createObjectStore('articles', { keyPath: ['sourceId', 'id'] }).createIndex('bySource', 'sourceId');
  database.createObjectStore('passages', { keyPath: 'id' }).createIndex('bySource', 'sourceId');
  database.createObjectStore('index');
  database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('byOpportunity', 'opportunityId');
  const outcomes = database.createObjectStore('outcomes', { keyPath: 'id' });
  outcomes.createIndex('byTime', 'at');
  outcomes.createIndex('byOpportunity', 'opportunityId');
  database.createObjectStore('secrets');
}

type Upgrade = IDBPTransaction<DesksideSchema, StoreNames<DesksideSchema>[], 'versionchange'>;

/** Readings of sources, and an index of another make: the store builds it anew from the articles. */
function addReadings(database: DesksideDatabase, transaction: Upgrade): void {
  database.createObjectStore('syncs', { keyPath: 'sourceId' });
  database.createObjectStore('seen', { keyPath: ['sourceId', 'articleId'] }).createIndex('bySource', 'sourceId');
  database.createObjectStore('vectors');
  transaction.objectStore('passages').createIndex('byArticle', ['sourceId', 'articleId']);
  transaction.objectStore('articles').createIndex('byReview', 'review.state');
  transaction.objectStore('articles').createIndex('byChange', ['sourceId', 'updatedAt']);
  void transaction.objectStore('index').clear();
}

/** What drafting with models needs: voices, what was spent, answers to identical requests, a fitted classifier. */
function addDrafting(database: DesksideDatabase): void {
  database.createObjectStore('voices', { keyPath: 'id' });
  database.createObjectStore('spending', { keyPath: 'id' }).createIndex('byTime', 'at');
  database.createObjectStore('answers', { keyPath: 'hash' }).createIndex('byTime', 'at');
  database.createObjectStore('models');
}
