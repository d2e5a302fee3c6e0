"""The review of imported old posts: their batches, their unknown units, and each post beside its record."""
