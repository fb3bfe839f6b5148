"""What a user can do: plain functions on a session."""
