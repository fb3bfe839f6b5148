"""Lists in: workbooks become drafts."""
