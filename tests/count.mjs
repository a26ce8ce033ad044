// Adds up what the test runners wrote into a folder, and prints the one closing line.
// Exit code 1: a test failed, nothing ran, or (with CI=true) a test was skipped that must not be.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };
const excuses = [];
const broken = [];

const trxFolder = join(folder, 'dotnet');
for (const file of existsSync(trxFolder) ? readdirSync(trxFolder).filter((name) => name.endsWith('.trx')) : []) {
  const trx = readFileSync(join(trxFolder, file), 'utf8');
  for (const [result, outcome] of trx.matchAll(/<UnitTestResult [^>]*outcome="(\w+)"/g)) {
    total[outcome === 'Passed' ? 'passed' : outcome === 'NotExecuted' ? 'skipped' : 'failed'] += 1;
    if (outcome !== 'Passed' && outcome !== 'NotExecuted') {
      broken.push(/testName="([^"]*)"/.exec(result)?.[1] ?? file);
    }
  }
  for (const [result] of trx.matchAll(/<UnitTestResult [^>]*outcome="NotExecuted"[\s\S]*?(?:<\/UnitTestResult>|\/>)/g)) {
    excuses.push(/\.\.\/shared\/data/.test(result));
  }
}

const paneFile = join(folder, 'pane.json');
if (existsSync(paneFile)) {
  const pane = JSON.parse(readFileSync(paneFile, 'utf8'));
  total.passed += pane.numPassedTests;
  total.failed += pane.numFailedTests + pane.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  total.skipped += pane.numPendingTests + pane.numTodoTests;
  broken.push(...pane.testResults.flatMap((suite) => suite.assertionResults).filter((test) => test.status === 'failed').map((test) => test.fullName));
  excuses.push(...Array(pane.numPendingTests + pane.numTodoTests).fill(false));
} else {
  console.error('The pane’s tests did not run.');
  total.failed += 1;
}

const unexcused = process.env.CI === 'true' && (existsSync('../shared/data') ? total.skipped > 0 : excuses.includes(false));
if (unexcused) {
  console.error('Tests were skipped, and with CI=true none may be.');
}

for (const name of broken) {
  console.error(`failed: ${name}`);
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 || unexcused ? 1 : 0);
