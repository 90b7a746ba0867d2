const NAMES = '(?:think|thinking|thought|reasoning|reflection|scratchpad)';
const CLOSED = new RegExp(`<(${NAMES})>[^]*?</\\1>`, 'gi');
const UNOPENED = new RegExp(`^[^]*</${NAMES}>`, 'i');
const UNCLOSED = new RegExp(`<${NAMES}>[^]*$`, 'i');
/** gpt-oss: everything before its last channel is not meant for anyone. */
const CHANNELS = /^[^]*<\|channel\|>\s*final\s*<\|message\|>/;
const INNER_CHANNEL = /<\|channel\|>\s*(?:analysis|commentary)[^]*?(?:<\|end\|>|$)/g;

/** What a model thinks aloud is out, also where its mark was opened or closed in what did not arrive. */
export function stripThinking(text: string): string {
  return text
    .replace(CHANNELS, '')
    .replaceAll(INNER_CHANNEL, '')
    .replaceAll(CLOSED, '')
    .replace(UNOPENED, '')
    .replace(UNCLOSED, '')
    .trim();
}

/** A border between speakers: what follows it is the model playing the requester. */
const END_MARK =
  /<\|(?:im_end|eot_id|end|endoftext|end_of_text|eom_id|return)\|>|<\/s>|<end_of_turn>|<eos>|<｜end▁of▁sentence｜>/;
const ANY_MARK =
  /<\|(?:im_start|start_header_id|start|begin_of_text)\|>(?:\s*(?:assistant|model))?(?:<\|end_header_id\|>)?|<\|[a-z_]{2,30}\|>|<\/?s>|<start_of_turn>(?:model)?|<｜[^｜\n]{1,40}｜>|\[\/?INST\]|<<\/?SYS>>|<(?:bos|eos|pad)>/gi;

/** Chat template marks are out, and what a model writes after it should have ended. */
export function stripTemplateMarks(text: string): string {
  const end = END_MARK.exec(text);
  const said = end && text.slice(0, end.index).replaceAll(ANY_MARK, '').trim() !== '' ? text.slice(0, end.index) : text;
  return said.replaceAll(ANY_MARK, '').trim();
}
