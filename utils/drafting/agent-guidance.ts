import { splitSentences } from '../text/sentences.ts';

const CLIENT = 'customers?|users?|requesters?|clients?|callers?|kunden?|kundinnen|clientes?|clientes|clients?';
/** Tells the agent what to do with the requester: certainly not a sentence to send. */
const ORDERS_AGENT = new RegExp(
  [
    `^(?:if|when|whenever|wenn|falls|si|cuando|quand|lorsque)\\s(?:a|the|an|ein|eine|der|die|un|una|el|la|le|une)?\\s*(?:${CLIENT})\\b`,
    `\\b(?:ask|tell|inform|remind|offer|advise|instruct|call|contact|refer|bitten sie|informieren sie|fragen sie|pida|pregunte|informe|demandez|informez)\\s(?:the|them|him|her|a|den|die|al|au|le|la)?\\s*(?:${CLIENT}|them|him|her)\\b`,
    `^(?:always |never |do not |don't |first,? )?(?:ask for|ask whether|say sorry|say what|apologi[sz]e|promise|quote policy|name what|escalate|do not promise)`,
    `\\b(?:note the|remove it from the ticket|internal(?:ly)? only|do not share|team lead can|escalat\\w+ (?:to|list))\\b`,
    `^(?:never|do not|don't)\\s(?:ask|say|tell|promise|quote|share|mention)\\b`,
    `^(?:the )?agents?\\b|^(?:der )?mitarbeiter\\b`,
    `\\bfirst ask\\b`,
  ].join('|'),
  'iu',
);
/** Speaks of the requester in the third person: can be sent, reads oddly. */
const SPEAKS_OF_CLIENT =
  /\b(?:the|a|your) (?:customer|requester|client|end user)s?\b|\bagents?\b|\b(?:der|die|den|dem) kund\w+\b|\b(?:el|la|los|al|del) clientes?\b|\b(?:le|la|les|au|du) clients?\b/iu;
const INSTRUCTION =
  /^(?:then |next,? |first,? |now |finally,? |please |also |so |in that case |simply |just )?(?:add|adjust|allow|apply|assign|call|change|check|choose|clear|click|close|configure|confirm|connect|copy|create|delete|deselect|disable|download|edit|enable|ensure|enter|export|fill|find|follow|generate|get|give|go|import|insert|install|invite|log|make sure|mark|move|navigate|open|paste|pick|press|provide|remove|rename|replace|reset|restart|review|run|save|scroll|select|send|set|sign|specify|start|submit|switch|tap|test|toggle|try|turn|type|uninstall|update|upgrade|upload|use|verify|visit|wait|write)\b/i;
const INSTRUCTION_ELSEWHERE =
  /^(?:dann |danach |zuerst |anschließend )?\p{L}+en sie\b|^(?:luego |después )?(?:abra|haga|vaya|seleccione|elija|pulse|introduzca|use|utilice|copie|pegue|guarde|descargue|inicie|compruebe)\b|^(?:puis |ensuite )?\p{L}{3,}ez\b/iu;

/** How surely a sentence of this passage is meant for the agent and not for the requester. */
export type AgentGuidance = { readonly of: (sentence: string) => number };

/**
 * Help centres for both readers mix sentences for requesters with orders to agents. In a passage that orders agents about, a
 * bare instruction is probably an order to them too; in one that does little else, everything is.
 */
export function findAgentGuidance(passage: string): AgentGuidance {
  const sentences = splitSentences(passage);
  const orders = sentences.filter((sentence) => ORDERS_AGENT.test(stripLabel(sentence.text))).length;
  const isGuide = sentences.length >= 3 && orders / sentences.length >= 0.5;
  return {
    of(sentence) {
      const text = stripLabel(sentence);
      if (ORDERS_AGENT.test(text)) return 1;
      if (isGuide) return 0.9;
      if (orders >= 2 && isInstruction(sentence) && !/\b(?:you|your|sie|ihr\w*|usted|su|vous|votre)\b/i.test(text)) return 0.7;
      return SPEAKS_OF_CLIENT.test(text) ? 0.3 : 0;
    },
  };
}

/** Tells the reader to do something ("Open Settings …"), label before it or not. */
export function isInstruction(sentence: string): boolean {
  const text = stripLabel(sentence);
  return INSTRUCTION.test(text) || INSTRUCTION_ELSEWHERE.test(text);
}

function stripLabel(sentence: string): string {
  return sentence.replace(/^[^:.!?>]{1,48}:\s+/u, '');
}
