import { expect, it } from 'vitest';
import { featureNames } from '../../utils/retrieval/ranking/features.ts';
import { nameFeature } from './feature-names.ts';

it.each(featureNames)('the feature %s has a name in plain words', (feature) => {
  expect(nameFeature(feature)).toMatch(/^[A-Z][a-z]+ .*[a-z]$/);
});

it('a feature that came later is shown as it is called', () => {
  expect(nameFeature('embedding')).toBe('embedding');
  expect(nameFeature('constructor')).toBe('constructor');
});
