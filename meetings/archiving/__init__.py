"""Reading the archive in: batches of old posts gathered, their units proposed, each post decided once."""
