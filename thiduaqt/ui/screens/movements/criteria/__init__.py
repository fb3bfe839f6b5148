"""The tab *Tiêu chí*: groups, the tree of criteria with points, and the editor of one node."""
