"""What is public, for programs: read-only JSON, described by /api/openapi.json; names of OParl 1.1 where they fit."""
