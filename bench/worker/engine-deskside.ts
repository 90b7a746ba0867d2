import { sourceIdSchema } from '../../utils/domain/passage.ts';
import { buildSegment } from '../../utils/retrieval/index/build-segment.ts';
import { searchCorpus } from '../../utils/retrieval/ranking/search-corpus.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { MANIFEST_KEY, type IndexManifest } from '../../utils/storage/knowledge/index-manifest.ts';
import { createOpenIndex } from '../../utils/storage/knowledge/open-index.ts';
import { toRecords } from '../../utils/storage/knowledge/stored-segment.ts';
import { countBytes } from './shelf.ts';
import { LIMIT, type StoredEngine } from './stored-engine.ts';

/** Passages of one segment, as the store makes them. */
const SEGMENT = 64_000;

export const engine: StoredEngine = {
  async build(passages) {
    const database = await createDatabaseOpener()();
    await database.clear('index');
    const sourceId = sourceIdSchema.parse('bench');
    const segments: IndexManifest['segments'] = [];
    let bytes = 0;
    for (let from = 0; from < passages.length; from += SEGMENT) {
      const part = passages.slice(from, from + SEGMENT);
      const id = `bench#${segments.length}`;
      const records = [...toRecords(id, buildSegment(part))];
      const transaction = database.transaction('index', 'readwrite');
      await Promise.all([...records.map(([key, value]) => transaction.store.put(value, key)), transaction.done]);
      for (const [, value] of records) bytes += countBytes(value);
      segments.push({ id, sourceId, pool: 'articles', size: part.length, dead: 0 });
    }
    await database.put('index', { version: 2, nextSegment: segments.length, segments } satisfies IndexManifest, MANIFEST_KEY);
    return bytes;
  },
  async open() {
    const index = createOpenIndex(createDatabaseOpener());
    await index.segments();
    return async (question) => {
      const segments = (await index.segments()).map(({ reader }) => reader);
      return (await searchCorpus(segments, { questions: [question], context: '', language: 'en', mayUse: ['public'] }, LIMIT))
        .length;
    };
  },
};
