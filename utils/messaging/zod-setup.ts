import { z } from 'zod/mini';

// Extension pages forbid code made from text, and zod probes for it unless told not to. Import this first in every entrypoint.
z.config({ jitless: true });
