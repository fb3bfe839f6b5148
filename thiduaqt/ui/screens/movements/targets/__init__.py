"""The tab *Chỉ tiêu*: targets with what they ask for, the figures of units, how they stand."""
