import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // The default fragments set innerHTML, which `trusted-types 'none'` forbids.
    fragments: 'tree',
  },
};
