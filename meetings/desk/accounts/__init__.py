"""Who may enter the desk, in which role, and who was locked out."""
