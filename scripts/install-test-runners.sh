#!/bin/sh
# Installs Vitest and Jest into .cache/test-runners, for the examples of docs/embedding.md. They are no dependencies of the
# workspace: nobody who runs the lab needs them.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .cache/test-runners
cp .npmrc test/parts/test-runners/package.json test/parts/test-runners/package-lock.json .cache/test-runners/
cd .cache/test-runners
npm ci --ignore-scripts --no-audit --no-fund
