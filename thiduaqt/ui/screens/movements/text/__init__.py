"""The tab *Văn bản*: the plan as it will read, its outline, and the review of its text."""
