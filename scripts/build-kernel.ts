import { readFile, writeFile } from 'node:fs/promises';
import loadWabt from 'wabt';

const folder = `${import.meta.dirname}/../utils/retrieval/vectors`;

/** The text of `kernel-bytes.ts` as it follows from `kernel.wat`; the same in every run. */
export async function buildKernelFile(): Promise<string> {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat('kernel.wat', await readFile(`${folder}/kernel.wat`), { simd: true });
  const { buffer } = parsed.toBinary({ write_debug_names: false });
  parsed.destroy();
  return `/** Assembled from \`kernel.wat\` by \`node scripts/build-kernel.ts\`: ${buffer.length} bytes of WebAssembly, base64. */
export const kernelBase64 =
  '${Buffer.from(buffer).toString('base64')}';
`;
}

if (import.meta.main) await writeFile(`${folder}/kernel-bytes.ts`, await buildKernelFile());
