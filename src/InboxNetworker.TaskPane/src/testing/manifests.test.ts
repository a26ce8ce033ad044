import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import draft04 from 'ajv/lib/refs/json-schema-draft-04.json';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { expect, it } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8')) as object;

it('the unified manifest keeps its schema', () => {
  const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore', allErrors: true });
  ajv.addMetaSchema(draft04);
  const keeps = ajv.compile(json('tests/manifest-schemas/MicrosoftTeams.v1.29.repo.schema.json'));
  keeps(json('addin-manifest/manifest.json'));
  expect(keeps.errors ?? []).toEqual([]);
});

it.each([
  ['manifest.xml', '0dac0c47-2f14-486b-b7fc-426c6b8696c8'],
  ['manifest.json', 'bc0bb3f0-1ee1-4b0c-bf38-c7dd593cd997'],
])('the tools of Office read %s', async (file, id) => {
  const info = await OfficeAddinManifest.readManifestFile(at(`addin-manifest/${file}`));
  expect(info.id).toBe(id);
  expect(info.version).toMatch(/^0\.1\.0/);
});

it('each of the two says that it stands in for the other', () => {
  const alternates = JSON.stringify(json('addin-manifest/manifest.json'));
  const [, xmlId] = /<Id>([^<]+)<\/Id>/.exec(readFileSync(at('addin-manifest/manifest.xml'), 'utf8')) ?? [];
  expect(xmlId).toBeDefined();
  expect(alternates).toContain(`"alternates":[{"hide":{"customOfficeAddin":{"officeAddinId":"${xmlId ?? ''}"}}}]`);
});
