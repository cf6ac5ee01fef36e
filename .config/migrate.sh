#!/usr/bin/env bash
# Adds a migration of the given name for both providers: .config/migrate.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build Portal >/dev/null
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$1" --project Portal --no-build --context "${provider}DbContext" --output-dir "Data/Migrations/$provider"
done
