"""What an office says of itself: how its public site looks."""
