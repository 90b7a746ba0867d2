/** Characters that cannot be seen: zero-width, bidi, tags, controls, private use, lone halves; line feed and tab are kept. */
const UNSEEN = /[\p{Cf}\p{DI}\p{Co}\p{Cs}\u2800]|(?![\n\t])\p{Cc}/gu;
const LINE_BREAK = /\r\n?|[\u2028\u2029\u0085]/g;

/** What chat templates of models take for the border between speakers, and what their tools are called with. */
const TEMPLATE_MARKS: readonly RegExp[] = [
  /<(?=[|｜])/g,
  /(?<=[|｜])>/g,
  /<(?=\/?(?:s|bos|eos|pad|unk|think|thinking|tool_call|tool_response|tools|start_of_turn|end_of_turn|sys)>)/gi,
  /<(?=<\/?SYS>>)/gi,
  /\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|ARGS|CALL_ID|IMG)\])/g,
];

/** One kind of line break, and no character that cannot be seen. */
export function removeUnseen(text: string): string {
  return text.replaceAll(LINE_BREAK, '\n').replaceAll(UNSEEN, '');
}

/**
 * Text by others, made ready to stand in a prompt: without what cannot be seen, without `boundary` in any case of letters, and with
 * chat template marks pulled apart (`<|im_start|>` reads `< |im_start| >`), so that no server's template takes them for its own.
 * Linear time, never throws.
 */
export function cleanUntrusted(text: string, boundary: string): string {
  // A space in its place, so that no other occurrence appears when one is taken out.
  const plain = removeUnseen(text).replaceAll(new RegExp(boundary, 'gi'), ' ');
  return TEMPLATE_MARKS.reduce(
    (cleaned, mark) => cleaned.replaceAll(mark, (found) => (found === '>' ? ' >' : `${found} `)),
    plain,
  );
}
