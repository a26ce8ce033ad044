import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const iconFolder = here('../../addin-manifest/icons');

/** The manifests name their icons by url, so the pane's build serves them under /assets/icons/. */
function manifestIcons(): Plugin {
  return {
    name: 'manifest-icons',
    apply: 'build',
    generateBundle() {
      for (const file of readdirSync(iconFolder).filter((name) => name.endsWith('.png'))) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/icons/${file}`,
          source: readFileSync(`${iconFolder}/${file}`),
        });
      }
    },
  };
}

const apiAddress = 'http://localhost:5080';

/** The program writes the secret of its start into the pages it serves; pages that are served here take theirs from there. */
function startSecret(): Plugin {
  return {
    name: 'start-secret',
    apply: 'serve',
    async transformIndexHtml(html) {
      const served = await fetch(`${apiAddress}/taskpane.html`).then((response) => response.text(), () => '');
      return html.replace('<head>', `<head>${/<meta name="inboxnetworker-start"[^>]*>/.exec(served)?.[0] ?? ''}`);
    },
  };
}

/** The stand-in for the Api is loaded only when it is asked for: a build does without its packages. */
const sampleApi = async () => (await import('./src/testing/sampleApi.ts')).sampleApi();

export default defineConfig(({ mode }) => ({
  base: '/',
  appType: 'mpa',
  plugins: [manifestIcons(), mode === 'sample' ? sampleApi() : startSecret()],
  server: {
    proxy: mode === 'sample' ? {} : { '/api': apiAddress },
  },
  build: {
    target: 'es2022',
    // An inlined asset would need data: in the page's content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { preview: here('preview.html'), taskpane: here('taskpane.html'), 'signed-in': here('signed-in.html') },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
}));
