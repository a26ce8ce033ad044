#!/usr/bin/env bash
# Installs what is missing, builds, runs every test, of the .NET projects and of the pane, and measures shortly. Ends with one line: N passed, N failed, N skipped.
# CI=true: nothing may be skipped, except what needs the real mailboxes of ../shared/data where that folder is absent.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
export INBOXNETWORKER_TEST_OUTPUT="${INBOXNETWORKER_TEST_OUTPUT:-$PWD/TestResults}"
mkdir -p "$INBOXNETWORKER_TEST_OUTPUT"

say() { printf '\n== %s\n' "$*"; }
missing() {
  printf '%s is missing: %s\n' "$1" "$2" >&2
  exit 1
}

command -v dotnet >/dev/null || missing 'The .NET 10 SDK' 'install it from https://dotnet.microsoft.com/download'
command -v node >/dev/null || missing 'Node.js 20.19 or later' 'install it from https://nodejs.org'

if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
fi
if [ -z "$CHROMIUM" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say 'Installing Chromium for the browser tests'
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation fonts-noto-color-emoji >"$results/apt.log" 2>&1 || {
      cat "$results/apt.log" >&2
      exit 1
    }
    CHROMIUM=$(command -v chromium)
  else
    missing Chromium 'install it (on Debian: sudo apt-get install chromium), or name it: CHROMIUM=/path/to/chromium bash tests/run.sh'
  fi
fi
export CHROMIUM

say 'Building'
dotnet restore InboxNetworker.sln --locked-mode
dotnet build InboxNetworker.sln -c Release --no-restore -warnaserror

failed=0

say 'Testing the .NET projects'
dotnet test --solution InboxNetworker.sln -c Release --no-build --max-parallel-test-modules 1 --report-xunit-trx --results-directory "$results/dotnet" || failed=1

say 'Testing the pane'
(
  cd src/InboxNetworker.TaskPane
  npm run --silent lint
  npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$results/pane.json"
) || failed=1

say 'Measuring, the short form'
dotnet run -c Release --no-build --project tests/InboxNetworker.Benchmarks -- smoke || failed=1

node tests/count.mjs "$results" || failed=1
exit "$failed"
