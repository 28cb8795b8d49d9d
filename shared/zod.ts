/**
 * The only door to zod. The mini-program forbids `eval` and `new Function`, which zod's object parsers use
 * unless they are jitless, so every schema must be made through this module (biome bans direct imports).
 */
// biome-ignore lint/style/noRestrictedImports: this is the one wrapper
import * as z from 'zod';

z.config({ jitless: true });

export { z };
