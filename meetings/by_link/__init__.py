"""The pages that a link opens without an account: a unit reports, an invited person answers."""
