"""Office files and printed pages out."""
