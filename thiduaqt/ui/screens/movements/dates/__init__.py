"""Mốc thời gian: phases, rounds and milestones on a line and in lists; back-planning."""
