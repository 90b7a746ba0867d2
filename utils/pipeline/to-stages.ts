import { isLookingUp, type Layer, type Strategy } from '../domain/strategy.ts';
import type { DraftAsk } from './draft-run.ts';
import { next, type Stage } from './stage.ts';
import { checkStage } from './stages/check.ts';
import { toDraftStage } from './stages/draft.ts';
import { groundStage } from './stages/ground.ts';
import { restyleStage } from './stages/restyle.ts';
import { giveStage, toRetrieveStage } from './stages/retrieve.ts';
import { understandStage } from './stages/understand.ts';

const redactStage: Stage = {
  name: 'redact',
  run: (state) => next(state, { did: 'passed-through', note: 'Nothing is hidden yet' }),
};
const policyStage: Stage = {
  name: 'policy',
  run: (state) => next(state, { did: 'passed-through', note: 'No rule is checked yet' }),
};
const keepStyleStage: Stage = { name: 'style', run: (state) => next(state, { did: 'passed-through', note: 'Kept as written' }) };

/**
 * The stages of a strategy, in their order: facts and words by its layers, then every sentence is checked, then the policy,
 * then the voice.
 */
export function toStages({ layers }: Strategy, { facts, pinned }: Pick<DraftAsk, 'facts' | 'pinned'>): readonly Stage[] {
  const givesAnything = facts.length + pinned.length > 0;
  const isVoice = (layer: Layer): boolean => layer.kind === 'restyle';
  return [
    redactStage,
    understandStage,
    ...(givesAnything && !isLookingUp(layers) ? [giveStage] : []),
    ...layers.filter((layer) => !isVoice(layer)).map(toStage),
    checkStage,
    policyStage,
    layers.some(isVoice) ? restyleStage : keepStyleStage,
  ];
}

function toStage(layer: Layer): Stage {
  switch (layer.kind) {
    case 'retrieve':
      return toRetrieveStage(layer.from);
    case 'draft':
      return toDraftStage(layer.model);
    case 'ground':
      return groundStage;
    case 'restyle':
      return restyleStage;
  }
}
